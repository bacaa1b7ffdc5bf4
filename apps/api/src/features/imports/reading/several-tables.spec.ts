import { expect, test } from '@jest/globals';
import * as several from '../../../testing/ugly-ledgers/several-tables';
import { areas, said, taken } from '../../../testing/ugly-ledgers/taken';
import { readTable } from './read-table';

const notReadable = (data: object) => ({ refusal: { code: 'file-not-readable', data } });
const numbers = ({ rows }: Awaited<ReturnType<typeof taken>>) => rows.map(({ facts }) => facts.number);

test('two tables beside each other are turned away: half of the mines would be left out', async () =>
  expect(readTable({ name: 'a.xlsx', bytes: await several.besideEachOther() })).rejects.toMatchObject(
    notReadable({ why: 'tables-side-by-side', column: 5 }),
  ));

test('of two tables below each other the first is read, and where the second begins is told', async () => {
  const found = await taken(several.belowEachOther());
  expect(numbers(found)).toEqual(['BE-1', 'BE-2']);
  expect(found.rows.map(areas)).toEqual([
    ['10000.00', null],
    ['20000.00', null],
  ]);
  expect(found.table.notes).toContainEqual({ code: 'second-table', data: { row: 7, count: 2 } });
  const bytes = await several.belowEachOther();
  const second = await readTable({ name: 'a.xlsx', bytes }, { headerRow: 7 });
  expect(second.rows.map(({ cells }) => cells[0])).toEqual(['BE-3', 'BE-4']);
});

test('the header of every printed page and its number are no mines', async () => {
  const found = await taken(several.printedPages());
  expect(numbers(found)).toEqual(['PP-1', 'PP-2', 'PP-3']);
  expect(found.notes).toEqual(['footer-rows', 'repeated-header']);
});

test('a table on its side is turned away with what to do', () =>
  expect(readTable({ name: 'a.csv', bytes: several.onItsSide() })).rejects.toMatchObject(
    notReadable({ why: 'transposed' }),
  ));

test('a column of a name that came before is told and left to a person', async () => {
  const { table, rows } = await taken(several.twoAreasOfOneName());
  expect(rows.map(areas)).toEqual([['10000.00', null]]);
  expect(table.notes).toEqual([{ code: 'repeated-columns', data: { columns: [4] } }]);
});

test('a blank without a width makes no other number of it', async () => {
  const { rows } = await taken(several.blanksWithoutWidth());
  expect(rows.map(({ facts }) => [facts.number, facts.name])).toEqual([['BW-1', '一号石场']]);
  expect(rows.flatMap(said)).toEqual([]);
});

test('sums among the patches of a mine are no patches', async () => {
  const { rows, notes } = await taken(several.sumsOfPatches());
  expect(rows.map(areas)).toEqual([
    ['1000.00', null],
    ['2000.00', null],
  ]);
  expect(notes).toEqual(['totals-rows']);
});

test('a word merged over a block speaks for all its rows', async () => {
  const { rows, notes } = await taken(several.townInABlock());
  expect(rows.map(({ facts }) => facts.town)).toEqual(['王母渡镇', '王母渡镇', '梅林镇', '梅林镇']);
  expect(notes).toEqual(['merged-cells-filled']);
});

test('an apostrophe is no part of a number, and a comma that moves cells is told', async () => {
  const { table, ...found } = await taken(several.apostrophesAndCommas());
  expect(numbers({ table, ...found })).toEqual(['0012', '0013', '0014']);
  expect(table.notes).toContainEqual({ code: 'longer-rows', data: { count: 1, rows: [3] } });
});
