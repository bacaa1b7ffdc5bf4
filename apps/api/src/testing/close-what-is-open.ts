import { afterAll } from '@jest/globals';
import { openHouses } from './houses';

afterAll(async () => {
  await Promise.all([...openHouses].map((house) => house.close()));
});
