import { expect, test } from '@jest/globals';
import { aSmallProvince } from './a-small-province';
import { LEDGER_FIELDS, type MappedColumn } from './fields';
import { judgeRow } from './judge-row';
import { proposeMapping } from './propose-mapping';

// As long as a cell can be. A pattern that goes back over what it has read takes seconds for one of these (S44).
const LONGEST = 32_767;
const STARTS = ['', '1', '1.', '2026', '(', '东经115', 'N25°', '¥'];
const FILLS = [
  ' ',
  '　',
  '0',
  '9',
  ',',
  '.',
  ':',
  '*',
  '#',
  '-',
  '°',
  '′',
  '一',
  '亩',
  '(',
  '（',
  '/',
  '、',
  '年',
  'a',
  'e1',
  ' 0',
  '1 ',
  '1,',
  '00.',
];
const ENDS = ['', 'x', '亩'];

const hostile = STARTS.flatMap((start) =>
  FILLS.flatMap((fill) =>
    ENDS.map((end) => `${start}${fill.repeat(LONGEST)}`.slice(0, LONGEST - end.length) + end),
  ),
);

const PLAIN = '石'.repeat(LONGEST);
// A plain text costs tens of milliseconds where hostile ones cost seconds; a busy machine slows both.
const TIMES_A_PLAIN_ONE = 40;
const AT_LEAST_MS = 10;

const took = (what: (text: string) => void, text: string): number => {
  const started = performance.now();
  what(text);
  return performance.now() - started;
};

/** What costs far more than a plain text of the same length, each time it is tried, and which text it is. */
const slow = (what: (text: string) => void): string[] => {
  const plain = Math.max(AT_LEAST_MS, Math.min(...[1, 2, 3].map(() => took(what, PLAIN))));
  const isSlow = (text: string) => took(what, text) > TIMES_A_PLAIN_ONE * plain;
  return hostile
    .filter((text) => isSlow(text) && isSlow(text) && isSlow(text))
    .map((text) => `${text.slice(0, 12)}…${text.slice(-3)}`);
};

test('no header takes long to understand', () => {
  expect(slow((text) => proposeMapping([text, '矿山名称'], [['1', 'x']]))).toEqual([]);
}, 120_000);

test('no cell takes long to propose a mapping by', () => {
  expect(slow((text) => proposeMapping(['编号', '面积(亩)'], [[text, text]]))).toEqual([]);
}, 120_000);

test('no cell takes long to judge, whatever field it is taken for', () => {
  const mapping: MappedColumn[] = LEDGER_FIELDS.map((field, column) => ({ column, field, unit: null }));
  const regions = aSmallProvince();
  expect(
    slow((text) => judgeRow({ rowNumber: 1, cells: LEDGER_FIELDS.map(() => text) }, mapping, { regions })),
  ).toEqual([]);
}, 120_000);
