import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { correctionRoutes, mineRoutes, reviewRoutes, stepRoutes, type MineView } from '@qingshan/contracts';
import { MOVE_NAMES, type MoveName } from '@qingshan/domain';
import { enterMine } from '../../testing/enter-mine';
import { fileWanted } from '../../testing/file-document';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { edit, mineIn, move, restorePatch } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let city: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
  city = await house.as('city');
}, 60_000);
afterAll(() => house.close());

const tryMove = (
  by: Visitor,
  mine: MineView,
  effectiveOn: string,
  name: MoveName,
  reason: string | null = null,
) =>
  by.call(mineRoutes.move, {
    params: { id: mine.id },
    body: {
      version: mine.version,
      move: name,
      effectiveOn,
      reasonCode: name === 'advance' ? null : 'OTHER',
      reason,
    },
  });

const trySubmit = (by: Visitor, mine: MineView, effectiveOn: string) =>
  by.call(reviewRoutes.submit, { body: { mineId: mine.id, version: mine.version, effectiveOn } });

test('a mine walks from the survey to restored, and its file keeps every stay with its days', async () => {
  const mine = await mineIn('restored', official);
  expect(mine.stages).toMatchObject([
    { stage: 'survey', from: '2026-03-02', to: '2026-04-01' },
    { stage: 'planning', from: '2026-04-01', to: '2026-05-01' },
    { stage: 'financing', from: '2026-05-01', to: '2026-06-01' },
    { stage: 'completion', from: '2026-06-01', to: '2026-10-01' },
    { stage: 'restored', from: '2026-10-01', to: null },
  ]);
  expect(mine).toMatchObject({ restoredSquareMetres: '34000.00', fundsAllocatedFen: '12345678901' });
  const { entries } = await official.get(mineRoutes.history, { params: { id: mine.id } });
  expect(
    entries.filter(({ action }) => action === 'mine.moved').map(({ changes }) => changes[0]?.after),
  ).toEqual(['restored', 'completion', 'financing', 'planning']);
});

describe('a gate that is not met refuses and lists what is missing (S12)', () => {
  test('in the survey', async () => {
    const mine = await enterMine(official, {
      facts: { longitude: null, latitude: null, mineralCode: null, closureYear: null },
      patches: [],
    });
    const answer = await trySubmit(official, mine, '2026-04-01');
    expect(answer.problem).toMatchObject({
      status: 422,
      code: 'gate-not-met',
      data: {
        missing: [
          'located',
          'mineralKnown',
          'closureKnown',
          'patchesMeasured',
          'legacyConfirmed',
          'photoBefore',
          'determinationPublished',
        ],
      },
    });
  });
  test.each([
    ['planning', ['approachChosen', 'planApproved', 'planFiled']],
    ['financing', ['fundsAllocated', 'fundsInOrder', 'fundNoticeFiled']],
    [
      'completion',
      [
        'worksFinished',
        'completionReported',
        'accepted',
        'areaRestored',
        'photoAfter',
        'acceptancePublished',
      ],
    ],
  ] as const)('in %s', async (stage, missing) => {
    const answer = await trySubmit(official, await mineIn(stage, official), '2026-11-01');
    expect(answer.problem).toMatchObject({ code: 'gate-not-met', data: { missing } });
  });
  test('and nobody moves it on by hand, whatever the gate says', async () => {
    const mine = await fileWanted(official, await enterMine(official));
    for (const by of [official, city])
      expect((await tryMove(by, mine, '2026-11-01', 'advance')).problem.code).toBe('not-allowed');
    expect(mine.moves.map(({ move: name }) => name)).not.toContain('advance');
  });
});

test('natural recovery passes financing by and needs neither funds nor works', async () => {
  const planned = await edit(official, await mineIn('planning', official), '2026-04-20', {
    approach: 'A',
    planApprovalNo: '赣县自然资修〔2026〕5号',
    planApprovedOn: '2026-04-18',
  });
  const recovering = await move(official, planned, '2026-05-01');
  expect(recovering.stage).toBe('completion');
  expect(recovering.gate.find(({ criterion }) => criterion === 'worksFinished')?.state).toBe('notNeeded');
  const accepted = await edit(official, recovering, '2026-09-20', {
    acceptanceNo: '赣县矿验〔2026〕10号',
    acceptedOn: '2026-09-18',
  });
  expect(
    (await move(official, await restorePatch(official, accepted, '2026-09-25'), '2026-10-01')).stage,
  ).toBe('restored');
  const back = await move(
    city,
    await move(
      official,
      await official.get(mineRoutes.read, { params: { id: planned.id } }),
      '2026-11-01',
      'relapse',
      '复垦地裸露',
    ),
    '2026-11-02',
    'stepBack',
    '方案须重做',
  );
  expect(back.stage).toBe('planning');
});

test('a relapse reopens the works and keeps the acceptance on record', async () => {
  const restored = await mineIn('restored', official);
  const reopened = await move(official, restored, '2026-11-01', 'relapse', '边坡滑塌');
  expect(reopened).toMatchObject({
    stage: 'completion',
    stageSince: '2026-11-01',
    acceptanceNo: '赣县矿验〔2026〕9号',
    acceptedOn: '2026-09-18',
  });
  expect(reopened.stages.map(({ stage }) => stage)).toEqual([
    'survey',
    'planning',
    'financing',
    'completion',
    'restored',
    'completion',
  ]);
});

test('a relapsed mine is not restored by its old acceptance, and is by a new one; both stay on record', async () => {
  const restored = await mineIn('restored', official);
  const reopened = await move(official, restored, '2026-11-01', 'relapse', '边坡滑塌');
  expect(reopened.gate.find(({ criterion }) => criterion === 'accepted')).toMatchObject({
    state: 'notMet',
    reason: 'beforeRelapse',
  });
  expect((await trySubmit(official, reopened, '2026-11-20')).problem).toMatchObject({
    status: 422,
    data: { missing: ['accepted'] },
  });
  const accepted = await edit(official, reopened, '2026-11-19', {
    acceptanceNo: '赣县矿验〔2026〕21号',
    acceptedOn: '2026-11-18',
  });
  expect(await move(official, accepted, '2026-11-20')).toMatchObject({ stage: 'restored' });
  const before = await official.get(mineRoutes.past, {
    params: { id: restored.id },
    query: { asOf: '2026-11-18' },
  });
  expect(before).toMatchObject({ stage: 'completion', acceptanceNo: '赣县矿验〔2026〕9号' });
});

test('a stage is not left before the day its own fact happened (K12)', async () => {
  const approved = await edit(official, await mineIn('planning', official), '2026-04-20', {
    approach: 'C',
    planApprovalNo: '赣县自然资修〔2026〕4号',
    planApprovedOn: '2026-04-18',
  });
  const planned = await fileWanted(official, approved);
  expect((await trySubmit(official, planned, '2026-04-17')).problem).toMatchObject({
    status: 422,
    code: 'step-order',
    data: { step: 'planApproved', since: '2026-04-18' },
  });
  expect((await trySubmit(official, planned, '2026-04-18')).status).toBe(201);
});

test('a mine taken off leaves every list and figure unless removed ones are asked for, and comes back from the start', async () => {
  const mine = await mineIn('financing', official);
  const gone = await move(city, mine, '2026-06-01', 'remove', '与另一图斑重复');
  expect(gone.moves.map(({ move: name }) => name)).toEqual(['reinstate']);
  const listed = async (query: object) =>
    (await official.get(mineRoutes.list, { query: { q: mine.number, ...query } })).total;
  expect(await listed({})).toBe(0);
  expect(await listed({ asOf: '2026-06-01' })).toBe(0);
  expect(await listed({ asOf: '2026-05-31' })).toBe(1);
  expect(await listed({ stage: 'removed' })).toBe(1);
  expect((await move(city, gone, '2026-07-01', 'reinstate', '核实并非重复')).stage).toBe('survey');
  expect(await listed({ stage: 'survey' })).toBe(1);
});

test('a mine off the list is neither submitted nor moved on, paused, dated, measured or corrected (S19)', async () => {
  const mine = await fileWanted(official, await enterMine(official));
  const { id, version } = await move(city, mine, '2026-11-01', 'remove', '重复');
  const before = await house.sql('SELECT to_jsonb(m) AS mine FROM mine m WHERE id = $1', [id]);
  const [params, day] = [{ id }, { version, effectiveOn: '2026-11-02' }];
  const patch = {
    number: `${id}-X`,
    subclass: '11',
    attribute: '1',
    areaSquareMetres: '1.00',
    restoredSquareMetres: '0.00',
  } as const;
  const answers = [
    await official.call(reviewRoutes.submit, { body: { mineId: id, ...day } }),
    await tryMove(city, { ...mine, version }, '2026-11-02', 'stepBack', '误报'),
    await tryMove(city, { ...mine, version }, '2026-11-02', 'remove', '重复'),
    await official.call(stepRoutes.pause, { params, body: { ...day, reason: 'DISPUTE' } }),
    await official.call(stepRoutes.write, {
      params,
      body: { version, steps: [{ step: 'fieldChecked', actualOn: '2026-05-01' }] },
    }),
    await official.call(mineRoutes.addPatch, { params, body: { ...day, patch } }),
    await official.call(correctionRoutes.propose, {
      body: { mineId: id, ...day, reason: '笔误', what: { of: 'mine', changes: { town: '别处' } } },
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 409));
  expect(await house.sql('SELECT to_jsonb(m) AS mine FROM mine m WHERE id = $1', [id])).toEqual(before);
});

test('no stage is skipped: nobody names where a move leads, and a second step needs its own gate (S11)', async () => {
  const mine = await enterMine(official);
  for (const more of [{ to: 'restored' }, { stage: 'completion' }])
    expect(
      (
        await official.inject({
          method: 'POST',
          url: `/api/mines/${mine.id}/moves`,
          payload: { version: 1, move: 'advance', effectiveOn: '2026-04-01', reason: null, ...more },
        })
      ).statusCode,
    ).toBe(400);
  expect((await tryMove(city, mine, '2026-04-01', 'stepBack', '误报')).problem).toMatchObject({
    status: 409,
    code: 'move-not-possible',
    data: { stage: 'survey', possible: ['advance', 'remove'] },
  });
  const planning = await move(official, mine, '2026-04-01');
  expect(planning.stage).toBe('planning');
  expect((await trySubmit(official, planning, '2026-04-02')).problem.code).toBe('gate-not-met');
});

test('a move is made once, however often it is sent together', async () => {
  const mine = await enterMine(official);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => tryMove(city, mine, '2026-04-01', 'remove', '重复')),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
});

describe('the day of a move', () => {
  test('is not before the stage that it ends', async () => {
    const mine = await mineIn('planning', official);
    expect((await tryMove(city, mine, '2026-03-31', 'stepBack', '误报')).problem).toMatchObject({
      status: 422,
      code: 'date-before-stage',
      data: { since: '2026-04-01' },
    });
  });
  test('is not still to come', async () => {
    expect((await trySubmit(official, await enterMine(official), '2026-11-25')).problem).toMatchObject({
      status: 422,
      code: 'date-in-future',
    });
  });
  test('may be the day the stage began', async () => {
    const mine = await fileWanted(official, await enterMine(official));
    expect((await trySubmit(official, mine, '2026-03-02')).status).toBe(201);
  });
});

test.each(['stepBack', 'remove', 'relapse', 'reinstate'] as const)('%s needs a reason', async (name) => {
  const from = { stepBack: 'planning', remove: 'survey', relapse: 'restored', reinstate: 'survey' } as const;
  let mine = await mineIn(from[name], official);
  if (name === 'reinstate') mine = await move(city, mine, '2026-11-01', 'remove', '重复');
  for (const reason of [null, '', '   '])
    expect((await tryMove(city, mine, '2026-11-02', name, reason)).problem).toMatchObject({
      status: 422,
      code: 'reason-missing',
    });
});

test('what only a manager may do is refused to the official, and the file says so', async () => {
  const mine = await mineIn('planning', official);
  for (const name of ['stepBack', 'remove'] as const) {
    expect((await tryMove(official, mine, '2026-11-01', name, '误报')).problem).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    expect(mine.moves.find((option) => option.move === name)?.refusal?.code).toBe('not-allowed');
  }
});

test('an auditor sees the gate and no move', async () => {
  const mine = await enterMine(official);
  const seen = await (await house.as('auditor')).get(mineRoutes.read, { params: { id: mine.id } });
  expect(seen.gate).toEqual(mine.gate);
  expect(seen).toMatchObject({ moves: [], mayEdit: false });
});

test('a code says why a mine left the regular way, until it moves again; the pairs of the table and no other', async () => {
  const mine = await enterMine(official);
  const removal = { version: mine.version, move: 'remove', effectiveOn: '2026-05-01' } as const;
  const tryWith = (reasonCode: string | null, reason: string | null) =>
    city.call(mineRoutes.move, {
      params: { id: mine.id },
      body: { ...removal, reasonCode, reason } as never,
    });
  expect((await tryWith(null, '重复')).problem.code).toBe('reason-missing');
  expect((await tryWith('OTHER', null)).problem.code).toBe('reason-missing');
  expect((await tryWith('LANDSLIDE', '重复')).problem.code).toBe('reason-not-fitting');
  expect((await tryWith('WHATEVER', '重复')).status).toBe(400);
  expect((await tryWith('DUPLICATE', null)).status).toBe(200);
  const gone = await city.get(mineRoutes.read, { params: { id: mine.id } });
  expect(gone).toMatchObject({ stage: 'removed', stageReason: 'DUPLICATE' });
  expect(gone.moves.map(({ reasons }) => reasons)).toEqual([['REMOVED_BY_MISTAKE', 'CONFIRMED', 'OTHER']]);
  const back = await move(city, gone, '2026-05-02', 'reinstate', '核实并非重复');
  expect(back).toMatchObject({ stage: 'survey', stageReason: 'OTHER' });
  const { entries } = await official.get(mineRoutes.history, { params: { id: mine.id } });
  expect(entries[1]?.changes).toContainEqual({ field: 'stageReason', before: null, after: 'DUPLICATE' });
  for (const name of MOVE_NAMES)
    await expect(
      house.sql(
        `INSERT INTO stage_reason (mine_id, move, stage, reason, effective_on, recorded_at)
         VALUES (${mine.id}, '${name}', 'removed', 'LANDSLIDE', '2026-05-01', now())`,
      ),
    ).rejects.toMatchObject({ code: '23514' });
});
