import { describe, expect, test } from '@jest/globals';
import { mineRoutes, reviewRoutes } from '@qingshan/contracts';
import type { Page } from 'playwright-core';
import { caller } from './testing/caller';
import { countedHands } from './testing/counted-hands';
import { csvRows } from './testing/csv';
import { download } from './testing/download';
import { editedWorkbook } from './testing/edited-workbook';
import { enterMine } from './testing/found-mine';
import { gridOf } from './testing/grid';
import { aScan, fileWanted } from './testing/papers';
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
    // One types when one sees where.
    await dialog(page).locator('input:focus').waitFor();
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

describe('a stage with the evidence it asks for', () => {
  const papers = { survey: 'DET_NOTICE' } as const;

  /** All that the survey wants is there but its notice. */
  const almostReady = async (town: string) => {
    const ledger = await ledgerOf(town, 1);
    const id = Number(ledger.ids[0]);
    await fileWanted(official(), id, papers.survey);
    await ledger.page.reload();
    await gridOf(ledger.page, 1);
    const { name, type } = aScan('认定公告.pdf');
    const bytes = Buffer.from(await aScan('认定公告.pdf').arrayBuffer());
    ledger.page.on(
      'filechooser',
      (chooser) => void chooser.setFiles({ name, mimeType: type, buffer: bytes }),
    );
    return { ...ledger, id };
  };
  const isUnderReview = async (page: Page, id: number) => {
    await page.getByText(zh('reviews.state.pending'), { exact: true }).first().waitFor();
    const { rows } = await official().get(reviewRoutes.list, { query: { show: 'all', mineId: id } });
    expect(rows.map(({ stage }) => stage)).toEqual(['survey']);
  };
  const criterion = zh('mines.gate.addNamed', { criterion: zh('labels.criterion.determinationPublished') });
  const submitStage = zh('reviews.submitStage', { stage: zh('labels.stage.survey') });

  test('by mouse: at most 6 clicks', async () => {
    const { page, id, hands } = await almostReady('点选送审镇');
    await hands.click(cell(page, 0, YEAR_COLUMN));
    await hands.click(page.getByRole('link', { name: criterion }));
    await hands.click(dialog(page).getByRole('button', { name: zh('documents.choose') }));
    await dialog(page).waitFor({ state: 'detached' });
    await hands.click(page.getByRole('button', { name: submitStage }));
    await hands.click(dialog(page).getByRole('button', { name: zh('reviews.submit'), exact: true }));
    await isUnderReview(page, id);
    expect(hands.count.clicks).toBeLessThanOrEqual(6);
  });

  test('by keyboard alone: at most 8 strokes', async () => {
    const { page, id, hands } = await almostReady('按键送审镇');
    await hands.press('j', 's');
    await dialog(page).waitFor();
    await hands.press('Enter');
    await dialog(page)
      .getByRole('button', { name: zh('documents.choose') })
      .waitFor();
    await hands.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: submitStage, disabled: false }).waitFor();
    await hands.press('s');
    await dialog(page).waitFor();
    await hands.press('Enter');
    await dialog(page)
      .getByRole('button', { name: zh('reviews.submit'), exact: true })
      .waitFor();
    await hands.press('Enter');
    await isUnderReview(page, id);
    expect(hands.count.keys).toBeLessThanOrEqual(8);
    expect(hands.count.clicks).toBe(0);
  });
});

describe('out to a spreadsheet, a cell changed there, and back in', () => {
  const CLOSED = '关闭年度';
  const answering = (page: Page) => {
    const given = { file: Buffer.alloc(0) as Buffer };
    page.on(
      'filechooser',
      (chooser) => void chooser.setFiles({ name: '改过.xlsx', mimeType: '', buffer: given.file }),
    );
    return given;
  };
  const isWritten = async (page: Page, ids: readonly number[]) => {
    await page.getByText(zh('imports.state.done'), { exact: true }).waitFor();
    const years = await Promise.all(ids.map(async (id) => (await read(id)).closureYear));
    expect(years).toEqual([2001, 2009]);
  };
  const applyOne = zh('imports.apply.open', { count: 1, value: '1' });

  test('by mouse: at most 6 clicks', async () => {
    const { page, ids, hands } = await ledgerOf('点选表镇', 2);
    const chosen = answering(page);
    await hands.click(
      page.getByRole('button', { name: zh('mines.list.export', { value: '2' }), exact: true }),
    );
    await hands.click(dialog(page).getByRole('radio', { name: zh('exports.format.name.xlsx') }));
    const made = zh('exports.new.make', { count: 2, value: '2' });
    const { bytes } = await download(page, () =>
      hands.click(dialog(page).getByRole('button', { name: made })),
    );
    chosen.file = await editedWorkbook(bytes, 0, CLOSED, 2001);
    await dialog(page).waitFor({ state: 'detached' });
    await hands.click(page.getByRole('button', { name: zh('imports.open'), exact: true }));
    await hands.click(page.getByRole('button', { name: applyOne, exact: true }));
    await hands.click(dialog(page).getByRole('button', { name: zh('imports.apply.confirm') }));
    await isWritten(page, ids);
    expect(hands.count.clicks).toBeLessThanOrEqual(6);
  });

  test('by keyboard alone: at most 12 strokes', async () => {
    const { page, ids, hands } = await ledgerOf('按键表镇', 2);
    const chosen = answering(page);
    const found = page.getByRole('combobox', { name: zh('shell.find.label') });
    await hands.press('Control+k');
    await found.waitFor();
    await hands.press('Enter');
    await dialog(page)
      .getByRole('radio', { name: zh('exports.format.name.xlsx') })
      .waitFor();
    await hands.press('ArrowDown');
    const { bytes } = await download(page, () => hands.press('Enter'));
    chosen.file = await editedWorkbook(bytes, 0, CLOSED, 2001);
    await dialog(page).waitFor({ state: 'detached' });
    await hands.press('Control+k');
    await found.waitFor();
    await hands.press('ArrowDown', 'Enter');
    await page.getByRole('button', { name: applyOne, exact: true }).waitFor();
    await hands.press('Control+Enter');
    await dialog(page).waitFor();
    await hands.press('Enter');
    await isWritten(page, ids);
    expect(hands.count.keys).toBeLessThanOrEqual(12);
    expect(hands.count.clicks).toBe(0);
  });
});

describe('an auditor has the file of what is filtered', () => {
  const filtered = async () => {
    const query = { stage: 'planning', region: '360704' };
    const { total } = await caller('auditor').get(mineRoutes.list, { query });
    const page = await visit('auditor', `/mines?${new URLSearchParams(query).toString()}`);
    await gridOf(page, total);
    return { page, total, hands: countedHands(page) };
  };
  const rowsIn = (bytes: Buffer) => csvRows(bytes.toString('utf8'));

  test('by mouse: at most 3 clicks', async () => {
    const { page, total, hands } = await filtered();
    await hands.click(
      page.getByRole('button', { name: zh('mines.list.export', { value: counted(total) }), exact: true }),
    );
    const made = zh('exports.new.make', { count: total, value: counted(total) });
    const file = await download(page, () => hands.click(dialog(page).getByRole('button', { name: made })));
    expect(rowsIn(file.bytes)).toHaveLength(total + 1);
    expect(hands.count.clicks).toBeLessThanOrEqual(3);
  });

  test('by keyboard alone: as many strokes', async () => {
    const { page, total, hands } = await filtered();
    await hands.press('Control+k');
    await page.getByRole('combobox', { name: zh('shell.find.label') }).waitFor();
    await hands.press('Enter');
    await dialog(page).getByRole('radio').first().waitFor();
    const file = await download(page, () => hands.press('Enter'));
    expect(rowsIn(file.bytes)).toHaveLength(total + 1);
    expect(hands.count).toEqual({ clicks: 0, keys: 3 });
  });
});

describe('an auditor goes from a reported figure to the record behind it', () => {
  const reported = async () => {
    const page = await visit('auditor', '/figures?asOf=2022-12-31');
    await settled(page);
    return { page, hands: countedHands(page) };
  };
  const isRecord = (page: Page) => page.getByRole('heading', { name: zh('mines.history.title') }).waitFor();

  test('by mouse: at most 3 clicks', async () => {
    const { page, hands } = await reported();
    await hands.click(page.getByRole('main').getByRole('link', { name: /7,023/ }).first());
    await gridOf(page, 7_023);
    await hands.click(page.getByRole('grid').getByRole('link').first());
    await isRecord(page);
    expect(hands.count.clicks).toBeLessThanOrEqual(3);
  });

  test('by keyboard alone: at most 18 strokes, most of them Tab', async () => {
    const { page, hands } = await reported();
    await hands.press('Tab', 'Enter');
    const isThere = () =>
      page.evaluate(() => {
        const at = document.activeElement?.closest('a');
        return (at?.getAttribute('aria-label') ?? at?.textContent ?? '').includes('7,023');
      });
    for (let step = 0; !(await isThere()) && step < 40; step += 1) await hands.press('Tab');
    await hands.press('Enter');
    await gridOf(page, 7_023);
    await hands.press('j', 'Enter', 'Enter');
    await isRecord(page);
    expect(hands.count.keys).toBeLessThanOrEqual(18);
    expect(hands.count.clicks).toBe(0);
  });
});

describe('a mine’s whole history, with what stood there before and after', () => {
  const restored = async () => {
    const page = await visit('auditor', '/mines?stage=restored');
    await settled(page);
    return { page, hands: countedHands(page) };
  };
  const isTold = async (page: Page) => {
    const history = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: zh('mines.history.title') }) });
    await history.getByRole('listitem').first().waitFor();
    expect(await history.innerText()).toContain(zh('mines.history.before'));
  };

  test('by mouse: one click', async () => {
    const { page, hands } = await restored();
    await hands.click(page.getByRole('grid').getByRole('link').first());
    await isTold(page);
    expect(hands.count).toEqual({ clicks: 1, keys: 0 });
  });

  test('by keyboard alone: three strokes', async () => {
    const { page, hands } = await restored();
    await hands.press('j', 'Enter', 'Enter');
    await isTold(page);
    expect(hands.count).toEqual({ clicks: 0, keys: 3 });
  });
});
