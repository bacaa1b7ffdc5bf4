import { expect, test } from '@jest/globals';
import { MERIDIAN_OF_4548, toGaussKruger } from './gauss-kruger';

// From PROJ: `gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4548`.
test.each([
  [115.5, 25.8, 349559.2995, 2855534.4947],
  [113.6, 24.5, 155260.0819, 2714914.6754],
  [118.4, 30, 635087.5636, 3320938.7046],
  [117, 27, 500000, 2987630.2946],
])('%d°E %d°N lies where PROJ has it, to the millimetre', (longitude, latitude, easting, northing) => {
  const metres = toGaussKruger(longitude, latitude, MERIDIAN_OF_4548);
  expect(metres.easting).toBeCloseTo(easting, 3);
  expect(metres.northing).toBeCloseTo(northing, 3);
});
