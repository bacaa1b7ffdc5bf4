import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mineRoutes, reviewRoutes } from '@qingshan/contracts';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { enterMine } from '../../testing/enter-mine';
import { approve, edit, submit } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let city: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  [official, city] = await Promise.all([house.as('official'), house.as('city')]);
}, 60_000);
afterAll(() => house.close());

test('a submission that was taken back hides no drift from what was approved before it', async () => {
  const survey = await approve(city, await submit(official, await enterMine(official), '2026-04-01'));
  const mine = await official.get(mineRoutes.read, { params: { id: survey.mineId } });
  const planned = await edit(official, mine, '2026-11-01', {
    mineralCode: '84710',
    approach: 'C',
    planApprovalNo: '赣县自然资修〔2026〕4号',
    planApprovedOn: '2026-04-18',
  });
  const drift = async () =>
    (await city.get(reviewRoutes.read, { params: { id: survey.id } })).drift.map(({ field }) => field);
  const drifted = await drift();
  expect(drifted).toContain('mineralCode');
  const planning = await submit(official, planned, '2026-11-10');
  expect(await drift()).toEqual([]);
  await official.get(reviewRoutes.withdraw, {
    params: { id: planning.id },
    body: { version: planning.version },
  });
  expect(await drift()).toEqual(expect.arrayContaining(drifted));
});
