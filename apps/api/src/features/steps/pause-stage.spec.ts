import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mineRoutes, reviewRoutes, stepRoutes, todayRoutes, type MineView } from '@qingshan/contracts';
import { PAUSE_REASONS, pauseReasonsIn } from '@qingshan/domain';
import { enterMine } from '../../testing/enter-mine';
import { fileWanted } from '../../testing/file-document';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { mineIn, submit } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let city: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
  city = await house.as('city');
}, 60_000);
afterAll(() => house.close());

const tryPause = (
  mine: MineView,
  said: { effectiveOn?: string; reason?: string; note?: string | null } = {},
  by = official,
) =>
  by.call(stepRoutes.pause, {
    params: { id: mine.id },
    body: { version: mine.version, effectiveOn: '2026-05-01', reason: 'DISPUTE', ...said } as never,
  });
const pause = async (mine: MineView, effectiveOn = '2026-05-01') => {
  const answer = await tryPause(mine, { effectiveOn });
  expect(answer.status).toBe(200);
  return read(mine);
};
const tryResume = (mine: MineView, effectiveOn: string, by = official) =>
  by.call(stepRoutes.resume, { params: { id: mine.id }, body: { version: mine.version, effectiveOn } });
const resume = async (mine: MineView, effectiveOn: string) => {
  expect((await tryResume(mine, effectiveOn)).status).toBe(200);
  return read(mine);
};
const read = ({ id }: MineView, by = official) => by.get(mineRoutes.read, { params: { id } });
const inList = async ({ id, number }: MineView, query: object = {}) =>
  (await official.get(mineRoutes.list, { query: { q: number, ...query } })).rows.find((row) => row.id === id);

test('a pause stops the clock: stage and steps are due later by its days, in the file and in the work of the day', async () => {
  const found = await enterMine(official, { effectiveOn: '2026-03-02' });
  const planned = await official.get(stepRoutes.write, {
    params: { id: found.id },
    body: { version: found.version, steps: [{ step: 'fieldChecked', plannedOn: '2026-11-20' }] },
  });
  expect(planned.stageDueOn).toBe('2026-08-29');
  const paused = await pause(planned, '2026-05-01');
  expect(paused).toMatchObject({
    pause: { reason: 'DISPUTE', from: '2026-05-01', note: null },
    pauseReasons: [],
    mayResume: true,
    // 207 days until today, and one more each day.
    stageDueOn: '2027-03-24',
  });
  const dueItem = async () =>
    (await official.get(todayRoutes.read, {})).groups
      .flatMap(({ items }) => items)
      .find(({ mineId }) => mineId === found.id);
  expect(await dueItem()).toBeUndefined();
  const resumed = await resume(paused, '2026-06-20');
  expect(resumed).toMatchObject({ pause: null, mayResume: false, stageDueOn: '2026-10-18' });
  expect(await dueItem()).toMatchObject({ dueOn: resumed.stageDueOn, daysLeft: -37 });
});

test('a paused mine is neither submitted nor moved, whoever asks, and its file says why', async () => {
  const mine = await pause(await fileWanted(official, await enterMine(official)));
  const submitted = await official.call(reviewRoutes.submit, {
    body: { mineId: mine.id, version: mine.version, effectiveOn: '2026-06-01' },
  });
  expect(submitted.problem).toMatchObject({ status: 409, code: 'stage-paused' });
  const seen = await read(mine, city);
  for (const way of seen.moves) expect(way.refusal?.code).toBe('stage-paused');
  const removed = await city.call(mineRoutes.move, {
    params: { id: mine.id },
    body: {
      version: mine.version,
      move: 'remove',
      effectiveOn: '2026-06-01',
      reasonCode: 'DUPLICATE',
      reason: null,
    },
  });
  expect(removed.problem.code).toBe('stage-paused');
  const resumed = await resume(mine, '2026-06-01');
  expect((await submit(official, resumed, '2026-06-02')).state).toBe('pending');
});

test('the list marks what is paused, today and on a day of the past', async () => {
  const mine = await enterMine(official);
  expect((await inList(mine))?.paused).toBe(false);
  const paused = await pause(mine, '2026-05-01');
  expect((await inList(mine))?.paused).toBe(true);
  await resume(paused, '2026-06-01');
  expect((await inList(mine))?.paused).toBe(false);
  for (const [asOf, expected] of [
    ['2026-04-30', false],
    ['2026-05-01', true],
    ['2026-05-31', true],
    ['2026-06-01', false],
  ] as const)
    expect([asOf, (await inList(mine, { asOf }))?.paused]).toEqual([asOf, expected]);
});

test('history and trail tell of pause and resumption, with the reason', async () => {
  const mine = await resume(await pause(await enterMine(official)), '2026-06-01');
  const { entries } = await official.get(mineRoutes.history, { params: { id: mine.id } });
  expect(entries.slice(0, 2)).toMatchObject([
    { action: 'mine.resumed', effectiveOn: '2026-06-01' },
    {
      action: 'mine.paused',
      effectiveOn: '2026-05-01',
      changes: expect.arrayContaining([{ field: 'pauseReason', before: null, after: 'DISPUTE' }]),
    },
  ]);
});

describe('refused is', () => {
  test.each(['survey', 'planning', 'financing', 'completion', 'restored'] as const)(
    'in %s every reason but those of the table, in the file, at the door and in the database',
    async (stage) => {
      const mine = await mineIn(stage, official);
      expect(mine.pauseReasons).toEqual(pauseReasonsIn(stage));
      for (const { code } of PAUSE_REASONS.filter((one) => !mine.pauseReasons.includes(one.code))) {
        const { problem } = await tryPause(mine, { effectiveOn: '2026-11-01', reason: code, note: '见说明' });
        expect(problem.code).toBe(stage === 'restored' ? 'move-not-possible' : 'reason-not-fitting');
        await expect(
          house.sql(
            `INSERT INTO mine_pause (mine_id, stage, reason, note, paused_on, paused_at)
             VALUES (${mine.id}, '${stage}', '${code}', 'x', '2026-11-01', now())`,
          ),
        ).rejects.toMatchObject({ code: '23514' });
      }
      expect((await tryPause(mine, { reason: 'WHATEVER' })).status).toBe(400);
    },
  );

  test('a day before the stage or still to come, and a resumption before the pause', async () => {
    const mine = await enterMine(official, { effectiveOn: '2026-03-02' });
    expect((await tryPause(mine, { effectiveOn: '2026-03-01' })).problem.code).toBe('date-before-stage');
    expect((await tryPause(mine, { effectiveOn: '2026-11-25' })).problem.code).toBe('date-in-future');
    const paused = await pause(mine);
    expect((await tryResume(paused, '2026-04-30')).problem.code).toBe('date-before-stage');
    expect((await tryResume(paused, '2026-11-25')).problem.code).toBe('date-in-future');
  });

  test('a pause upon a pause, a resumption of what goes on, a second click, another county, and under review', async () => {
    const mine = await enterMine(official);
    const clicks = await Promise.all(Array.from({ length: 6 }, () => tryPause(mine)));
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const paused = await read(mine);
    expect((await tryPause(paused)).problem.code).toBe('already-done');
    const neighbour = await house.as('neighbour');
    expect((await tryResume(paused, '2026-06-01', neighbour)).status).toBe(404);
    const resumed = await resume(paused, '2026-06-01');
    expect((await tryResume(resumed, '2026-06-01')).problem.code).toBe('already-done');
    await submit(official, resumed, '2026-06-02');
    const waiting = await read(mine);
    expect(waiting.pauseReasons).toEqual([]);
    expect((await tryPause(waiting, { effectiveOn: '2026-06-03' })).problem.code).toBe('under-review');
  });

  test('rewriting a pause, even in the database', async () => {
    const mine = await resume(await pause(await enterMine(official)), '2026-06-01');
    for (const sql of [
      `UPDATE mine_pause SET resumed_on = '2026-07-01' WHERE mine_id = ${mine.id}`,
      `DELETE FROM mine_pause WHERE mine_id = ${mine.id}`,
    ])
      await expect(house.sql(sql)).rejects.toMatchObject({ code: '42501' });
  });
});

// Last: who is signed in at another time is signed out in this one.
test('a step planned before the pause waits as long; one planned since does not', async () => {
  const found = await enterMine(official);
  const tell = (mine: MineView, plannedOn: string) =>
    official.get(stepRoutes.write, {
      params: { id: mine.id },
      body: { version: mine.version, steps: [{ step: 'fieldChecked', plannedOn }] },
    });
  const planned = await tell(found, '2026-11-25');
  const start = house.clock.now();
  const stopped = await pause(planned, '2026-11-24');
  house.clock.set(new Date(start.getTime() + 10 * 86_400_000));
  const later = await signIn(house.inject, 'official');
  await later.get(stepRoutes.resume, {
    params: { id: found.id },
    body: { version: stopped.version, effectiveOn: '2026-12-04' },
  });
  const resumed = await read(found, later);
  expect(resumed.steps[0]).toMatchObject({ plannedOn: '2026-11-25', dueOn: '2026-12-05', daysLate: 0 });
  const replanned = await later.get(stepRoutes.write, {
    params: { id: found.id },
    body: { version: resumed.version, steps: [{ step: 'fieldChecked', plannedOn: '2026-12-01' }] },
  });
  expect(replanned.steps[0]).toMatchObject({ dueOn: '2026-12-01', daysLate: 3 });
});
