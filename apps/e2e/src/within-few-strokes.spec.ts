import { describe, expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import type { Page } from 'playwright-core';
import { caller } from './testing/caller';
import { countedHands } from './testing/counted-hands';
import { csvRows } from './testing/csv';
import { download } from './testing/download';
import { enterMine } from './testing/found-mine';
import { gridOf } from './testing/grid';
import { settled } from './testing/settled';
import { visit } from './testing/visit';
import { counted, zh } from './testing/words';

// ux.md §10.2: what a person who lives in a spreadsheet may be asked, in clicks and in strokes, for each task.

const official = () => caller('official');
const read = (id: number) => official().get(mineRoutes.read, { params: { id } });
const dialog = (page: Page) => page.getByRole('dialog');
const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`);
const YEAR_COLUMN = 8;

/** The address changes before the page does: its heading says that it is there. */
const previewed = async (page: Page, mines: number) => {
  await page.getByRole('heading', { level: 1, name: zh('mines.bulk.pageTitle') }).waitFor();
  await gridOf(page, mines);
};

const ledgerOf = async (town: string, mines: number) => {
  const entered = [];
  for (let index = 1; index <= mines; index += 1)
    entered.push(await enterMine(official(), `${town}-${String(index).padStart(2, '0')}`, { town }));
  const page = await visit('official', `/mines?q=${town}`);
  await gridOf(page, mines);
  return { page, ids: entered.map(({ id }) => id), hands: countedHands(page) };
};

describe('one fact of a mine and a note', () => {
  const isSaved = async (page: Page, id: number) => {
    await dialog(page).waitFor({ state: 'detached' });
    expect((await read(id)).closureYear).toBe(2004);
    const { entries } = await official().get(mineRoutes.history, { params: { id } });
    expect(entries[0]?.remark).toBe('已到现场核对');
  };

  test('by mouse: at most 4 clicks', async () => {
    const { page, ids, hands } = await ledgerOf('点选一镇', 1);
    await hands.doubleClick(cell(page, 0, YEAR_COLUMN));
    await dialog(page).waitFor();
    await hands.type('2004');
    await hands.click(dialog(page).getByLabel(zh('mines.edit.note')));
    await hands.type('已到现场核对');
    await hands.click(dialog(page).getByRole('button', { name: zh('mines.edit.save') }));
    await isSaved(page, Number(ids[0]));
    expect(hands.count).toEqual({ clicks: 4, keys: 0 });
  });

  test('by keyboard: at most 8 strokes', async () => {
    const { page, ids, hands } = await ledgerOf('按键一镇', 1);
    await hands.press('j', 'End', 'e');
    await dialog(page).waitFor();
    await hands.type('2004');
    await hands.press('Enter');
    await hands.type('已到现场核对');
    await hands.press('Control+Enter');
    await isSaved(page, Number(ids[0]));
    expect(hands.count.keys).toBeLessThanOrEqual(8);
    expect(hands.count.clicks).toBe(0);
  });
});

describe('one fact of 20 mines', () => {
  const areSaved = async (page: Page, ids: readonly number[]) => {
    await page.getByRole('button', { name: zh('mines.bulk.undo', { value: '20' }) }).waitFor();
    const years = await Promise.all(ids.map(async (id) => (await read(id)).closureYear));
    expect(new Set(years)).toEqual(new Set([1998]));
  };

  test('by mouse: at most 6 clicks', async () => {
    const { page, ids, hands } = await ledgerOf('点选廿镇', 20);
    await hands.click(page.getByRole('checkbox', { name: zh('mines.bulk.tickAll') }));
    await hands.doubleClick(cell(page, 0, YEAR_COLUMN));
    await dialog(page).waitFor();
    await hands.type('1998');
    await hands.click(dialog(page).getByRole('button', { name: zh('mines.bulk.preview') }));
    await previewed(page, 20);
    await hands.click(page.getByRole('button', { name: zh('mines.bulk.apply', { value: '20' }) }));
    await areSaved(page, ids);
    expect(hands.count.clicks).toBeLessThanOrEqual(6);
  });

  test('by keyboard: at most 12 strokes', async () => {
    const { page, ids, hands } = await ledgerOf('按键廿镇', 20);
    await hands.press('j', 'Control+a', 'End', 'e');
    await dialog(page).waitFor();
    await hands.type('1998');
    await hands.press('Enter');
    await previewed(page, 20);
    await hands.press('Control+Enter');
    await areSaved(page, ids);
    expect(hands.count.keys).toBeLessThanOrEqual(12);
    expect(hands.count.clicks).toBe(0);
  });
});

test('an auditor has the file of what is filtered in at most 3 clicks', async () => {
  const query = { stage: 'planning', region: '360704' };
  const { total } = await caller('auditor').get(mineRoutes.list, { query });
  const page = await visit('auditor', `/mines?${new URLSearchParams(query).toString()}`);
  await gridOf(page, total);
  const hands = countedHands(page);
  await hands.click(
    page.getByRole('button', { name: zh('mines.list.export', { value: counted(total) }), exact: true }),
  );
  const made = zh('exports.new.make', { count: total, value: counted(total) });
  const file = await download(page, () => hands.click(dialog(page).getByRole('button', { name: made })));
  expect(csvRows(file.bytes.toString('utf8'))).toHaveLength(total + 1);
  expect(hands.count.clicks).toBeLessThanOrEqual(3);
});

test('an auditor goes from a reported figure to the record behind it in at most 3 clicks', async () => {
  const page = await visit('auditor', '/figures?asOf=2022-12-31');
  await settled(page);
  const hands = countedHands(page);
  await hands.click(page.getByRole('main').getByRole('link', { name: /7,023/ }).first());
  await gridOf(page, 7_023);
  await hands.click(page.getByRole('grid').getByRole('link').first());
  await page.getByRole('heading', { name: zh('mines.history.title') }).waitFor();
  expect(hands.count.clicks).toBeLessThanOrEqual(3);
});

test('one click on a mine shows its whole history with what stood there before and after', async () => {
  const page = await visit('auditor', '/mines?stage=restored');
  await settled(page);
  const hands = countedHands(page);
  await hands.click(page.getByRole('grid').getByRole('link').first());
  const history = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: zh('mines.history.title') }) });
  await history.getByRole('listitem').first().waitFor();
  expect(await history.innerText()).toContain(zh('mines.history.before'));
  expect(hands.count.clicks).toBeLessThanOrEqual(2);
});
