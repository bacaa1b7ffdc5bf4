import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkLedger } from '../../testing/check-ledger';
import { planOf, rowsRead } from '../../testing/plan-of';
import { openTestApp, type TestApp } from '../../testing/test-app';
import { NEXT_ROWS, ROWS_PER_STEP } from './rows-to-write';

const ROWS = 6000;

let house: TestApp;

beforeAll(async () => {
  house = await openTestApp();
});
afterAll(() => house.close());

test('a step reads the rows it writes and not the import, of which nothing is known yet', async () => {
  const official = await house.as('official');
  const lines = Array.from({ length: ROWS }, (_, index) => `RW-${index},${index}号石场,赣县区`);
  const { id } = await checkLedger(official, ['主体编号,矿山名称,区县', ...lines]);
  const steps = await planOf(house, NEXT_ROWS, [id]);
  expect(steps[0]?.['Actual Rows']).toBe(ROWS_PER_STEP);
  // Once to find them, once with all of their mines.
  expect(rowsRead(steps, 'import_row')).toBeLessThanOrEqual(2 * ROWS_PER_STEP);
});
