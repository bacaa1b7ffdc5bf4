import { expect, test } from '@jest/globals';
import type { LedgerUnit } from '@qingshan/domain';
import * as delimited from '../../../testing/ugly-ledgers/delimited';
import { oldWorkbook } from '../../../testing/ugly-ledgers/old-workbook';
import { areas, said, taken } from '../../../testing/ugly-ledgers/taken';
import * as workbooks from '../../../testing/ugly-ledgers/workbooks';
import { readTable } from './read-table';

const mu = (unit: LedgerUnit) => `area ${unit}`;

test('tabs in GBK, the unit in the title, months in every way, a total and a line of names below', async () => {
  const { table, rows, notes, meanings } = await taken(delimited.tabsInGbk());
  expect(table).toMatchObject({ encoding: 'gb18030', delimiter: '\t', headerRow: 3, units: ['mu', 'wan'] });
  expect(notes).toEqual(['title-rows', 'totals-rows', 'footer-rows']);
  expect(meanings).toEqual([
    '',
    'number',
    'name',
    'town',
    mu('mu'),
    'fundsAllocatedFen wan',
    'finishedOn',
    'remark',
  ]);
  expect(rows.map(({ facts }) => [facts.number, facts.finishedOn, facts.fundsAllocatedFen])).toEqual([
    ['AY-T-01', '2021-03-01', '320000000'],
    ['AY-T-02', '2021-03-05', '12600000'],
    ['AY-T-03', '2021-03-01', '1200000000'],
    ['AY-T-04', undefined, null],
  ]);
  expect(rows.map(areas)).toEqual([
    ['34333.33', null],
    ['2333.33', null],
    ['680000.00', null],
    [undefined, undefined],
  ]);
  expect(rows.map(said)).toEqual([
    ['region-assumed: ', 'day-of-month-assumed: 2021年3月'],
    ['region-assumed: ', 'approximate-number: 约3.5'],
    ['region-assumed: '],
    ['region-assumed: ', 'day-damaged: Mar-21'],
  ]);
});

test('semicolons in GBK, counties by name alone and by a former one, towns with the county before them', async () => {
  const { table, rows } = await taken(delimited.semicolonsInGbk());
  expect(table).toMatchObject({ encoding: 'gb18030', delimiter: ';' });
  expect(rows.map(({ facts, stage }) => [facts.regionCode, facts.town, stage])).toEqual([
    ['360704', '王母渡镇', 'restored'],
    ['360726', '欣山镇', 'completion'],
    ['360783', '渡江镇', 'survey'],
  ]);
  expect(rows.map(areas)).toEqual([
    ['35000.00', '35000.00'],
    ['8000.00', '3000.00'],
    ['22500.00', null],
  ]);
  expect(rows.map(said)).toEqual([
    ['name-from-location: 赣县区王母渡镇'],
    ['name-from-location: 安远县欣山镇', 'day-incomplete: 2023年底'],
    ['name-from-location: 龙南县渡江镇'],
  ]);
});

test('a number that became an exponent, and centre points in four ways', async () => {
  const { rows } = await taken(delimited.damagedNumbers());
  expect(rows.map(({ facts }) => [facts.longitude, facts.latitude])).toEqual([
    ['115.02', '25.861111'],
    ['115.021111', '25.861111'],
    ['115.011234', '25.861234'],
    [undefined, undefined],
  ]);
  expect(rows.map(({ facts }) => facts.regionCode)).toEqual(['360704', '360704', '360704', '360704']);
  expect(rows.map(said)).toEqual([
    ['number-damaged: 3.60704E+11'],
    [],
    ['coordinates-converted: X=2861851.318，Y=38601364.369'],
    ['projected-coordinates: 601364.37 2861851.32', 'unit-differs: 20亩'],
  ]);
});

test('line ends and quotes inside cells, a county only within the place, degrees in words', async () => {
  const { rows } = await taken(delimited.quotedInUtf8());
  expect(rows.map(({ facts, stage }) => [facts.name, facts.regionCode, facts.longitude, stage])).toEqual([
    ['一号,石场', '360704', '115.02', 'restored'],
    ['二号石场', '360704', '115.021111', 'completion'],
    ['三号石场', '360704', '115.2', 'survey'],
  ]);
  expect(rows[0]?.facts.remark).toBe('验收意见"合格"');
  expect(rows.map(said)).toEqual([
    ['region-assumed: 赣县区王母渡镇\n横溪村'],
    ['region-assumed: 赣县区梅林镇'],
    ['coordinates-swapped: 25.95, 115.2', 'region-assumed: 赣县区江口镇', 'not-a-year: 民国'],
  ]);
});

test('Latin words in Windows-1252 are a guess that a person is asked about', async () => {
  const { table, rows, notes } = await taken(delimited.westernWords());
  expect(table.encoding).toBe('windows-1252');
  expect(notes).toEqual(['encoding-guessed']);
  expect(rows[0]?.facts).toMatchObject({ name: 'Café – Nord', regionCode: '360726' });
});

test('merged titles, a header in two rows with merged groups, numbering, subtotals and notes', async () => {
  const { table, rows, notes, meanings } = await taken(workbooks.twoRowHeader());
  expect(table.headerRow).toBe(5);
  expect(notes).toEqual([
    'merged-cells-filled',
    'two-row-header',
    'title-rows',
    'numbering-row',
    'totals-rows',
    'footer-rows',
  ]);
  expect(meanings).toEqual([
    '',
    'number',
    'name',
    'town',
    'area mu',
    'restoredArea mu',
    'fundsAllocatedFen wan',
    'startedOn',
    'finishedOn',
  ]);
  expect(rows.map(({ facts }) => [facts.number, facts.town, facts.startedOn, facts.finishedOn])).toEqual([
    ['TH-01', '王母渡镇', '2021-03-01', '2022-06-30'],
    ['TH-02', '王母渡镇', '2021-03-05', null],
    ['TH-03', '梅林镇', '2021-03-01', undefined],
  ]);
  expect(rows.map(areas)).toEqual([
    ['34200.00', '34200.00'],
    ['13333.33', '5333.33'],
    ['8333.33', null],
  ]);
  expect(rows.flatMap(said).filter((text) => !text.startsWith('region-assumed'))).toEqual([
    'day-of-month-assumed: 2021年3月',
    'approximate-number: 约100',
    'day-not-yet: 进行中',
  ]);
});

test('of several sheets the longest that is shown is read, and the others are named', async () => {
  const { table, rows } = await taken(workbooks.sheetsByTown());
  expect(table).toMatchObject({ sheet: '王母渡镇', sheets: ['封面', '王母渡镇', '梅林镇', '字典'] });
  expect(rows.map(({ facts }) => facts.number)).toEqual(['ST-01', 'ST-02', 'ST-03']);
  const bytes = await workbooks.sheetsByTown();
  expect((await readTable({ name: 'x', bytes }, { sheet: '梅林镇' })).rows).toHaveLength(1);
});

test('blank columns on both sides and blank rows between disturb nothing', async () => {
  const { table, rows, notes, meanings } = await taken(workbooks.blankMargins());
  expect(table).toMatchObject({ headerRow: 4 });
  expect(notes).toEqual(['title-rows', 'empty-rows']);
  expect(meanings).toEqual(['', '', 'number', 'name', 'region', 'area mu', 'mineralCode', 'miningMethod']);
  expect(rows.map(areas)).toEqual([
    ['10000.00', null],
    ['5000.00', null],
  ]);
  expect(rows.flatMap(said)).toEqual(['several-values: 砖瓦用粘土、页岩']);
});

test('one number over several patches, a number that is a number, and one whose end is lost', async () => {
  const { rows, notes } = await taken(workbooks.mergedPatches());
  expect(rows.map(({ facts }) => facts.number)).toEqual(['MP-01', 'MP-01', '360704000001', undefined]);
  expect(notes).toEqual(['long-numbers', 'merged-numbers-kept-once', 'merged-cells-filled']);
  expect(rows.map(said)).toEqual([
    [],
    [],
    ['spreadsheet-error: #REF!', 'area-implausible: 15.00'],
    [
      'number-damaged: 3.60704202112346E+20',
      'restored-exceeds-area: 150.00',
      'areas-disagree: 150.00 + 0.00',
    ],
  ]);
});

test('the form of 2021 by its field codes', async () => {
  const { rows } = await taken(workbooks.surveyCodes());
  expect(rows.map(({ facts, patch }) => [facts.number, facts.longitude, patch?.subclass])).toEqual([
    ['SC-01', '115.02', '11'],
    ['SC-02', '115.39', '12'],
  ]);
  expect(rows[1]?.problems.map(({ code }) => code)).toEqual(['name-from-location', 'coordinates-swapped']);
});

test('the national table: codes in words, degrees and metres in one column, an amount in ten thousands', async () => {
  const { rows } = await taken(workbooks.nationalTable());
  expect(rows[0]).toMatchObject({
    facts: { mineralCode: '84412', miningMethod: 'A', approach: 'A', closureYear: 2013, longitude: '115.02' },
    patch: { subclass: '11', attribute: '1', areaSquareMetres: '28399.11' },
  });
  expect(rows[1]?.problems.map(({ code }) => code)).toEqual([
    'name-from-location',
    'coordinates-converted',
    'code-assumed',
    'ten-thousands-read',
    'patch-number-unusual',
  ]);
});

test('a workbook of 2003 is turned away with how to save it', () =>
  expect(readTable({ name: '台账.xls', bytes: oldWorkbook() })).rejects.toMatchObject({
    refusal: { code: 'file-not-readable', data: { why: 'old-xls' } },
  }));
