import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import type { Page } from 'playwright-core';
import { caller } from './testing/caller';
import { csvRows } from './testing/csv';
import { download } from './testing/download';
import { inGbk } from './testing/gbk';
import type { Username } from './testing/house';
import { revisit, visit } from './testing/visit';
import { counted, en, numberIn, zh, type Say } from './testing/words';

const SAMPLES = join(__dirname, '../../api/src/features/imports/reading/samples');

interface LedgerFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const sample = (name: string): LedgerFile => ({
  name,
  mimeType: '',
  buffer: readFileSync(join(SAMPLES, name)),
});
const ledger = (name: string, lines: readonly string[]): LedgerFile => ({
  name,
  mimeType: 'text/csv',
  buffer: inGbk(`${lines.join('\r\n')}\r\n`),
});

const choose = (page: Page, file: LedgerFile) => page.locator('input[type=file]').setInputFiles(file);

const button = (page: Page, key: string, rows: number) =>
  page.getByRole('button', { name: zh(key, { count: rows, value: counted(rows) }), exact: true });

/** Uploads a ledger and has every row checked by the columns that are proposed. */
const check = async (who: Username, file: LedgerFile, rows: number): Promise<Page> => {
  const page = await visit(who, '/imports');
  await choose(page, file);
  await page.waitForURL('**/imports/*');
  await button(page, 'imports.columns.check', rows).click();
  await page.getByRole('heading', { name: zh('imports.rows.title') }).waitFor();
  return page;
};

/** What the row of a mine says of its gate: how many things its stage still lacks. */
const missing = (say: Say) => new RegExp(say('imports.gate.lacking', { count: '\\d+' }));

const counter = (page: Page, name: string) =>
  page
    .getByRole('group', { name: zh('imports.counts.label') })
    .getByText(zh(`imports.counts.${name}`), { exact: true })
    .locator('..');

const amount = async (page: Page, name: string) =>
  Number(/[\d,]+/.exec(await counter(page, name).innerText())?.[0].replaceAll(',', ''));

const amounts = async (page: Page) => ({
  new: await amount(page, 'new'),
  changed: await amount(page, 'changed'),
  unchanged: await amount(page, 'unchanged'),
  error: await amount(page, 'error'),
  unassigned: await amount(page, 'unassigned'),
});

const write = async (page: Page, rows: number) => {
  await button(page, 'imports.apply.open', rows).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: zh('imports.apply.title') }).waitFor();
  const leaveOut = dialog.getByRole('radio').nth(1);
  if ((await leaveOut.count()) > 0) await leaveOut.check();
  await dialog.getByRole('button', { name: zh('imports.apply.confirm') }).click();
  await page.getByText(zh('imports.state.done'), { exact: true }).waitFor();
};

test('a ledger of another country is imported, waits in 待定, and the province assigns it', async () => {
  const page = await check('official', sample('eamlis-sample.tsv'), 15);
  expect(await amounts(page)).toEqual({ new: 15, changed: 0, unchanged: 0, error: 0, unassigned: 15 });
  await write(page, 15);
  await page.reload();
  await page.getByText(zh('imports.outcome.done', { fresh: 15, changed: 0 })).waitFor();

  const again = await check('official', sample('eamlis-sample.tsv'), 15);
  await again.getByText(zh('imports.apply.nothing')).waitFor();
  expect(await amounts(again)).toMatchObject({ new: 0, changed: 0, unchanged: 15 });

  const waiting = await caller('manager').get(mineRoutes.list, { query: { region: '360000-00' } });
  expect(waiting.rows.map(({ number }) => number)).toContain('CA000001');
  const assigning = await check('manager', ledger('assign.csv', ['主体编号,区县', 'CA000001,赣县区']), 1);
  await write(assigning, 1);
  const { rows } = await caller('official').get(mineRoutes.list, { query: { q: 'CA000001' } });
  expect(rows.map(({ regionCode }) => regionCode)).toEqual(['360704']);
});

test('all 890 mines of the tracker are accounted for before anything is written', async () => {
  const page = await check('manager', sample('iron-ore-mines-2024-11.xlsx'), 890);
  expect(await amounts(page)).toEqual({ new: 890, changed: 0, unchanged: 0, error: 0, unassigned: 890 });
  await page.getByRole('button', { name: zh('imports.discard.open') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh('imports.discard.confirm') })
    .click();
  await page.getByText(zh('imports.outcome.discarded')).waitFor();
});

test('a ledger in GBK with mistakes says each by row and column, and writes only what is right', async () => {
  const number = (serial: number) => `E2E-GBK-${serial}`;
  const file = ledger('台账.csv', [
    '主体编号,矿山名称,区县,损毁面积(亩),方案批复日期',
    `${number(1)},甲矿,赣县区,15,2024-05-06`,
    `${number(2)},乙矿,赣县区,一百亩,`,
    `${number(3)},丙矿,赣县区,1,2024-02-30`,
    `${number(1)},丁矿,赣县区,1,`,
    `${number(4)},戊矿,南昌县,1,`,
    '合计,,,200,',
  ]);
  const page = await check('official', file, 5);
  await page.getByText('GB18030').waitFor();
  expect(await amounts(page)).toMatchObject({ new: 1, error: 4 });
  const list = await download(page, () =>
    page.getByRole('button', { name: zh('imports.rows.download') }).click(),
  );
  const said = csvRows(list.bytes.toString('utf8').slice(1)).slice(1);
  expect(said.map(([row, , , , column, what, found]) => [row, column, what, found])).toEqual([
    ['3', 'D 损毁面积(亩)', zh('imports.problem.not-a-number'), '一百亩'],
    ['4', 'E 方案批复日期', zh('imports.problem.not-a-day'), '2024-02-30'],
    ['5', 'A 主体编号', zh('imports.problem.duplicate-row'), number(1)],
    ['6', 'C 区县', zh('imports.problem.region-out-of-reach'), '南昌县'],
  ]);
  // The one that is right still wants things before its survey is done: told with the row, filtered, and no reason not to write.
  expect(await amount(page, 'lacking')).toBe(1);
  await counter(page, 'lacking').click();
  await page.waitForURL('**show=lacking');
  for (const [language, say] of [
    ['en', en],
    ['zh', zh],
  ] as const) {
    await revisit(page, { language });
    const row = page.getByRole('row', { name: number(1) });
    const told = await row.getByText(missing(say)).innerText();
    await row.click();
    const note = page.getByRole('dialog').getByRole('region', { name: say('imports.gate.title') });
    await note.getByText(say('labels.criterion.mineralKnown')).waitFor();
    // As many as the row says stand in the note.
    expect(await note.getByRole('listitem').count()).toBe(numberIn(told));
    await page.keyboard.press('Escape');
  }
  const annotated = await download(page, () =>
    page.getByRole('button', { name: zh('imports.original.download') }).click(),
  );
  const [header, first] = csvRows(new TextDecoder('gb18030').decode(annotated.bytes));
  expect(header?.at(-1)).toBe(zh('imports.gate.title'));
  expect(first?.at(-1)?.split('\n')).toContain(zh('labels.criterion.mineralKnown'));
  await write(page, 1);
  await page.getByRole('link', { name: zh('imports.outcome.toUnwritten') }).click();
  await page.waitForURL('**show=unwritten');
  const { rows } = await caller('official').get(mineRoutes.list, { query: { q: 'E2E-GBK' } });
  expect(rows.map(({ name }) => name)).toEqual(['甲矿']);
});

test('what a person corrects outlives a reload', async () => {
  const page = await visit('official', '/imports');
  await choose(page, ledger('改列.csv', ['编号,名称,面积', 'E2E-C1,甲矿,15']));
  await page.waitForURL('**/imports/*');
  const unit = page.getByLabel(zh('imports.columns.unitOf', { column: 'C 面积' }));
  await unit.selectOption('mu');
  await page.reload();
  await unit.waitFor();
  expect(await unit.inputValue()).toBe('mu');
});

test('a program with the name of a table, an empty file and one too large are turned away with the reason', async () => {
  const page = await visit('official', '/imports');
  const refusal = page.getByRole('alert');
  const program = Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(4_000, 0x90)]);
  await choose(page, { name: 'setup.xlsx', mimeType: '', buffer: program });
  await refusal.getByText(zh('imports.refusal.not-a-spreadsheet')).waitFor();
  await choose(page, { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await refusal.getByText(zh('imports.refusal.empty')).waitFor();
  await choose(page, { name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.alloc(50_000_001, 0x61) });
  await refusal.getByText(zh('imports.refusal.too-large', { size: '50.0 MB' })).waitFor();
});
