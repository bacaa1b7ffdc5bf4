import { expect, test } from '@jest/globals';
import {
  areaIn,
  formatBytes,
  formatCount,
  formatInstant,
  formatMoment,
  formatRate,
  headlineArea,
  headlineMoney,
  moneyIn,
} from './format';

test('the published area of the province comes out to the digit in mu', () => {
  expect(areaIn('349533333.33', 'mu')).toBe('524,300.00');
  expect(areaIn('349533333.33', 'tenThousandMu')).toBe('52.43');
});

test('an area is rounded once, half away from zero, from what is stored', () => {
  expect(areaIn('666.67', 'mu', 0)).toBe('1');
  expect(areaIn('333.33', 'mu', 0)).toBe('0');
  expect(areaIn('333.34', 'mu', 0)).toBe('1');
  expect(areaIn('10000.00', 'hectare', 4)).toBe('1.0000');
});

test('an area beyond what a float holds keeps every digit', () => {
  expect(areaIn('99999999999999999.99', 'squareMetre')).toBe('99,999,999,999,999,999.99');
});

test('a headline speaks of 万亩 in Chinese and of whole mu in English', () => {
  expect(headlineArea('349533333.33', 'zh')).toEqual({ value: '52.43', unit: 'tenThousandMu' });
  expect(headlineArea('349533333.33', 'en')).toEqual({ value: '524,300', unit: 'mu' });
  expect(headlineArea('5000.00', 'zh')).toEqual({ value: '7.5', unit: 'mu' });
});

test('money is told in the unit people say it in', () => {
  expect(headlineMoney('200000000000', 'zh')).toEqual({ value: '20.00', unit: 'hundredMillionYuan' });
  expect(headlineMoney('5000000000', 'zh')).toEqual({ value: '5,000.00', unit: 'tenThousandYuan' });
  expect(headlineMoney('123456', 'zh')).toEqual({ value: '1,234.56', unit: 'yuan' });
  expect(headlineMoney('200000000000', 'en')).toEqual({ value: '2.00', unit: 'billionYuan' });
  expect(headlineMoney('-123456', 'en')).toEqual({ value: '-1,234.56', unit: 'yuan' });
});

test('money is exact to the fen', () => {
  expect(moneyIn('9007199254740993', 'yuan')).toBe('90,071,992,547,409.93');
});

test('a reversing entry too small to show is zero, not minus zero', () => {
  expect(moneyIn('-1', 'tenThousandYuan')).toBe('0.00');
});

test('rates have one place, and nothing of nothing has none', () => {
  expect(formatRate(7023, 10253)).toBe('68.5%');
  expect(formatRate('237200000.00', '349533333.33')).toBe('67.9%');
  expect(formatRate(0, 0)).toBeNull();
});

test('counts have separators', () => {
  expect(formatCount(10253)).toBe('10,253');
  expect(formatCount(7)).toBe('7');
});

test('an instant is shown as Shanghai’s clocks had it', () => {
  expect(formatInstant('2026-11-23T16:30:00Z')).toBe('2026-11-24 00:30');
  expect(formatMoment('2026-11-23T16:30:07.9Z')).toBe('2026-11-24 00:30:07');
});

test('bytes are told in thousands', () => {
  expect(formatBytes(0)).toBe('0 B');
  expect(formatBytes(1_234_567)).toBe('1.2 MB');
});
