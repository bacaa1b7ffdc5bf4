import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import type { Page } from 'playwright-core';
import { caller } from './testing/caller';
import { csvRows } from './testing/csv';
import { download } from './testing/download';
import { visit } from './testing/visit';
import { counted, numberIn, zh } from './testing/words';

const BOM = '\ufeff';

/** The export button, once it knows how many rows there are. */
const exportButton = async (page: Page, key: string, total: number) => {
  const button = page.getByRole('button', { name: zh(key, { value: counted(total) }), exact: true });
  await button.waitFor();
  return button;
};

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
  const file = await download(page, () => button.click());

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
