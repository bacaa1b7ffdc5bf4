import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mineRoutes, reviewRoutes, type SubmissionView } from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { move, submit } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let city: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  [official, city] = await Promise.all([house.as('official'), house.as('city')]);
}, 60_000);
afterAll(() => house.close());

const mineOf = ({ mineId }: SubmissionView) => official.get(mineRoutes.read, { params: { id: mineId } });

const returned = async (): Promise<SubmissionView> => {
  const { id, version, contentHash } = await submit(official, await enterMine(official), '2026-04-01');
  return city.get(reviewRoutes.sendBack, {
    params: { id },
    body: { version, contentHash, reasons: ['AREA'] },
  });
};

test('what was returned and then struck off is owed by nobody any more', async () => {
  const submission = await returned();
  const owed = async () =>
    (await city.get(reviewRoutes.list, { query: { show: 'returned', mineId: submission.mineId } })).total;
  expect(await owed()).toBe(1);
  await move(city, await mineOf(submission), '2026-11-01', 'remove', '与其他矿山重复');
  expect(await owed()).toBe(0);
});
