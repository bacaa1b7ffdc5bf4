import { expect, test } from '@jest/globals';
import type { RegionFigures } from '@qingshan/contracts';
import { regionRows, sortRows, turnedSort } from './region-rows';

const region = (regionCode: string, open: number, restored: number, mu = 1): RegionFigures => ({
  regionCode,
  stages: [
    {
      stage: 'survey',
      mines: open,
      damagedSquareMetres: `${open * mu}.00`,
      restoredSquareMetres: '0.00',
    },
    {
      stage: 'restored',
      mines: restored,
      damagedSquareMetres: `${restored}.00`,
      restoredSquareMetres: `${restored}.00`,
    },
  ],
});

const PARTS = [region('360000-00', 0, 0), region('360100', 5, 5), region('360700', 10, 90, 1000)];
const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);

test('the waiting room is a row only while mines wait in it, on either day', () => {
  expect(codes(regionRows(PARTS, null, null))).toEqual(['360100', '360700']);
  expect(codes(regionRows(PARTS, [region('360000-00', 3, 0)], null))).toContain('360000-00');
});

test('the same column orders by mines or by land, as asked', () => {
  const rows = regionRows(PARTS, null, null);
  expect(codes(sortRows(rows, '-rate', 'count'))).toEqual(['360700', '360100']);
  expect(codes(sortRows(rows, '-rate', 'area'))).toEqual(['360100', '360700']);
  expect(codes(sortRows(rows, 'survey', 'count'))).toEqual(['360100', '360700']);
  expect(codes(sortRows(rows, '-region', 'count'))).toEqual(['360700', '360100']);
});

test('a division that was not there on the other day has nothing to compare with', () => {
  const [first, second] = regionRows(PARTS, [region('360100', 6, 4)], null);
  expect(first?.then?.restored.mines).toBe(4);
  expect(second?.then).toBeNull();
});

test('divisions stand in the order of what is overdue in them once that is known', () => {
  const rows = regionRows(PARTS, null, [region('360100', 4, 0), region('360700', 2, 0, 1000)]);
  expect(rows.map(({ overdue }) => overdue?.mines)).toEqual([4, 2]);
  expect(codes(sortRows(rows, '-overdue', 'count'))).toEqual(['360100', '360700']);
  expect(codes(sortRows(rows, '-overdue', 'area'))).toEqual(['360700', '360100']);
  expect(codes(sortRows(regionRows(PARTS, null, null), '-overdue', 'area'))).toEqual(['360100', '360700']);
});

test('a column pressed first shows the most on top, pressed again the least; names start at the beginning', () => {
  expect(turnedSort('-rate', 'found')).toBe('-found');
  expect(turnedSort('-found', 'found')).toBe('found');
  expect(turnedSort('found', 'found')).toBe('-found');
  expect(turnedSort('-rate', 'region')).toBe('region');
  expect(turnedSort('region', 'region')).toBe('-region');
});
