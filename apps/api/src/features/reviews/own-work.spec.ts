import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  correctionRoutes,
  mineRoutes,
  reviewRoutes,
  type MineView,
  type SubmissionView,
} from '@qingshan/contracts';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { connected } from '../../testing/test-database';
import { addPerson } from '../../testing/test-people';
import { approve, edit, mineIn, move, submit } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let city: Visitor;
let other: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  await connected(house.url, (client) =>
    addPerson(client, 'other', { name: '李市管', role: 'manager', regionCode: '360700' }),
  );
  [official, city, other] = await Promise.all([
    house.as('official'),
    house.as('city'),
    signIn(house.inject, 'other'),
  ]);
}, 60_000);
afterAll(() => house.close());

const mineOf = ({ mineId }: Pick<SubmissionView, 'mineId'>) =>
  official.get(mineRoutes.read, { params: { id: mineId } });

const PLAN = {
  approach: 'C',
  planApprovalNo: '赣县自然资修〔2026〕4号',
  planApprovedOn: '2026-04-18',
} as const;

/** Why the submission is not this person's to approve, or null. */
const against = async (by: Visitor, { id }: SubmissionView) =>
  (await by.get(reviewRoutes.read, { params: { id } })).may.find(({ decision }) => decision === 'approve')
    ?.refusal?.code ?? null;

/** Back to the survey and on again, with another's approval. */
const backAndOn = async (planned: MineView): Promise<MineView> => {
  const back = await move(city, planned, '2026-04-21', 'stepBack', '方案须重做');
  return mineOf(await approve(other, await submit(official, back, '2026-04-22')));
};

test('what somebody wrote stays their own work when they send the mine back and it comes again (S13)', async () => {
  const again = await backAndOn(await edit(city, await mineIn('planning', official), '2026-04-20', PLAN));
  const submission = await submit(official, again, '2026-04-23');
  expect(await against(city, submission)).toBe('own-work');
  expect(await against(other, submission)).toBeNull();
});

test('what others have approved since is nobody’s own work any more (S13)', async () => {
  const planned = await edit(city, await mineIn('planning', official), '2026-04-20', PLAN);
  const funding = await mineOf(await approve(other, await submit(official, planned, '2026-04-21')));
  const back = await move(other, funding, '2026-04-22', 'stepBack', '方案须重做');
  expect(await against(city, await submit(official, back, '2026-04-23'))).toBeNull();
});

test('a correction that was confirmed after a relapse is the work of who proposed it (S13)', async () => {
  const { id, version } = await mineIn('restored', official);
  const proposed = await city.get(correctionRoutes.propose, {
    body: {
      mineId: id,
      version,
      effectiveOn: '2026-10-05',
      reason: '文号有误',
      what: { of: 'mine', changes: { acceptanceNo: '赣县矿验〔2026〕10号' } },
    },
  });
  const reopened = await move(official, await mineOf({ mineId: id }), '2026-11-01', 'relapse', '边坡滑塌');
  await other.get(correctionRoutes.confirm, {
    params: { id: proposed.id },
    body: { version: proposed.version, remark: null },
  });
  const corrected = await edit(official, await mineOf({ mineId: reopened.id }), '2026-11-15', {
    acceptedOn: '2026-11-12',
  });
  const submission = await submit(official, corrected, '2026-11-20');
  const county = await house.as('county');
  expect(await against(other, await approve(county, submission))).toBe('own-work');
  expect(await against(city, submission)).toBe('own-work');
});
