import { expect, test } from '@jest/globals';
import { dayOfMoment, instantOf, isBackdated, isKnownMoment, isToCome } from './known-moment';

test.each([
  ['2026-05-01', '2026-05-01T23:59:59.999999+08:00'],
  ['2026-05-01T09:30', '2026-05-01T09:30:00.000000+08:00'],
  ['2026-05-01T09:30:07', '2026-05-01T09:30:07.000000+08:00'],
  ['2026-05-01T09:30:07.5', '2026-05-01T09:30:07.500000+08:00'],
  ['2026-05-01T09:30:07.123456Z', '2026-05-01T09:30:07.123456Z'],
  ['2026-05-01T23:30:00-05:00', '2026-05-01T23:30:00.000000-05:00'],
])('%s ends at %s', (moment, instant) => {
  expect(isKnownMoment(moment)).toBe(true);
  expect(instantOf(moment)).toBe(instant);
});

test.each([
  '2026-02-30',
  '2026-02-30T10:00',
  '2026-05-01T24:00',
  '2026-05-01T10',
  '2026-05-01T10:60',
  '2026-05-01T10:00:00.1234567',
  '2026-05-01T10:00:00+15:00',
  "2026-05-01'; DROP TABLE mine",
  '2026-05-01\n',
  'now',
  'infinity',
  '',
])('“%s” is no moment', (text) => expect(isKnownMoment(text)).toBe(false));

test('its day is that of Shanghai, whatever zone it is said in', () => {
  expect(dayOfMoment('2026-05-01')).toBe('2026-05-01');
  expect(dayOfMoment('2026-05-01T23:59')).toBe('2026-05-01');
  expect(dayOfMoment('2026-05-01T16:00:00Z')).toBe('2026-05-02');
});

test('today may be said, for its end is as far as is known; what comes after may not', () => {
  const now = new Date('2026-11-24T02:00:00Z');
  expect(isToCome('2026-11-24', now)).toBe(false);
  expect(isToCome('2026-11-25', now)).toBe(true);
  expect(isToCome('2026-11-24T10:00', now)).toBe(false);
  expect(isToCome('2026-11-24T10:01', now)).toBe(true);
});

test('what is told on its day in Shanghai is in time, and what is told after midnight there is late', () => {
  expect(isBackdated('2026-11-24', new Date('2026-11-24T15:59:59Z'))).toBe(false);
  expect(isBackdated('2026-11-24', new Date('2026-11-24T16:00:00Z'))).toBe(true);
  expect(isBackdated(null, new Date('2026-11-24T16:00:00Z'))).toBe(false);
});
