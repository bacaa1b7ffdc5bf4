import { expect, test } from '@jest/globals';
import { dayOf, filterOf, readExportsQuery, writeExportsQuery } from './exports-address';

const read = (text: string) => readExportsQuery(new URLSearchParams(text));
const TODAY = '2026-11-25';

test('what is chosen is read back from the address', () => {
  const query = read('asOf=2022-12-31&region=360700&stage=restored,completion&page=2');
  expect(query).toEqual({
    asOf: '2022-12-31',
    region: ['360700'],
    stage: ['restored', 'completion'],
    page: 2,
  });
  expect(read(writeExportsQuery(query).toString())).toEqual(query);
});

test('what is no day, division, stage or page is left out', () => {
  expect(read('asOf=2022-13-01&region=x&stage=lost&page=0&mineral=15020')).toEqual({ page: 1 });
  expect(writeExportsQuery(read('')).toString()).toBe('');
});

test('an export of today, or of a day to come, is of the present and says no day', () => {
  expect(filterOf({ page: 1, asOf: TODAY }, TODAY)).toEqual({ sort: 'number' });
  expect(filterOf({ page: 1, asOf: '2099-01-01', stage: [] }, TODAY)).toEqual({ sort: 'number' });
  expect(filterOf({ page: 3, asOf: '2022-12-31', region: ['360700'] }, TODAY)).toEqual({
    asOf: '2022-12-31',
    region: ['360700'],
    sort: 'number',
  });
});

test('an export of no day stands at the day it was made on in Shanghai', () => {
  expect(dayOf({ filter: {}, createdAt: '2026-11-24T17:30:00.000Z' })).toBe('2026-11-25');
  expect(dayOf({ filter: { asOf: '2022-12-31' }, createdAt: '2026-11-24T17:30:00.000Z' })).toBe('2022-12-31');
});
