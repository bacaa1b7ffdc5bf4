import { expect, test } from '@jest/globals';
import { FILE_REASONS, LEDGER_NOTES, ROWS_SHOWN } from '@qingshan/contracts';
import { LEDGER_FIELDS, LEDGER_UNITS, MINE_FIELDS, PROBLEM_CODES } from '@qingshan/domain';
import { en } from '../../locales/en';
import { zh } from '../../locales/zh';

const LISTS = {
  problem: PROBLEM_CODES,
  notes: ['title', ...LEDGER_NOTES],
  refusal: FILE_REASONS,
  unit: LEDGER_UNITS,
  field: LEDGER_FIELDS.filter((field) => !(MINE_FIELDS as readonly string[]).includes(field)),
} as const;

test.each(Object.entries(LISTS))(
  'every code of %s has its words in both languages, and none that is gone',
  (name, codes) => {
    for (const { imports } of [zh, en])
      expect(Object.keys(imports[name as keyof typeof LISTS]).sort()).toEqual([...codes].sort());
  },
);

test('every choice of rows has its words', () => {
  for (const { imports } of [zh, en]) expect(Object.keys(imports.rows.shown)).toEqual([...ROWS_SHOWN]);
});
