import { describe, expect, test } from '@jest/globals';
import { DEFAULT_NULLS, isNull, nullWords } from './cell-text';
import { makeFormulaSafe, undoFormulaSafe } from './formula-safe';
import { parseArea, parseMoney } from './parse-amount';
import { parseDay, parseYear } from './parse-day';
import { readNumber, readWhole } from './parse-number';

describe('numbers', () => {
  test.each([
    ['１２３．４５', 12345n, 2],
    ['1,234,567.8', 12345678n, 1],
    ['12 345', 12345n, 0],
    ['约 30', 30n, 0],
    ['-0.5', -5n, 1],
    ['1.2E+05', 120000n, 0],
    ['¥ 100', 100n, 0],
  ])('%s is read', (cell, digits, scale) => expect(readNumber(cell)?.decimal).toEqual({ digits, scale }));

  test.each(['abc', '', '1,23', '--', '十二', 'K1'])('%j holds none', (cell) =>
    expect(readNumber(cell)).toBeNull(),
  );

  test('a whole number is nothing but a whole number', () => {
    expect(readWhole('2013.0')).toBe(2013);
    expect(readWhole('2013.5')).toBeNull();
    expect(readWhole('2013年')).toBeNull();
  });
});

describe('cells that say nothing', () => {
  test.each(['', ' ', '　', ...DEFAULT_NULLS, 'N/A ', 'Unknown', '／', '－－', '-- Not Defined --'])(
    '%j is absent',
    (cell) => expect(isNull(cell, nullWords())).toBe(true),
  );
  test.each(['0', '无名沟', 'x', '-1'])('%j is not', (cell) => expect(isNull(cell, nullWords())).toBe(false));
  test('the list can be another', () => {
    expect(isNull('缺', nullWords(['缺']))).toBe(true);
    expect(isNull('无', nullWords(['缺']))).toBe(false);
  });
});

describe('days', () => {
  test.each([
    ['2024-12-31', '2024-12-31'],
    ['2024/12/31', '2024-12-31'],
    ['2024/1/5', '2024-01-05'],
    ['2024年12月31日', '2024-12-31'],
    ['2024 年 1 月 5 日', '2024-01-05'],
    ['２０２４．１２．３１', '2024-12-31'],
    ['20241231', '2024-12-31'],
    ['2024-12-31 00:00:00', '2024-12-31'],
    ['2024-12-31T08:00:00.000Z', '2024-12-31'],
    ['45657', '2024-12-31'],
    ['45657.5', '2024-12-31'],
    ['4/23/2014 6:40:28 PM', '2014-04-23'],
    ['31/12/2024', '2024-12-31'],
    ['31-Dec-2024', '2024-12-31'],
    ['December 31, 2024', '2024-12-31'],
  ])('%s is %s', (cell, day) => expect(parseDay(cell)).toEqual({ value: day }));

  test.each([
    '2024年12月5号',
    '2024、12、5',
    '2024.12.05.',
    '二〇二四年十二月五日',
    '二○二四年12月五日',
    '2024年十二月5日',
  ])('%s is 2024-12-05', (cell) => expect(parseDay(cell)).toEqual({ value: '2024-12-05' }));

  test.each([
    '2024.12',
    '202412',
    '2024年12月',
    '2024-12',
    'Dec 2024',
    '2024年12月底',
    '二〇二四年十二月',
    '2024年十二月上旬',
  ])('%s is a month: its first day, and a person is told', (cell) =>
    expect(parseDay(cell)).toMatchObject({
      value: '2024-12-01',
      warning: { code: 'day-of-month-assumed' },
    }),
  );

  test.each([
    'Dec-24',
    '24-Dec',
    '12月24日',
    '12/24',
    '12/31/24',
    '19.5.1',
    '19/5/1',
    '19年5月',
    // 2019.10 as a number.
    '2019.1',
  ])('%s is damaged', (cell) => expect(parseDay(cell)).toMatchObject({ problem: { code: 'day-damaged' } }));

  test.each([
    ['2024', 'day-incomplete'],
    ['2024年', 'day-incomplete'],
    ['2024年第三季度', 'day-incomplete'],
    ['2024年底前', 'day-incomplete'],
    ['已完成', 'day-incomplete'],
    ['2019年5月1日前', 'day-incomplete'],
    ['2019.05-2019.12', 'day-incomplete'],
    ['2024.12.30-2024.12.31', 'not-a-day'],
    ['2026-02-30', 'not-a-day'],
    ['1900-02-29', 'not-a-day'],
    ['2300-02-28', 'out-of-range'],
    ['1512-01-01', 'out-of-range'],
    ['2024-13-01', 'not-a-day'],
    ['见附件', 'not-a-day'],
    ['999', 'not-a-day'],
  ])('%s is no day: %s', (cell, code) => expect(parseDay(cell)).toMatchObject({ problem: { code } }));

  test.each([
    ['2013', 2013],
    ['2013年', 2013],
    ['2013年度', 2013],
    ['2013.0', 2013],
    ['2019.1', 2019],
    ['2013-06-01', 2013],
    ['2013.06', 2013],
    ['二〇一三年', 2013],
    ['二O一三年十月', 2013],
    ['2013年下半年', 2013],
    ['1995年底', 1995],
    ['1995年年底', 1995],
  ])('%s is of the year %d', (cell, year) => expect(parseYear(cell)).toEqual({ value: year }));

  test.each([
    ['20260', 'not-a-year'],
    ['1512', 'out-of-range'],
    ['前年', 'not-a-year'],
    ['95', 'out-of-range'],
    ['90年代', 'not-a-year'],
    ['1995-1998', 'not-a-year'],
    ['27年', 'not-a-year'],
    ['49年', 'not-a-year'],
  ])('%s is no year: %s', (cell, code) =>
    expect(parseYear(cell, '2026-11-24')).toMatchObject({ problem: { code } }),
  );

  test.each([
    ['5/3/2021', '2021-05-03'],
    ['5-3-2021', '2021-05-03'],
    ['12/3/1986 12:00:00 AM', '1986-12-03'],
  ])('%s could be of another month: it is taken as %s, and a person is told', (cell, day) =>
    expect(parseDay(cell)).toEqual({ value: day, warning: { code: 'month-first-assumed', allowed: day } }),
  );

  test.each([
    ['5/5/2021', '2021-05-05'],
    ['5/13/2021', '2021-05-13'],
  ])('%s can only be %s', (cell, day) => expect(parseDay(cell)).toEqual({ value: day }));

  test.each([
    ['95年', 1995],
    ['９５年底', 1995],
    ["'98年", 1998],
    ['05年', 2005],
    ['26年', 2026],
  ])('%s can only be %d, and a person is told', (cell, year) =>
    expect(parseYear(cell, '2026-11-24')).toEqual({
      value: year,
      warning: { code: 'year-assumed', allowed: String(year) },
    }),
  );

  test('two figures of this century say nothing where no day is known', () =>
    expect(parseYear('05年')).toMatchObject({ problem: { code: 'not-a-year' } }));
});

describe('areas', () => {
  test.each([
    ['28399.11', 'm2', '28399.11'],
    ['1', 'mu', '666.67'],
    ['15', 'mu', '10000.00'],
    ['51.0871', 'ha', '510871.00'],
    ['0.2', 'acre', '809.37'],
    ['1', 'acre', '4046.86'],
    ['3.5', 'wanMu', '23333333.33'],
    ['57', 'km2', '57000000.00'],
    ['0', 'm2', '0.00'],
    ['1,446.3333333333333', 'm2', '1446.33'],
  ] as const)('%s in %s is %s m²', (cell, unit, squareMetres) =>
    expect(parseArea(cell, unit)).toEqual({ value: squareMetres }),
  );

  test('the unit in the cell beats the unit of the column, and a person is told', () =>
    expect(parseArea('2377.2亩', 'm2')).toMatchObject({
      value: '1584800.00',
      warning: { code: 'unit-differs' },
    }));

  test('the same unit in both is nothing to tell', () =>
    expect(parseArea('28399.11㎡', 'm2')).toEqual({ value: '28399.11' }));

  test.each([
    ['12', null, 'unit-missing'],
    ['-1', 'm2', 'out-of-range'],
    ['9999999999999', 'ha', 'out-of-range'],
    ['约三亩', 'mu', 'not-a-number'],
    ['12万元', 'mu', 'not-a-number'],
    ['12 x', 'mu', 'not-a-number'],
    ['－5', 'm2', 'out-of-range'],
  ] as const)('%s in %s: %s', (cell, unit, code) =>
    expect(parseArea(cell, unit)).toMatchObject({ problem: { code } }),
  );

  test.each(['30余亩', '30多', '30左右', '30亩左右', '30亩（约）', '30(估)', '近30亩'])(
    '%s is about thirty mu, and a person is told',
    (cell) =>
      expect(parseArea(cell, 'mu')).toEqual({ value: '20000.00', warning: { code: 'approximate-number' } }),
  );

  test.each(['15亩3分', '30(亩)余下', '20 30', '1 2', '12.5.', '1,23', '(12)', '1.2亿', '−5'])(
    '%s is not guessed at',
    (cell) => expect(parseArea(cell, 'mu')).toMatchObject({ problem: { code: 'not-a-number' } }),
  );

  test.each([
    '20-30',
    '20～30亩',
    '20—30',
    '20亩至30亩',
    '约20-30亩',
    '20到30',
    '≥30',
    '30亩以上',
    '不足5亩',
    '20－30',
  ])('%s are figures and not one, and that is said', (cell) =>
    expect(parseArea(cell, 'mu')).toMatchObject({ problem: { code: 'range-of-figures' } }),
  );

  test.each(['3千亩', '2百万元', '5百公顷'])('%s is in no unit of ours, and that is said', (cell) =>
    expect(parseArea(cell, 'mu')).toMatchObject({
      problem: { code: 'unit-unclear', allowed: 'm2, mu, ha, acre' },
    }),
  );

  test.each([
    ['1.2万', 'm2', '12000.00'],
    ['1.5万', 'mu', '10000000.00'],
    ['1.5万', 'wanMu', '10000000.00'],
    ['约1.2万', 'm2', '12000.00'],
  ] as const)(
    '%s of a column in %s is ten thousands of it, and a person is told',
    (cell, unit, squareMetres) =>
      expect(parseArea(cell, unit)).toEqual({ value: squareMetres, warning: { code: 'ten-thousands-read' } }),
  );

  test('ten thousands of no unit are no area', () =>
    expect(parseArea('1.2万', null)).toMatchObject({ problem: { code: 'unit-missing' } }));

  test.each(['1 200', '1\u00a0200', '\u00a01,200\u00a0', '１，２００', '1, 200'])(
    '%s is twelve hundred',
    (cell) => expect(parseArea(cell, 'm2')).toEqual({ value: '1200.00' }),
  );

  test('约 30亩 is thirty, and a person is told', () =>
    expect(parseArea('约30亩', 'mu')).toMatchObject({
      value: '20000.00',
      warning: { code: 'approximate-number' },
    }));
});

describe('money', () => {
  test.each([
    ['7307.83', 'wan', '7307830000'],
    ['5.48', 'yi', '54800000000'],
    ['100.5', 'yuan', '10050'],
    ['￥1,000.00', 'yuan', '100000'],
    ['1446.333333', 'wan', '1446333333'],
  ] as const)('%s in %s is %s fen', (cell, unit, fen) =>
    expect(parseMoney(cell, unit)).toEqual({ value: fen }),
  );

  test('an amount without any unit is not guessed: 元 and 万元 differ by ten thousand', () =>
    expect(parseMoney('120', null)).toMatchObject({ problem: { code: 'unit-missing' } }));

  test('a part of a fen is rounded, and a person is told', () =>
    expect(parseMoney('0.333', 'yuan')).toMatchObject({ value: '33', warning: { code: 'rounded' } }));

  test('120万元 says its unit itself', () =>
    expect(parseMoney('120万元', null)).toEqual({ value: '120000000' }));
});

test('the apostrophe of the formula rule goes and comes back exactly', () => {
  for (const cell of [
    '=1',
    '+1',
    '-1',
    '@a',
    '\t=1',
    '\r',
    "'",
    "'=1",
    '＝1',
    '＋',
    '－',
    '＠',
    'a',
    "a'=",
    '',
  ])
    expect(undoFormulaSafe(makeFormulaSafe(cell))).toBe(cell);
  expect(undoFormulaSafe("'tis")).toBe("'tis");
});

test('no cell of any length makes a parser slow', () => {
  const long = [
    '9'.repeat(50_000),
    '1 '.repeat(50_000),
    '115°'.repeat(20_000),
    '('.repeat(50_000),
    '2024-'.repeat(20_000),
    ' '.repeat(80_000),
  ];
  const started = performance.now();
  for (const cell of long) {
    readNumber(cell);
    parseDay(cell);
    parseYear(cell);
    parseArea(cell, 'mu');
  }
  expect(performance.now() - started).toBeLessThan(500);
});
