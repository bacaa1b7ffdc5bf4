import { describe, expect, test } from '@jest/globals';
import { mineRoutes, reviewRoutes } from '@qingshan/contracts';
import type { Page } from 'puppeteer-core';
import { caller } from './testing/caller';
import { csvRows } from './testing/csv';
import { editedWorkbook } from './testing/edited-workbook';
import { hasOldBrowser, says } from './testing/old-browser';
import { chooserAfter, focusOn, noDialog, oldDownload, oldRows, onDisk } from './testing/old-hands';
import { oneOldPage } from './testing/old-ledger';
import { aScan, fileWanted } from './testing/papers';
import { zh } from './testing/words';

// ux.md §10.2 in the browser that many offices have, by keyboard alone: the same strokes as in within-few-strokes.spec.ts.

const official = () => caller('official');
const read = (id: number) => official().get(mineRoutes.read, { params: { id } });
const focusOnWords = (page: Page, words: string) =>
  page.waitForFunction((wanted: string) => document.activeElement?.textContent === wanted, {}, words);

(hasOldBrowser() ? describe : describe.skip)('on a real Chromium 90, by keyboard alone', () => {
  const { ledgerOf, asAuditor } = oneOldPage();

  test('one fact of a mine and a note: at most 8 strokes', async () => {
    const { page, ids, troubles, hands } = await ledgerOf('旧键一镇', 1);
    await hands.press('j', 'End', 'e');
    await focusOn(page, 'input[name="closureYear"]');
    await hands.type('2004');
    await hands.press('Enter');
    await focusOn(page, 'textarea');
    await hands.type('已到现场核对');
    await hands.press('Control+Enter');
    await noDialog(page);
    expect((await read(Number(ids[0]))).closureYear).toBe(2004);
    expect(hands.strokes).toBeLessThanOrEqual(8);
    expect(troubles).toEqual([]);
  });

  test('one fact of 20 mines: at most 12 strokes', async () => {
    const { page, ids, troubles, hands } = await ledgerOf('旧键廿镇', 20);
    await hands.press('j', 'Control+a', 'End', 'e');
    await focusOn(page, 'input[name="closureYear"]');
    await hands.type('1998');
    await hands.press('Enter');
    await says(page, 'h1', zh('mines.bulk.pageTitle'));
    await oldRows(page, 20);
    await hands.press('Control+Enter');
    await says(page, 'button', zh('mines.bulk.undo', { value: '20' }));
    const years = await Promise.all(ids.map(async (id) => (await read(id)).closureYear));
    expect(new Set(years)).toEqual(new Set([1998]));
    expect(hands.strokes).toBeLessThanOrEqual(12);
    expect(troubles).toEqual([]);
  });

  test('a stage with the evidence it asks for: at most 8 strokes', async () => {
    const { page, ids, troubles, hands } = await ledgerOf('旧键送审镇', 1);
    const id = Number(ids[0]);
    await fileWanted(official(), id, 'DET_NOTICE');
    await page.reload();
    await oldRows(page, 1);
    const notice = Buffer.from(await aScan().arrayBuffer());
    const scan = onDisk('认定公告.pdf', notice);
    await hands.press('j', 's');
    await focusOn(page, 'dialog a');
    await hands.press('Enter');
    await focusOnWords(page, zh('documents.choose'));
    const chooser = await chooserAfter(page, () => hands.press('Enter'));
    await chooser.accept([scan]);
    await noDialog(page);
    await hands.press('s');
    await focusOnWords(page, zh('reviews.submitStage', { stage: zh('labels.stage.survey') }));
    await hands.press('Enter');
    await focusOn(page, 'dialog input[name="effectiveOn"]');
    await hands.press('Enter');
    await says(page, 'main', zh('reviews.state.pending'));
    const { total } = await official().get(reviewRoutes.list, { query: { show: 'all', mineId: id } });
    expect(total).toBe(1);
    expect(hands.strokes).toBeLessThanOrEqual(8);
    expect(troubles).toEqual([]);
  });

  test('out to a spreadsheet, a cell changed there, and back in: at most 12 strokes', async () => {
    const { page, ids, troubles, hands } = await ledgerOf('旧键表镇', 2);
    await hands.press('Control+k');
    await focusOn(page, '[role="combobox"]');
    await hands.press('Enter');
    await focusOn(page, 'input[type="radio"]');
    await hands.press('ArrowDown');
    const workbook = await oldDownload(page, () => hands.press('Enter'));
    const edited = onDisk('改过.xlsx', await editedWorkbook(workbook, 0, '关闭年度', 2001));
    await noDialog(page);
    await hands.press('Control+k');
    await focusOn(page, '[role="combobox"]');
    const chooser = await chooserAfter(page, () => hands.press('ArrowDown', 'Enter'));
    await chooser.accept([edited]);
    await says(page, 'button', zh('imports.apply.open', { count: 1, value: '1' }));
    await hands.press('Control+Enter');
    await focusOn(page, 'dialog input[name="effectiveOn"]');
    await hands.press('Enter');
    await says(page, 'main', zh('imports.outcome.done', { fresh: '0', changed: '1' }));
    expect((await read(Number(ids[0]))).closureYear).toBe(2001);
    expect(hands.strokes).toBeLessThanOrEqual(12);
    expect(troubles).toEqual([]);
  });

  test('an auditor has the file of what is filtered in 3 strokes', async () => {
    const query = { stage: 'planning', region: '360704' };
    const { total } = await caller('auditor').get(mineRoutes.list, { query });
    const { page, troubles, hands } = await asAuditor(`/mines?${new URLSearchParams(query).toString()}`);
    await oldRows(page, total);
    await hands.press('Control+k');
    await focusOn(page, '[role="combobox"]');
    await hands.press('Enter');
    await focusOn(page, 'input[type="radio"]');
    const file = await oldDownload(page, () => hands.press('Enter'));
    expect(csvRows(file.toString('utf8'))).toHaveLength(total + 1);
    expect(hands.strokes).toBe(3);
    expect(troubles).toEqual([]);
  });

  test('an auditor goes from a reported figure to the record behind it: at most 18 strokes, most of them Tab', async () => {
    const { page, troubles, hands } = await asAuditor('/figures?asOf=2022-12-31');
    await says(page, 'main', '7,023');
    await hands.press('Tab', 'Enter');
    const isThere = () =>
      page.evaluate(() => {
        const at = document.activeElement?.closest('a');
        return (at?.getAttribute('aria-label') ?? at?.textContent ?? '').includes('7,023');
      });
    while (!(await isThere()) && hands.strokes < 18) await hands.press('Tab');
    await hands.press('Enter');
    await oldRows(page, 7_023);
    await hands.press('j', 'Enter', 'Enter');
    await says(page, 'h2', zh('mines.history.title'));
    expect(hands.strokes).toBeLessThanOrEqual(18);
    expect(troubles).toEqual([]);
  });

  test('a mine’s whole history, with what stood there before and after: 3 strokes', async () => {
    const { page, troubles, hands } = await asAuditor('/mines?stage=restored');
    await page.waitForSelector('[role="grid"][aria-busy="false"] [role="rowheader"]');
    await hands.press('j', 'Enter', 'Enter');
    await says(page, 'h2', zh('mines.history.title'));
    await says(page, 'main', zh('mines.history.before'));
    expect(hands.strokes).toBe(3);
    expect(troubles).toEqual([]);
  });
});
