import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importRoutes, mineRoutes, type ImportRowView, type ImportView } from '@qingshan/contracts';
import { checkLedger } from '../../testing/check-ledger';
import { enterMine } from '../../testing/enter-mine';
import { fileWanted } from '../../testing/file-document';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
});
afterAll(() => house.close());

const HEADER =
  '主体编号,矿山名称,区县,图斑编号,图斑小类,图斑面积(亩),已修复面积(亩),关闭年度,修复方式,批复文号,批复时间,所处阶段';

const rowsOf = async (
  { id }: ImportView,
  query: { show?: 'lacking' | 'all' } = {},
): Promise<ImportRowView[]> => (await official.get(importRoutes.rows, { params: { id }, query })).rows;

const written = async ({ id }: ImportView): Promise<void> => {
  await official.get(importRoutes.apply, {
    params: { id },
    body: { effectiveOn: '2026-11-24', leaveOutErrors: true },
  });
  while ((await official.get(importRoutes.read, { params: { id } })).state === 'applying')
    await new Promise((resolve) => setTimeout(resolve, 20));
};

/** What the checklist of the mine's own file asks for. */
const askedOf = async (number: string) => {
  const { rows } = await official.get(mineRoutes.list, { query: { q: number } });
  const { stage, gate } = await official.get(mineRoutes.read, { params: { id: Number(rows[0]?.id) } });
  return {
    stage,
    lacking: gate.filter(({ state }) => state === 'notMet').map(({ criterion }) => criterion),
  };
};

const ct = (serial: number) => `CT${String(serial).padStart(19, '0')}`;

test('a row says of a new mine what its file will ask for once it is written, in each stage', async () => {
  const view = await checkLedger(official, [
    HEADER,
    `NG-1,一号石场,赣县区,${ct(1)},11,15,,2010,,,,`,
    `NG-2,二号石场,赣县区,${ct(2)},21,15,,,,,,调查`,
    `NG-3,三号石场,赣县区,${ct(3)},11,15,,2010,辅助再生,赣资修〔2026〕1号,2026-01-05,方案`,
    `NG-4,四号石场,赣县区,${ct(4)},11,15,15,2010,自然恢复,,,验收`,
    `NG-5,五号石场,赣县区,${ct(5)},11,15,15,2010,,,,已销号`,
  ]);
  const notes = new Map((await rowsOf(view)).map(({ number, gate }) => [number, gate]));
  expect(notes.get('NG-1')?.lacking).toContain('mineralKnown');
  expect(notes.get('NG-1')?.lacking).not.toContain('closureKnown');
  expect(notes.get('NG-2')?.lacking).toEqual(expect.arrayContaining(['legacyConfirmed', 'closureKnown']));
  await written(view);
  const told = [...notes].filter(([, gate]) => gate !== null);
  expect(told.map(([, gate]) => gate?.stage)).toEqual(['survey', 'survey', 'planning', 'completion']);
  for (const [number, gate] of told) expect([number, gate]).toEqual([number, await askedOf(String(number))]);
  expect(notes.get('NG-5')).toBeNull();
});

test('the rows of one mine are looked at together, wherever they stand', async () => {
  const view = await checkLedger(official, [
    HEADER,
    `NG-10,十号石场,赣县区,${ct(10)},11,15,,,,,,`,
    `NG-11,十一号石场,赣县区,${ct(11)},11,15,,2010,,,,`,
    `NG-10,十号石场,赣县区,${ct(12)},21,15,,2010,,,,`,
  ]);
  const [first, other, last] = await rowsOf(view);
  expect(first?.gate).toEqual(last?.gate);
  // The year stands in the last row, the patch that is no legacy damage too: both hold for the mine.
  expect(first?.gate?.lacking).toContain('legacyConfirmed');
  expect(first?.gate?.lacking).not.toContain('closureKnown');
  expect(other?.gate?.lacking).not.toContain('legacyConfirmed');
});

test('of a mine we have, its papers, steps and patches count beside what the row says', async () => {
  const { number } = await fileWanted(official, await enterMine(official, { facts: { closureYear: null } }));
  expect(await askedOf(number)).toEqual({ stage: 'survey', lacking: ['closureKnown'] });
  const wrong = await checkLedger(official, ['主体编号,乡镇', `${number},梅林镇`]);
  expect((await rowsOf(wrong))[0]).toMatchObject({
    verdict: 'changed',
    gate: { stage: 'survey', lacking: ['closureKnown'] },
  });
  const right = await checkLedger(official, ['主体编号,关闭年度', `${number},2011`]);
  expect((await rowsOf(right))[0]).toMatchObject({
    verdict: 'changed',
    gate: { stage: 'survey', lacking: [] },
  });
  expect(right.counts?.lacking).toBe(0);
});

test('the count is that of the rows behind it; a row that is not written says nothing, and nothing is refused', async () => {
  const { number, name } = await enterMine(official);
  const lines = [
    '主体编号,矿山名称,区县,关闭年度',
    'NG-20,二十号石场,赣县区,2010',
    'NG-21,二一号石场,赣县区,很久以前',
    `${number},${name},赣县区,`,
  ];
  const view = await checkLedger(official, lines);
  expect(view.counts).toMatchObject({ new: 1, unchanged: 1, error: 1, lacking: 1 });
  expect((await rowsOf(view)).map(({ verdict, gate }) => [verdict, gate === null])).toEqual([
    ['new', false],
    ['error', true],
    ['unchanged', true],
  ]);
  expect((await rowsOf(view, { show: 'lacking' })).map(({ number: of }) => of)).toEqual(['NG-20']);
  const cells = [{ row: 3, column: 3, value: '2001' }];
  const corrected = await official.get(importRoutes.correct, { params: { id: view.id }, body: { cells } });
  expect(corrected.counts?.lacking).toBe(2);
  await official.get(importRoutes.reading, { params: { id: view.id }, body: { headerRow: 1 } });
  expect(
    await house.sql('SELECT gate FROM import_row WHERE gate IS NOT NULL AND import_id = $1', [view.id]),
  ).toEqual([]);
});
