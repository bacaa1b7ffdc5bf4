import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bulkRoutes, mineRoutes, type BulkEditView, type MineView } from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { edit } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let neighbour: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  [official, neighbour] = [await house.as('official'), await house.as('neighbour')];
}, 60_000);
afterAll(() => house.close());

const CHANGES = { planApprovalNo: '赣县自然资修〔2026〕8号', planApprovedOn: '2026-10-01' };

const prepare = (by: Visitor, which: object, changes: object = CHANGES, effectiveOn = '2026-11-01') =>
  by.get(bulkRoutes.prepare, { body: { which: which as never, changes, effectiveOn, remark: '一并批复' } });

const mineOf = (mine: MineView, by = official) => by.get(mineRoutes.read, { params: { id: mine.id } });

/** Waits for the job as the page does: by asking again. */
const ended = async (by: Visitor, { id }: BulkEditView): Promise<BulkEditView> => {
  for (;;) {
    const now = await by.get(bulkRoutes.read, { params: { id } });
    if (now.state !== 'applying' && now.state !== 'undoing') return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const start = async (by: Visitor, act: 'apply' | 'undo', prepared: BulkEditView) => {
  await by.get(bulkRoutes[act], { params: { id: prepared.id } });
  return ended(by, prepared);
};

test('first every mine is looked at, with what stands there, and nothing is written', async () => {
  const [one, other] = [await enterMine(official), await enterMine(official)];
  const done = await edit(official, other, '2026-10-20', CHANGES);
  const prepared = await prepare(official, { ids: [one.id, other.id] });
  expect(prepared).toMatchObject({ state: 'prepared', rows: 2, counts: { change: 1, unchanged: 1 } });
  const { rows } = await official.get(bulkRoutes.rows, { params: { id: prepared.id } });
  expect(rows.map(({ mineId, verdict }) => [mineId, verdict])).toEqual([
    [one.id, 'change'],
    [other.id, 'unchanged'],
  ]);
  expect(rows[0]?.before).toEqual({ planApprovalNo: null, planApprovedOn: null });
  expect((await mineOf(one)).version).toBe(one.version);
  expect((await mineOf(other)).version).toBe(done.version);
});

test('then each mine gets the facts by the same door as a single edit, with its entry in the history', async () => {
  const mines = [await enterMine(official), await enterMine(official), await enterMine(official)];
  const prepared = await prepare(official, { ids: mines.map(({ id }) => id) });
  const done = await start(official, 'apply', prepared);
  expect(done).toMatchObject({ state: 'done', counts: { written: 3, change: 0 } });
  for (const mine of mines) {
    expect(await mineOf(mine)).toMatchObject({ ...CHANGES, version: mine.version + 1 });
    const { entries } = await official.get(mineRoutes.history, { params: { id: mine.id } });
    expect(entries[0]).toMatchObject({
      action: 'mine.edited',
      effectiveOn: '2026-11-01',
      remark: '一并批复',
    });
  }
});

test('a mine that was changed meanwhile is left as it is, and says so', async () => {
  const [one, other] = [await enterMine(official), await enterMine(official)];
  const prepared = await prepare(official, { ids: [one.id, other.id] });
  await edit(official, other, '2026-11-02', { town: '别处' });
  const done = await start(official, 'apply', prepared);
  expect(done.counts).toMatchObject({ written: 1, refused: 1 });
  const { rows } = await official.get(bulkRoutes.rows, {
    params: { id: prepared.id },
    query: { verdict: 'refused' },
  });
  expect(rows).toMatchObject([{ mineId: other.id, problem: 'version-conflict' }]);
  expect((await mineOf(other)).planApprovalNo).toBeNull();
});

test('a day before a later change of the same fact is told beforehand', async () => {
  const mine = await edit(official, await enterMine(official), '2026-11-10', { planApprovalNo: '后来的' });
  const prepared = await prepare(official, { ids: [mine.id] });
  expect(prepared.counts).toMatchObject({ skipped: 1, change: 0 });
  const { rows } = await official.get(bulkRoutes.rows, { params: { id: prepared.id } });
  expect(rows[0]?.problem).toBe('date-before-change');
});

test('the whole is taken back; a mine that was changed since keeps its change', async () => {
  const [one, other] = [await enterMine(official), await enterMine(official)];
  const prepared = await prepare(official, { ids: [one.id, other.id] });
  await start(official, 'apply', prepared);
  await edit(official, await mineOf(other), '2026-11-03', { town: '又改' });
  const undone = await start(official, 'undo', prepared);
  expect(undone).toMatchObject({ state: 'undone', counts: { undone: 1, kept: 1, written: 0 } });
  expect((await mineOf(one)).planApprovalNo).toBeNull();
  expect(await mineOf(other)).toMatchObject({ ...CHANGES, town: '又改' });
});

test('nobody reaches beyond their own division, by ids or by filter', async () => {
  const mine = await enterMine(official);
  expect((await prepare(neighbour, { ids: [mine.id] })).rows).toBe(0);
  const all = await prepare(neighbour, { filter: {} });
  const { rows } = await neighbour.get(bulkRoutes.rows, { params: { id: all.id } });
  expect(rows.map(({ mineId }) => mineId)).not.toContain(mine.id);
});

test('somebody else’s edit is not there', async () => {
  const mine = await enterMine(official);
  const { id } = await prepare(official, { ids: [mine.id] });
  for (const act of ['read', 'apply', 'cancel', 'undo'] as const)
    expect((await neighbour.call(bulkRoutes[act], { params: { id } })).problem.code).toBe('not-found');
});

test('it is applied once: a second press, and one after it was called off, are told so', async () => {
  const mine = await enterMine(official);
  const prepared = await prepare(official, { ids: [mine.id] });
  await start(official, 'apply', prepared);
  const again = await official.call(bulkRoutes.apply, { params: { id: prepared.id } });
  expect([again.status, again.problem.code]).toEqual([409, 'already-done']);
  const other = await prepare(official, { ids: [(await enterMine(official)).id] });
  await official.get(bulkRoutes.cancel, { params: { id: other.id } });
  const late = await official.call(bulkRoutes.apply, { params: { id: other.id } });
  expect(late.problem.code).toBe('already-done');
});

test('a day to come, no field at all, and a field that tells mines apart are refused', async () => {
  const mine = await enterMine(official);
  const ask = (changes: object, effectiveOn = '2026-11-01') =>
    official.inject({
      method: 'POST',
      url: '/api/bulk-edits',
      payload: { which: { ids: [mine.id] }, changes, effectiveOn, remark: null },
    });
  expect((await ask(CHANGES, '2027-01-01')).json<{ code: string }>().code).toBe('date-in-future');
  for (const changes of [{}, { number: 'X' }, { name: '同名' }, { regionCode: '360722' }])
    expect((await ask(changes)).statusCode).toBe(400);
});
