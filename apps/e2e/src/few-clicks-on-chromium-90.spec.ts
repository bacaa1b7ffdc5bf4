import { describe, expect, test } from '@jest/globals';
import { mineRoutes, reviewRoutes } from '@qingshan/contracts';
import { caller } from './testing/caller';
import { csvRows } from './testing/csv';
import { editedWorkbook } from './testing/edited-workbook';
import { hasOldBrowser, says } from './testing/old-browser';
import { chooserAfter, focusOn, noDialog, oldDownload, oldRows, onDisk } from './testing/old-hands';
import { oneOldPage } from './testing/old-ledger';
import { aScan, fileWanted } from './testing/papers';
import { counted, zh } from './testing/words';

// ux.md §10.2 in the browser that many offices have, by mouse: the same presses as in within-few-strokes.spec.ts.

const official = () => caller('official');
const read = (id: number) => official().get(mineRoutes.read, { params: { id } });
const cell = (column: number) => `[data-cell="0:${column}"]`;
const YEAR_COLUMN = 8;
const IN_DIALOG = 'dialog[open] button';

(hasOldBrowser() ? describe : describe.skip)('on a real Chromium 90, by mouse', () => {
  const { ledgerOf, asAuditor } = oneOldPage();

  test('one fact of a mine and a note: 4 clicks', async () => {
    const { page, ids, mouse, troubles } = await ledgerOf('旧鼠一镇', 1);
    await mouse.doubleClick(cell(YEAR_COLUMN));
    await focusOn(page, 'input[name="closureYear"]');
    await page.keyboard.type('2004');
    await mouse.click('dialog[open] textarea');
    await page.keyboard.type('已到现场核对');
    await mouse.click(IN_DIALOG, zh('mines.edit.save'));
    await noDialog(page);
    expect((await read(Number(ids[0]))).closureYear).toBe(2004);
    expect(mouse.clicks).toBe(4);
    expect(troubles).toEqual([]);
  });

  test('one fact of 20 mines: at most 6 clicks', async () => {
    const { page, ids, mouse, troubles } = await ledgerOf('旧鼠廿镇', 20);
    await mouse.click('input[type="checkbox"]', zh('mines.bulk.tickAll'));
    await says(page, '[role="status"]', zh('mines.bulk.selected', { count: 20, value: '20' }));
    await mouse.doubleClick(cell(YEAR_COLUMN));
    await focusOn(page, 'input[name="closureYear"]');
    await page.keyboard.type('1998');
    await mouse.click(IN_DIALOG, zh('mines.bulk.preview'));
    await mouse.click('main button', zh('mines.bulk.apply', { value: '20' }));
    await says(page, 'button', zh('mines.bulk.undo', { value: '20' }));
    const years = await Promise.all(ids.map(async (id) => (await read(id)).closureYear));
    expect(new Set(years)).toEqual(new Set([1998]));
    expect(mouse.clicks).toBeLessThanOrEqual(6);
    expect(troubles).toEqual([]);
  });

  test('a stage with the evidence it asks for: at most 6 clicks', async () => {
    const { page, ids, mouse, troubles } = await ledgerOf('旧鼠送审镇', 1);
    const id = Number(ids[0]);
    await fileWanted(official(), id, 'DET_NOTICE');
    await page.reload();
    await oldRows(page, 1);
    const scan = onDisk('认定公告.pdf', Buffer.from(await aScan().arrayBuffer()));
    const criterion = zh('labels.criterion.determinationPublished');
    await mouse.click(cell(YEAR_COLUMN));
    await mouse.click('a', zh('mines.gate.addNamed', { criterion }));
    await says(page, IN_DIALOG, zh('documents.choose'));
    const chooser = await chooserAfter(page, () => mouse.click(IN_DIALOG, zh('documents.choose')));
    await chooser.accept([scan]);
    await noDialog(page);
    await mouse.click('button', zh('reviews.submitStage', { stage: zh('labels.stage.survey') }));
    await mouse.click(IN_DIALOG, zh('reviews.submit'));
    await says(page, 'main', zh('reviews.state.pending'));
    const { total } = await official().get(reviewRoutes.list, { query: { show: 'all', mineId: id } });
    expect(total).toBe(1);
    expect(mouse.clicks).toBeLessThanOrEqual(6);
    expect(troubles).toEqual([]);
  });

  test('out to a spreadsheet, a cell changed there, and back in: at most 6 clicks', async () => {
    const { page, ids, mouse, troubles } = await ledgerOf('旧鼠表镇', 2);
    await mouse.click('button', zh('mines.list.export', { value: '2' }));
    await mouse.click('dialog[open] label span', zh('exports.format.name.xlsx'));
    const workbook = await oldDownload(page, () =>
      mouse.click(IN_DIALOG, zh('exports.new.make', { count: 2, value: '2' })),
    );
    const edited = onDisk('改过.xlsx', await editedWorkbook(workbook, 0, '关闭年度', 2001));
    await noDialog(page);
    const chooser = await chooserAfter(page, () => mouse.click('button', zh('imports.open')));
    await chooser.accept([edited]);
    await mouse.click('button', zh('imports.apply.open', { count: 1, value: '1' }));
    await mouse.click(IN_DIALOG, zh('imports.apply.confirm'));
    await says(page, 'main', zh('imports.outcome.done', { fresh: '0', changed: '1' }));
    expect((await read(Number(ids[0]))).closureYear).toBe(2001);
    expect(mouse.clicks).toBeLessThanOrEqual(6);
    expect(troubles).toEqual([]);
  });

  test('an auditor has the file of what is filtered: at most 3 clicks', async () => {
    const query = { stage: 'planning', region: '360704' };
    const { total } = await caller('auditor').get(mineRoutes.list, { query });
    const { page, mouse, troubles } = await asAuditor(`/mines?${new URLSearchParams(query).toString()}`);
    await oldRows(page, total);
    await mouse.click('button', zh('mines.list.export', { value: counted(total) }));
    const file = await oldDownload(page, () =>
      mouse.click(IN_DIALOG, zh('exports.new.make', { count: total, value: counted(total) })),
    );
    expect(csvRows(file.toString('utf8'))).toHaveLength(total + 1);
    expect(mouse.clicks).toBeLessThanOrEqual(3);
    expect(troubles).toEqual([]);
  });

  test('an auditor goes from a reported figure to the record behind it: at most 3 clicks', async () => {
    const { page, mouse, troubles } = await asAuditor('/figures?asOf=2022-12-31');
    await says(page, 'main', '7,023');
    const link = await page.evaluate(() =>
      [...document.querySelectorAll('main a')]
        .find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').includes('7,023'))
        ?.getAttribute('href'),
    );
    await mouse.click(`main a[href="${link}"]`);
    await oldRows(page, 7_023);
    await mouse.click('[role="grid"] a');
    await says(page, 'h2', zh('mines.history.title'));
    expect(mouse.clicks).toBeLessThanOrEqual(3);
    expect(troubles).toEqual([]);
  });

  test('a mine’s whole history, with what stood there before and after: one click', async () => {
    const { page, mouse, troubles } = await asAuditor('/mines?stage=restored');
    await mouse.click('[role="grid"] a');
    await says(page, 'h2', zh('mines.history.title'));
    await says(page, 'main', zh('mines.history.before'));
    expect(mouse.clicks).toBe(1);
    expect(troubles).toEqual([]);
  });
});
