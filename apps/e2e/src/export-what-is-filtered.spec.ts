import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { importRoutes, mineRoutes } from '@qingshan/contracts';
import type { Locator, Page } from 'playwright-core';
import { violations } from './testing/axe';
import { caller } from './testing/caller';
import { csvRows } from './testing/csv';
import { download } from './testing/download';
import { zippedLayer } from './testing/gdal';
import { visit } from './testing/visit';
import { counted, en, numberIn, zh } from './testing/words';

const BOM = '\ufeff';

/** The export button, once it knows how many rows there are. */
const exportButton = async (page: Page, key: string, total: number) => {
  const button = page.getByRole('button', { name: zh(key, { value: counted(total) }), exact: true });
  await button.waitFor();
  return button;
};

const exportDialog = async (page: Page, say = zh) => {
  const dialog = page.getByRole('dialog', { name: say('exports.dialog.title') });
  await dialog.waitFor();
  return dialog;
};

/** The button that says how many rows the file will have. */
const confirm = (dialog: Locator, total: number, say = zh) =>
  dialog
    .getByRole('button', { name: say('exports.new.make', { count: total, value: counted(total) }) })
    .click();

const readFile = ({ bytes }: { bytes: Buffer }) => {
  const text = bytes.toString('utf8');
  const [head = [], ...rows] = csvRows(text.slice(BOM.length));
  return { text, head, rows };
};

const recordOf = async (page: Page, fileName: string) => {
  const row = page
    .getByRole('listitem')
    .filter({ hasText: fileName })
    .filter({ hasText: zh('exports.state.complete') });
  await row.first().waitFor();
  return row.first();
};

test('an auditor takes the ledger of a past day: the number on the button, the rows, the bytes and the record agree', async () => {
  const query = { stage: 'restored', asOf: '2022-12-31', region: '360700' };
  const { total } = await caller('auditor').get(mineRoutes.list, { query });
  const page = await visit('auditor', `/mines?${new URLSearchParams(query).toString()}`);
  const button = await exportButton(page, 'mines.list.export', total);
  await button.click();
  const dialog = await exportDialog(page);
  const file = await download(page, () => confirm(dialog, total));

  const { text, head, rows } = readFile(file);
  expect(text.startsWith(BOM)).toBe(true);
  expect(rows).toHaveLength(total);
  expect(rows.every((row) => row.length === head.length)).toBe(true);
  const numbers = rows.map((row) => row[head.indexOf(zh('labels.field.number'))]);
  expect(new Set(numbers).size).toBe(total);
  expect(file.name).toContain('2022-12-31');

  const exports = await visit('auditor', '/exports');
  const record = await recordOf(exports, file.name);
  const words = await record.innerText();
  expect(words).toContain(createHash('sha256').update(file.bytes).digest('hex'));
  expect(words).toContain(counted(total));
});

test('from the exports page, chosen stages make the number on the button and the file', async () => {
  const page = await visit('city', '/exports');
  const stages = page.getByRole('group', { name: zh('exports.new.stages') });
  await stages.getByRole('button', { name: zh('labels.stage.planning') }).click();
  const { total } = await caller('city').get(mineRoutes.list, { query: { stage: 'planning' } });
  const button = await exportButton(page, 'exports.new.make', total);
  expect(numberIn(await button.innerText())).toBe(total);
  const file = await download(page, () => button.click());
  expect(readFile(file).rows).toHaveLength(total);
  const record = await recordOf(page, file.name);
  expect(await record.innerText()).toContain(createHash('sha256').update(file.bytes).digest('hex'));
});

test('an official takes a workbook, and the import reads it back row by row', async () => {
  const official = caller('official');
  const { total } = await official.get(mineRoutes.list, { query: {} });
  const page = await visit('official', '/mines');
  await (await exportButton(page, 'mines.list.export', total)).click();
  const dialog = await exportDialog(page);
  await dialog.getByRole('radio', { name: zh('exports.format.name.xlsx') }).check();
  const file = await download(page, () => confirm(dialog, total));
  await dialog.waitFor({ state: 'detached' });
  expect(file.name).toMatch(/\.xlsx$/);

  const read = await official.get(importRoutes.upload, { file: new File([file.bytes], file.name) });
  expect(read).toMatchObject({ sheet: '矿山台账' });
  const columns = read.columns.map(({ column, field, unit }) => ({ column, field, unit }));
  const checked = await official.get(importRoutes.check, { params: { id: read.id }, body: { columns } });
  expect(checked.counts).toMatchObject({ rows: total, new: 0, changed: 0 });
  await official.get(importRoutes.cancel, { params: { id: read.id } });

  const exports = await visit('official', '/exports');
  const record = await recordOf(exports, file.name);
  expect(await record.innerText()).toContain(createHash('sha256').update(file.bytes).digest('hex'));
  const again = await download(exports, () =>
    record.getByRole('button', { name: zh('exports.fetch') }).click(),
  );
  expect(again.bytes.equals(file.bytes)).toBe(true);
});

test.each([
  { language: 'zh', say: zh, theme: 'light', width: 1440 },
  { language: 'en', say: en, theme: 'dark', width: 390 },
] as const)(
  'an auditor takes a shapefile for an old program, in $language at $width px, and nobody is kept out of the dialog',
  async ({ language, say, theme, width }) => {
    const query = { stage: 'financing' };
    const { total } = await caller('auditor').get(mineRoutes.list, { query });
    const page = await visit('auditor', '/mines?stage=financing', { language, theme, width });
    const button = page.getByRole('button', {
      name: say('mines.list.export', { value: counted(total) }),
      exact: true,
    });
    await button.click();
    const dialog = await exportDialog(page, say);
    await dialog.getByRole('radio', { name: say('exports.format.name.shp') }).check();
    await dialog.getByLabel(say('exports.format.encoding')).selectOption('GBK');
    await dialog.getByLabel(say('exports.format.crs')).selectOption('EPSG:4548');
    expect(await violations(page)).toEqual([]);
    const file = await download(page, () => confirm(dialog, total, say));
    expect(file.name).toMatch(/\.zip$/);
    const layer = await zippedLayer(file.bytes);
    expect(layer.featureCount).toBe(total);
    expect(layer.fields.map(({ name }) => name)).toContain('DAMAGED_M2');
  },
);

test('a file in the making shows how far it is and is stopped with one press', async () => {
  const page = await visit('manager', '/exports');
  await page.getByRole('radio', { name: zh('exports.format.name.kml') }).check();
  const { total } = await caller('manager').get(mineRoutes.list, { query: {} });
  await (await exportButton(page, 'exports.new.make', total)).click();
  const stop = page.getByRole('button', { name: zh('exports.progress.cancel') });
  await page.getByRole('progressbar', { name: zh('exports.progress.label') }).waitFor();
  await stop.click();
  const record = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: zh('exports.again') }) });
  await record.first().getByText(zh('exports.state.cancelled')).waitFor();
});
