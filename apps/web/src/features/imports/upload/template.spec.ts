import { expect, test } from '@jest/globals';
import { LEDGER_FIELDS, proposeMapping, type LedgerField } from '@qingshan/domain';
import { en } from '../../../locales/en';
import { zh } from '../../../locales/zh';
import { templateHeaders } from './template';

const wordsOf = ({ labels, imports, ui }: typeof zh | typeof en) => ({
  field: (field: LedgerField) =>
    (({ ...labels.field, ...imports.field }) as Record<LedgerField, string>)[field],
  withUnit: (name: string, unit: 'mu' | 'wan') =>
    `${name}${ui.unitIn.replace('{{unit}}', imports.unit[unit])}`,
});

test.each([
  ['Chinese', zh],
  ['English', en],
] as const)('the empty ledger in %s is read back as what it was meant to be', (_, words) => {
  const read = proposeMapping(templateHeaders(wordsOf(words)), []);
  expect(read.map(({ field }) => field)).toEqual(
    LEDGER_FIELDS.filter((field) => field !== 'coordinates' && field !== 'untreatedArea'),
  );
  expect(read.flatMap(({ unit }) => unit ?? [])).toEqual(['wan', 'mu', 'mu']);
});
