import { expect, test } from '@jest/globals';
import { correct, corrected, readCorrections, withCorrections, type Column } from './meanings';

const column = (
  index: number,
  header: string,
  field: Column['field'],
  unit: Column['unit'] = null,
): Column => ({
  column: index,
  header,
  field,
  unit,
  samples: [],
});

const columns = [column(0, '编号', 'number'), column(1, '面积', 'area', 'm2'), column(2, '面积(亩)', null)];
const none = new Map();

test('a correction is read back from the address it was written to', () => {
  const { corrections } = correct(columns, none, 0, { field: null, unit: null });
  const more = correct(columns, corrections, 1, { field: 'area', unit: 'mu' }).corrections;
  const address = withCorrections(new URLSearchParams('step=mapping'), more);
  expect(address.get('as')).toBe('0..~1.area.mu');
  expect(readCorrections(address)).toEqual(more);
  expect(withCorrections(address, none).toString()).toBe('step=mapping');
});

test('a field that another column had moves, and the other is left out', () => {
  const { corrections, movedFrom } = correct(columns, none, 2, { field: 'area', unit: 'mu' });
  expect(movedFrom).toBe(1);
  expect(corrected(columns, corrections).map(({ field, unit }) => [field, unit])).toEqual([
    ['number', null],
    [null, null],
    ['area', 'mu'],
  ]);
});

test('what was proposed anyway is no correction', () => {
  const { corrections } = correct(columns, none, 1, { field: null, unit: null });
  expect(correct(columns, corrections, 1, { field: 'area', unit: 'm2' }).corrections.size).toBe(0);
});

test('an address that says nonsense corrects nothing', () => {
  for (const text of ['', 'x', '1.nothing', '9999.area', '1.area.yuan'])
    expect([...readCorrections(new URLSearchParams({ as: text }))].map(([, { unit }]) => unit)).toEqual(
      text === '1.area.yuan' ? [null] : [],
    );
});
