import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  mineRoutes,
  reviewRoutes,
  stepRoutes,
  type MineView,
  type SubmissionView,
} from '@qingshan/contracts';
import { canonicalJson, type FrozenContent } from '@qingshan/domain';
import type { z } from 'zod';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { approve, submit } from '../../testing/walk';

type Said = z.input<typeof stepRoutes.write.body>['steps'];

let house: TestApp;
let official: Visitor;
let city: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  [official, city] = await Promise.all([house.as('official'), house.as('city')]);
}, 60_000);
afterAll(() => house.close());

const mineOf = (mineId: number) => official.get(mineRoutes.read, { params: { id: mineId } });
const read = (id: number) => city.get(reviewRoutes.read, { params: { id } });
const date = (by: Visitor, { id, version }: MineView, steps: Said) =>
  by.call(stepRoutes.write, { params: { id }, body: { version, steps } });
const dated = async (mine: MineView, steps: Said, by = official): Promise<MineView> =>
  (await date(by, mine, steps)).body;
const sendBack = ({ id, version, contentHash }: SubmissionView) =>
  city.get(reviewRoutes.sendBack, { params: { id }, body: { version, contentHash, reasons: ['MISMATCH'] } });

const FIELD_CHECKED = { step: 'fieldChecked', plannedOn: '2026-03-05', actualOn: '2026-03-08' } as const;
const submittedWithSteps = async (): Promise<SubmissionView> => {
  const mine = await enterMine(official, { effectiveOn: '2026-03-02' });
  return submit(official, await dated(mine, [FIELD_CHECKED]), '2026-04-01');
};

test('the steps of the submitted stage are part of what is frozen and decided on', async () => {
  const submission = await submittedWithSteps();
  expect(submission.content.steps?.map(({ step }) => step)).toEqual([
    'fieldChecked',
    'noticePublished',
    'noticeEnded',
  ]);
  expect(submission.content.steps?.[0]).toEqual({ ...FIELD_CHECKED, forecastOn: null });
  const [kept] = await house.sql<{ content: string; hash: string }>(
    'SELECT content, content_hash AS hash FROM submission WHERE id = $1',
    [submission.id],
  );
  expect(JSON.parse(kept?.content ?? '').steps).toEqual(submission.content.steps);
  const hash = createHash('sha256')
    .update(kept?.content ?? '')
    .digest('hex');
  expect([kept?.hash, submission.contentHash]).toEqual([hash, hash]);
});

test('while it is under review no day of a step changes, and what slips past the API is not approved', async () => {
  const submission = await submittedWithSteps();
  const mine = await mineOf(submission.mineId);
  for (const steps of [
    [{ step: 'noticePublished', plannedOn: '2026-05-01' }],
    [{ step: 'fieldChecked', actualOn: null }],
    [{ step: 'closedOut', forecastOn: '2027-05-01' }],
  ] as const)
    expect((await date(official, mine, [...steps])).problem).toMatchObject({
      status: 409,
      code: 'under-review',
      data: { stage: 'survey' },
    });
  expect((await mineOf(submission.mineId)).version).toBe(mine.version);
  await house.sql(
    `INSERT INTO mine_step (mine_id, step, actual_on, recorded_from) VALUES ($1, 'noticePublished', '2026-03-20', clock_timestamp())`,
    [submission.mineId],
  );
  const { id, version, contentHash } = submission;
  const answer = await city.call(reviewRoutes.approve, { params: { id }, body: { version, contentHash } });
  expect(answer.problem.code).toBe('content-changed');
  expect((await mineOf(submission.mineId)).stage).toBe('survey');
});

test('submitted again, the reviewer sees which days are others; after approval the drift is shown', async () => {
  const first = await submittedWithSteps();
  await sendBack(first);
  const mended = await dated(await mineOf(first.mineId), [
    { step: 'fieldChecked', actualOn: '2026-03-09' },
    { step: 'noticePublished', plannedOn: '2026-03-20' },
    // Of a later stage: nobody judges it yet.
    { step: 'closedOut', plannedOn: '2027-05-01' },
  ]);
  const second = await submit(official, mended, '2026-04-01');
  expect(second.contentHash).not.toBe(first.contentHash);
  expect(second.changes).toEqual([
    { of: 'step', name: 'fieldChecked', field: 'actualOn', before: '2026-03-08', after: '2026-03-09' },
    { of: 'step', name: 'noticePublished', field: 'plannedOn', before: null, after: '2026-03-20' },
  ]);
  await approve(city, second);
  expect((await read(second.id)).drift).toEqual([]);
  await dated(await mineOf(first.mineId), [
    { step: 'noticePublished', actualOn: '2026-03-22' },
    { step: 'designReviewed', plannedOn: '2026-05-01' },
  ]);
  expect((await read(second.id)).drift).toEqual([
    { of: 'step', name: 'noticePublished', field: 'actualOn', before: null, after: '2026-03-22' },
  ]);
});

test('who wrote a day of a step in this stage does not review it (S13)', async () => {
  const mine = await enterMine(official, { effectiveOn: '2026-03-02' });
  const submission = await submit(official, await dated(mine, [FIELD_CHECKED], city), '2026-04-01');
  const { id, version, contentHash } = submission;
  const answer = await city.call(reviewRoutes.approve, { params: { id }, body: { version, contentHash } });
  expect(answer.problem.code).toBe('own-work');
});

/** As submissions were made before steps were frozen: the same bytes without them, put in beside the product. */
const submittedOfOld = async (): Promise<SubmissionView> => {
  const { id, mineId, version } = await submittedWithSteps();
  await official.get(reviewRoutes.withdraw, { params: { id }, body: { version } });
  const [kept] = await house.sql<{ content: string }>('SELECT content FROM submission WHERE id = $1', [id]);
  const { steps: _, ...content } = JSON.parse(kept?.content ?? '') as FrozenContent;
  const text = canonicalJson(content);
  const [old] = await house.sql<{ id: number }>(
    `INSERT INTO submission (mine_id, stage, effective_on, person_id, edited_by, submitted_at, content, content_hash, levels, at, state)
     SELECT mine_id, stage, effective_on, person_id, edited_by, submitted_at, $2, $3, levels, 0, 'pending'
     FROM submission WHERE id = $1 RETURNING id`,
    [id, text, createHash('sha256').update(text).digest('hex')],
  );
  expect((await mineOf(mineId)).underReview).toBe(true);
  return read(Number(old?.id));
};

test('what was submitted before steps were frozen shows as it was, and is approved by the bytes it had', async () => {
  const old = await submittedOfOld();
  expect(old).toMatchObject({ content: { steps: null }, drift: [] });
  expect(await approve(city, old)).toMatchObject({ state: 'approved' });
  await dated(await mineOf(old.mineId), [{ step: 'noticePublished', actualOn: '2026-03-20' }]);
  expect((await read(old.id)).drift).toEqual([]);
  expect((await mineOf(old.mineId)).stage).toBe('planning');
});

test('returned, it goes before the same level again as it was; anew, it is not said to differ in steps', async () => {
  const old = await submittedOfOld();
  await sendBack(old);
  const ask = { params: { id: old.id }, body: { version: old.version + 1, remark: '材料已说明' } };
  const again = await official.get(reviewRoutes.reconsider, ask);
  expect(again.state).toBe('pending');
  await sendBack(again);
  const anew = await submit(official, await mineOf(old.mineId), '2026-04-01');
  expect(anew.content.steps?.[0]).toMatchObject(FIELD_CHECKED);
  expect(anew.changes).toEqual([]);
});
