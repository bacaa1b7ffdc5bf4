import { expect, test } from '@jest/globals';
import type { ImportRowView } from '@qingshan/contracts';
import { linesOf } from './lines';

const problem = (code: 'not-a-number' | 'outside-province', severity: 'error' | 'warning') => ({
  column: 1,
  field: 'area' as const,
  severity,
  code,
  found: 'x',
  allowed: null,
});

const row = (given: Partial<ImportRowView>): ImportRowView => ({
  rowNumber: 2,
  verdict: 'new',
  number: 'K1',
  name: '一号矿',
  mineId: null,
  written: false,
  undone: false,
  undoProblem: null,
  problems: [],
  gate: null,
  changes: [],
  cells: [],
  ...given,
});

test('every problem and every change is a line of its own, errors first', () => {
  const lines = linesOf([
    row({
      verdict: 'changed',
      problems: [problem('outside-province', 'warning'), problem('not-a-number', 'error')],
      changes: [{ field: 'town', before: 'a', after: 'b' }],
    }),
  ]);
  expect(lines.map(({ id, first, problem, change }) => [id, first, problem?.code ?? change?.field])).toEqual([
    ['2:0', true, 'not-a-number'],
    ['2:1', false, 'outside-province'],
    ['2:2', false, 'town'],
  ]);
});

test('a row without anything to say is still a line', () =>
  expect(linesOf([row({})])).toMatchObject([{ id: '2:0', problem: null, change: null }]));

test('a row that is wrong shows no changes: none is made', () =>
  expect(
    linesOf([
      row({
        verdict: 'error',
        problems: [problem('not-a-number', 'error')],
        changes: [{ field: 'town', before: 'a', after: 'b' }],
      }),
    ]),
  ).toHaveLength(1));
