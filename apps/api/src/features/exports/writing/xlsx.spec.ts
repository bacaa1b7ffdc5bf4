import { expect, test } from '@jest/globals';
import { EXPORT_COLUMNS } from '../export-columns';
import type { Cells, Plan, Tally } from './file-writer';
import { xlsxWriter } from './xlsx';

const plan = (rows: number): Plan => ({
  language: 'zh',
  file: { format: 'xlsx' },
  rows,
  withoutPlace: 0,
  box: null,
  stages: {},
  widths: [],
  notes: [['行数', String(rows)]],
  title: '台账',
  day: '2026-11-24',
});
const aRow = (number: number): Cells => [`K${number}`, ...EXPORT_COLUMNS.slice(1).map(() => null), 'survey'];
const tally = (): Tally => ({ withoutPlace: 0, cut: 0, unwritable: 0 });

/** The parts as they would stand in the file, written so many rows at a time. */
const written = (rows: number, perSheet: number, perStep: number): Record<string, string> => {
  const writer = xlsxWriter(perSheet);
  const given = plan(rows);
  const all = Array.from({ length: rows }, (_, index) => aRow(index + 1));
  const chunks = [...writer.begin(given)];
  for (let first = 0; first < rows; first += perStep)
    chunks.push(...writer.rows(given, all.slice(first, first + perStep), first, tally()));
  chunks.push(...writer.end(given, tally()));
  const parts = Object.fromEntries(writer.parts(given).map((name) => [name, '']));
  for (const { part, bytes } of chunks) parts[part] = (parts[part] ?? '') + bytes.toString();
  return parts;
};

const numbersIn = (sheet: string | undefined) =>
  [...(sheet ?? '').matchAll(/>(K\d+)</g)].map(([, number]) => number);
const sheetsIn = (parts: Record<string, string>) =>
  [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);

test.each([
  [0, 1],
  [1, 1],
  [4, 1],
  [5, 2],
  [8, 2],
  [9, 3],
])(
  '%d rows in sheets of four stand in %d sheets, each with its header, none lost between them',
  (rows, sheets) => {
    for (const perStep of [1, 3, 4, 100]) {
      const parts = written(rows, 4, perStep);
      const names =
        sheets === 1 ? ['矿山台账'] : Array.from({ length: sheets }, (_, index) => `矿山台账 ${index + 1}`);
      expect(sheetsIn(parts)).toEqual([...names, '说明']);
      const ledgers = names.map((_, index) => parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '');
      expect(ledgers.flatMap(numbersIn)).toEqual(Array.from({ length: rows }, (_, index) => `K${index + 1}`));
      for (const sheet of ledgers) {
        expect(sheet.match(/<row r="1" /g)).toHaveLength(1);
        expect(sheet.match(/state="frozen"/g)).toHaveLength(1);
        const last = numbersIn(sheet).length + 1;
        expect(sheet).toContain(`<autoFilter ref="A1:AC${last}"/></worksheet>`);
      }
      expect(parts[`xl/worksheets/sheet${sheets + 1}.xml`]).toContain(String(rows));
    }
  },
);

test('a sheet is full at Excel’s own limit, header included', () => {
  expect(xlsxWriter().parts(plan(1_048_575))).not.toContain('xl/worksheets/sheet3.xml');
  expect(xlsxWriter().parts(plan(1_048_576))).toContain('xl/worksheets/sheet3.xml');
});
