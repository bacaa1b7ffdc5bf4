import { expect, test } from '@jest/globals';
import { minesAddress, readAddress, writeAddress, type FiguresAddress } from './figures-address';

const standing = { region: '360000', today: '2026-11-24' };
const read = (text: string) => readAddress(new URLSearchParams(text), standing);

test('an empty address is one’s own division as of today, by count, furthest ahead first', () => {
  const shown = read('');
  expect(shown).toEqual({
    region: '360000',
    asOf: '2026-11-24',
    knownAt: null,
    compare: null,
    by: 'count',
    sort: '-rate',
    tiles: 'rate',
  });
  expect(writeAddress(shown, standing).toString()).toBe('');
});

test('what is written is read back the same', () => {
  const shown: FiguresAddress = {
    region: '360700',
    asOf: '2022-12-31',
    knownAt: '2023-01-05T17:30',
    compare: '2021-12-31',
    by: 'area',
    sort: 'completion',
    tiles: 'financing',
  };
  expect(readAddress(writeAddress(shown, standing), standing)).toEqual(shown);
});

test('what is no division, no day, a day to come or no column is left out, and the rest stays', () => {
  expect(read('region=1%27&asOf=2026-02-30&compare=2027-01-01&by=mu&sort=name&tiles=flying')).toEqual(
    read(''),
  );
  expect(read('region=360700&asOf=tomorrow')).toEqual({ ...read(''), region: '360700' });
});

test('a day is not compared with itself', () => {
  expect(read('asOf=2022-12-31&compare=2022-12-31').compare).toBeNull();
});

test('the rows behind a number carry its stage, division and day; today needs no day', () => {
  expect(
    minesAddress('360700', { asOf: '2022-12-31', knownAt: null }, standing.today, { stages: ['restored'] }),
  ).toBe('/mines?stage=restored&region=360700&asOf=2022-12-31');
  expect(
    minesAddress('360000-00', { asOf: standing.today, knownAt: null }, standing.today, {
      stages: ['survey', 'planning'],
      overdue: 'yes',
    }),
  ).toBe('/mines?stage=survey,planning&overdue=yes&region=360000-00');
});

test('a moment to come or that is none is no moment; with one, the rows behind a number name their day and moment', () => {
  expect(read('knownAt=2199-01-01').knownAt).toBeNull();
  expect(read('knownAt=2026-02-30').knownAt).toBeNull();
  expect(minesAddress('360700', { asOf: standing.today, knownAt: '2023-01-05' }, standing.today)).toBe(
    '/mines?region=360700&asOf=2026-11-24&knownAt=2023-01-05',
  );
});
