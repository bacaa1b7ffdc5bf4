import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mineRoutes, stepRoutes, todayRoutes, type MineView } from '@qingshan/contracts';
import type { z } from 'zod';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { edit, mineIn, submit } from '../../testing/walk';

type Said = z.input<typeof stepRoutes.write.body>['steps'];

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
}, 60_000);
afterAll(() => house.close());

const tell = (mine: MineView, steps: Said, by = official) =>
  by.call(stepRoutes.write, { params: { id: mine.id }, body: { version: mine.version, steps } });
const told = (mine: MineView, steps: Said) =>
  official.get(stepRoutes.write, { params: { id: mine.id }, body: { version: mine.version, steps } });
const stepOf = (mine: MineView, name: string) => mine.steps.find(({ step }) => step === name);
const read = ({ id }: MineView, by = official) => by.get(mineRoutes.read, { params: { id } });

test('steps are planned, forecast and recorded together, and the file says what is late and by how much', async () => {
  const mine = await enterMine(official);
  const planned = await told(mine, [
    { step: 'fieldChecked', plannedOn: '2026-11-10', actualOn: '2026-11-14' },
    { step: 'noticePublished', plannedOn: '2026-11-20', forecastOn: '2026-11-30' },
    { step: 'noticeEnded', plannedOn: '2026-12-30' },
  ]);
  expect(planned.version).toBe(mine.version + 1);
  expect(planned.steps.slice(0, 4)).toMatchObject([
    { step: 'fieldChecked', stage: 'survey', state: 'done', daysLate: 4, actualOn: '2026-11-14' },
    { step: 'noticePublished', state: 'late', daysLate: 4, daysSlipping: 10, dueOn: '2026-11-20' },
    { step: 'noticeEnded', state: 'planned', daysLate: 0 },
    { step: 'designReviewed', stage: 'planning', state: 'open', dueOn: null },
  ]);
  // What is absent stays, null clears.
  const cleared = await told(planned, [{ step: 'noticePublished', forecastOn: null }]);
  expect(stepOf(cleared, 'noticePublished')).toMatchObject({ plannedOn: '2026-11-20', forecastOn: null });
});

test('what was believed of a step stays on record, with the time from and to when it was', async () => {
  const mine = await told(await enterMine(official), [{ step: 'fieldChecked', plannedOn: '2026-11-10' }]);
  await told(mine, [{ step: 'fieldChecked', plannedOn: '2026-11-20' }]);
  const rows = await house.sql(
    `SELECT planned_on::text AS planned, recorded_to = 'infinity' AS known FROM mine_step WHERE mine_id = ${mine.id} ORDER BY id`,
  );
  expect(rows).toEqual([
    { planned: '2026-11-10', known: false },
    { planned: '2026-11-20', known: true },
  ]);
  for (const sql of [
    `UPDATE mine_step SET planned_on = '2026-01-01' WHERE mine_id = ${mine.id} AND recorded_to = 'infinity'`,
    `UPDATE mine_step SET recorded_to = 'infinity' WHERE mine_id = ${mine.id} AND recorded_to <> 'infinity'`,
    `DELETE FROM mine_step WHERE mine_id = ${mine.id}`,
  ])
    await expect(house.sql(sql)).rejects.toMatchObject({ code: '42501' });
});

test('a day that is a fact of the mine is kept there and nowhere else, from the day it happened', async () => {
  const planning = await mineIn('planning', official);
  const approved = await told(planning, [
    { step: 'planApproved', plannedOn: '2026-05-01', actualOn: '2026-05-12' },
  ]);
  expect(approved).toMatchObject({ planApprovedOn: '2026-05-12' });
  expect(stepOf(approved, 'planApproved')).toMatchObject({ state: 'done', daysLate: 11 });
  const asOf = async (day: string) =>
    (await house.sql(
      `SELECT plan_approved_on::text AS day FROM mine_period WHERE mine_id = ${planning.id} AND recorded_to = 'infinity'
       AND valid_from <= '${day}' AND valid_to > '${day}'`,
    )) as unknown;
  expect(await asOf('2026-05-11')).toEqual([{ day: null }]);
  expect(await asOf('2026-05-12')).toEqual([{ day: '2026-05-12' }]);
  // Said otherwise afterwards, it holds from today: the past is not rewritten.
  const mended = await told(approved, [{ step: 'planApproved', actualOn: '2026-05-10' }]);
  expect(mended.planApprovedOn).toBe('2026-05-10');
  expect(await asOf('2026-11-23')).toEqual([{ day: '2026-05-12' }]);
  // The form of the mine and the table of steps show one and the same day.
  const edited = await edit(official, mended, '2026-11-24', { planApprovedOn: '2026-05-09' });
  expect(stepOf(edited, 'planApproved')?.actualOn).toBe('2026-05-09');
});

test('history tells each day before and after, and a step that was told late is marked so', async () => {
  const mine = await told(await enterMine(official), [{ step: 'fieldChecked', actualOn: '2026-03-20' }]);
  const { entries } = await official.get(mineRoutes.history, { params: { id: mine.id } });
  expect(entries[0]).toMatchObject({
    action: 'step.dated',
    effectiveOn: '2026-03-20',
    backdated: true,
    changes: [{ field: 'fieldChecked.actualOn', before: null, after: '2026-03-20' }],
  });
});

describe('refused is', () => {
  test('an order that cannot be, with the step it must follow; nothing of the call is kept (K12)', async () => {
    const mine = await told(await enterMine(official), [{ step: 'noticePublished', actualOn: '2026-09-01' }]);
    const answer = await tell(mine, [
      { step: 'fieldChecked', plannedOn: '2026-08-01' },
      { step: 'noticeEnded', actualOn: '2026-08-31' },
    ]);
    expect(answer.problem).toMatchObject({
      status: 422,
      code: 'step-order',
      data: { step: 'noticeEnded', after: 'noticePublished', since: '2026-09-01' },
    });
    expect(await read(mine)).toEqual(mine);
  });

  test('a day still to come as one that happened, but not as one that is planned', async () => {
    const mine = await enterMine(official);
    expect((await tell(mine, [{ step: 'fieldChecked', actualOn: '2026-11-25' }])).problem).toMatchObject({
      status: 422,
      code: 'date-in-future',
    });
    expect((await tell(mine, [{ step: 'fieldChecked', plannedOn: '2027-11-25' }])).status).toBe(200);
  });

  test('a step of the other path, a step named twice, no day of the calendar, and what changes nothing', async () => {
    const mine = await enterMine(official);
    for (const steps of [
      [{ step: 'recoveryAssessed', actualOn: '2026-11-01' }],
      [
        { step: 'fieldChecked', actualOn: '2026-11-01' },
        { step: 'fieldChecked', actualOn: '2026-11-02' },
      ],
      [{ step: 'fieldChecked', actualOn: '2026-02-30' }],
      [{ step: 'fieldChecked', actualOn: null }],
      [],
    ] as Said[])
      expect((await tell(mine, steps)).problem).toMatchObject({ status: 400, code: 'invalid-input' });
  });

  test('who saw an older version, a second click, and another county', async () => {
    const mine = await enterMine(official);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => tell(mine, [{ step: 'fieldChecked', actualOn: '2026-11-01' }])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const neighbour = await house.as('neighbour');
    expect((await tell(await read(mine), [{ step: 'fieldChecked', actualOn: null }], neighbour)).status).toBe(
      404,
    );
  });

  test('everybody while the stage is under review', async () => {
    const mine = await enterMine(official);
    await submit(official, mine, '2026-04-01');
    expect(
      (await tell(await read(mine), [{ step: 'fieldChecked', actualOn: '2026-03-20' }])).problem.code,
    ).toBe('under-review');
  });

  test('whoever rewrites what was accepted; what comes after it is recorded (K37)', async () => {
    const restored = await mineIn('restored', official);
    const again = await tell(restored, [{ step: 'accepted', actualOn: '2026-09-19' }]);
    expect(again.problem).toMatchObject({ status: 409, code: 'already-done' });
    const closed = await told(restored, [{ step: 'closedOut', actualOn: '2026-11-10' }]);
    expect(stepOf(closed, 'closedOut')?.state).toBe('done');
  });
});

test('a notice that hung less than thirty days keeps the survey from being left (K16)', async () => {
  const short = await told(await enterMine(official), [
    { step: 'noticePublished', actualOn: '2026-03-10' },
    { step: 'noticeEnded', actualOn: '2026-04-08' },
  ]);
  const stateIn = (mine: MineView) => mine.gate.find(({ criterion }) => criterion === 'noticeServed');
  expect(stateIn(short)).toMatchObject({ state: 'notMet', mend: 'steps' });
  const long = await told(short, [{ step: 'noticeEnded', actualOn: '2026-04-09' }]);
  expect(stateIn(long)?.state).toBe('met');
});

test('the work of the day names steps that are late or due, of one’s own county and not under review', async () => {
  const mine = await told(await enterMine(official), [
    { step: 'fieldChecked', plannedOn: '2026-11-20' },
    { step: 'noticePublished', plannedOn: '2026-12-01' },
    { step: 'noticeEnded', plannedOn: '2027-01-15' },
  ]);
  const due = async (by = official) =>
    (await by.get(todayRoutes.steps, {})).items.filter(({ mineId }) => mineId === mine.id);
  // One thing to do: the first step that has not happened.
  expect(await due()).toMatchObject([
    { step: 'fieldChecked', state: 'late', daysLate: 4, dueOn: '2026-11-20' },
  ]);
  expect(await due(await house.as('neighbour'))).toEqual([]);
  const done = await told(mine, [{ step: 'fieldChecked', actualOn: '2026-11-22' }]);
  expect(await due()).toMatchObject([{ step: 'noticePublished', state: 'soon', daysLate: 0 }]);
  await submit(official, done, '2026-11-23');
  expect(await due()).toEqual([]);
});
