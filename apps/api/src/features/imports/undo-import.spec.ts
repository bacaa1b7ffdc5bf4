import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importRoutes, mineRoutes, type ImportView, type MineView } from '@qingshan/contracts';
import { checkLedger } from '../../testing/check-ledger';
import { enterMine } from '../../testing/enter-mine';
import { fileDocument } from '../../testing/file-document';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
});
afterAll(() => house.close());

const TODAY = '2026-11-24';

const settled = async ({ id }: ImportView): Promise<ImportView> => {
  for (;;) {
    const view = await official.get(importRoutes.read, { params: { id } });
    if (view.state !== 'applying' && view.state !== 'undoing') return view;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const write = async ({ id }: ImportView, leaveOutErrors = true): Promise<ImportView> =>
  settled(
    await official.get(importRoutes.apply, {
      params: { id },
      body: { effectiveOn: TODAY, leaveOutErrors },
    }),
  );

const undo = async ({ id }: ImportView): Promise<ImportView> =>
  settled(await official.get(importRoutes.undo, { params: { id } }));

const read = (id: number): Promise<MineView> => official.get(mineRoutes.read, { params: { id } });

const edit = (mine: MineView, town: string) =>
  official.get(mineRoutes.edit, {
    params: { id: mine.id },
    body: { version: mine.version, effectiveOn: TODAY, changes: { town }, remark: null },
  });

const HEADER = '主体编号,矿山名称,区县,乡镇,图斑编号,图斑面积(平方米)';
const ct = (serial: number) => `CT${String(serial).padStart(19, '0')}`;

test('an undone import leaves the register as it was, what was changed since stays and is listed with why', async () => {
  const known = await enterMine(official, { patches: [{ number: ct(1), areaSquareMetres: '1000.00' }] });
  const touched = await enterMine(official);
  const view = await checkLedger(official, [
    HEADER,
    `U1,一号矿,赣县区,梅林镇,${ct(2)},500`,
    `${known.number},,,江口镇,${ct(1)},2500`,
    `${known.number},,,,${ct(3)},300`,
    `${touched.number},,,江口镇,,`,
  ]);
  expect(view.counts).toMatchObject({ new: 1, changed: 3, error: 0 });
  const done = await write(view);
  expect(done).toMatchObject({ state: 'done', undo: null });
  expect(await read(known.id)).toMatchObject({ town: '江口镇', damagedSquareMetres: '2800.00' });
  await edit(await read(touched.id), '茅店镇');

  const undone = await undo(done);
  expect(undone).toMatchObject({ state: 'undone', undo: { undone: 3, kept: 1 } });
  const { rows } = await official.get(importRoutes.rows, {
    params: { id: view.id },
    query: { show: 'kept' },
  });
  expect(rows).toMatchObject([{ number: touched.number, undone: false, undoProblem: 'version-conflict' }]);
  expect(await read(touched.id)).toMatchObject({ town: '茅店镇' });
  expect(await read(known.id)).toMatchObject({
    town: known.town,
    damagedSquareMetres: '1000.00',
    patches: [{ areaSquareMetres: '1000.00' }, { number: ct(3), areaSquareMetres: '0.00' }],
  });
  const listed = await official.get(mineRoutes.list, { query: { q: 'U1' } });
  expect(listed.rows.filter(({ stage }) => stage !== 'removed')).toEqual([]);
  await expect(official.get(importRoutes.undo, { params: { id: view.id } })).rejects.toThrow('already-done');
});

test('a mine that has papers by now stays, though nobody wrote to it', async () => {
  const done = await write(
    await checkLedger(official, [
      HEADER,
      `UP1,带材料矿,赣县区,,${ct(31)},500`,
      `UP2,无材料矿,赣县区,,${ct(32)},500`,
    ]),
  );
  const { rows } = await official.get(mineRoutes.list, { query: { q: 'UP' } });
  const [withPapers, without] = ['UP1', 'UP2'].map(
    (number) => rows.find((one) => one.number === number)?.id ?? 0,
  );
  await fileDocument(official, withPapers ?? 0, 'OTHER');
  expect((await undo(done)).undo).toMatchObject({ undone: 1, kept: 1 });
  expect((await read(withPapers ?? 0)).stage).toBe('survey');
  expect((await read(without ?? 0)).stage).toBe('removed');
});

test('what an undo took off the list comes back with the next import of the ledger', async () => {
  const lines = [HEADER, `B1,一号矿,赣县区,梅林镇,${ct(20)},500`];
  const first = await write(await checkLedger(official, lines));
  const [mine] = (await official.get(mineRoutes.list, { query: { q: 'B1' } })).rows;
  await undo(first);
  expect(await read(Number(mine?.id))).toMatchObject({ stage: 'removed' });
  const again = await checkLedger(official, [HEADER, `B1,一号石场,赣县区,梅林镇,${ct(20)},500`]);
  expect(again.counts).toMatchObject({ changed: 1, error: 0 });
  const back = await write(again);
  expect(await read(Number(mine?.id))).toMatchObject({ stage: 'survey', name: '一号石场' });
  await undo(back);
  expect(await read(Number(mine?.id))).toMatchObject({ stage: 'removed', name: '一号矿' });
});

test('all or nothing: one row that cannot be written takes the others back', async () => {
  const touched = await enterMine(official);
  const view = await checkLedger(official, [
    HEADER,
    `N1,一号矿,赣县区,梅林镇,${ct(30)},500`,
    `${touched.number},,,江口镇,,`,
  ]);
  await edit(touched, '茅店镇');
  const ended = await write(view, false);
  expect(ended).toMatchObject({
    state: 'undone',
    allOrNothing: true,
    counts: { new: 1, changed: 0, error: 1 },
    undo: { undone: 1, kept: 0 },
  });
  expect(await read(touched.id)).toMatchObject({ town: '茅店镇' });
  const { rows } = await official.get(mineRoutes.list, { query: { q: 'N1' } });
  expect(rows.filter(({ stage }) => stage !== 'removed')).toEqual([]);
});

test('an import that wrote nothing has nothing to take back', async () => {
  const view = await checkLedger(official, [HEADER, `Z1,一号矿,赣县区,梅林镇,${ct(40)},500`]);
  await expect(official.get(importRoutes.undo, { params: { id: view.id } })).rejects.toThrow('already-done');
  await official.get(importRoutes.cancel, { params: { id: view.id } });
  await expect(official.get(importRoutes.undo, { params: { id: view.id } })).rejects.toThrow('invalid-input');
});
