import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mineRoutes, reviewRoutes, stepRoutes, type SubmissionView } from '@qingshan/contracts';
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

const reconsider = ({ id, version }: SubmissionView) =>
  official.call(reviewRoutes.reconsider, {
    params: { id },
    body: { version, remark: '材料第 3 页已有说明' },
  });

test('nobody is asked to reconsider what was submitted again since', async () => {
  const first = await returned();
  const { id, version, contentHash } = await submit(official, await mineOf(first), '2026-04-01');
  await city.get(reviewRoutes.sendBack, {
    params: { id },
    body: { version, contentHash, reasons: ['AREA'] },
  });
  expect((await reconsider(first)).problem).toMatchObject({ status: 409, code: 'already-done' });
});

test('nor while the clock stands still: it could be neither approved nor set going', async () => {
  const submission = await returned();
  const mine = await mineOf(submission);
  const params = { id: mine.id };
  await official.get(stepRoutes.pause, {
    params,
    body: { version: mine.version, reason: 'DISPUTE', effectiveOn: '2026-11-01', note: null },
  });
  expect((await reconsider(submission)).problem).toMatchObject({ status: 409, code: 'stage-paused' });
  await official.get(stepRoutes.resume, {
    params,
    body: { version: mine.version + 1, effectiveOn: '2026-11-02', note: null },
  });
  expect((await reconsider(submission)).body).toMatchObject({ state: 'pending' });
});
