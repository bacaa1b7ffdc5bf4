import { expect, test } from '@jest/globals';
import { LEDGER_FIELDS, proposeMapping, type LedgerField } from '@qingshan/domain';
import { en } from '../../../locales/en';
import { zh } from '../../../locales/zh';
import { templateFile, templateHeaders } from './template';

const wordsOf = ({ labels, imports, ui }: typeof zh | typeof en) => ({
  field: (field: LedgerField) =>
    ({ ...labels.field, ...imports.field } as Record<LedgerField, string>)[field],
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

test('it opens right in a spreadsheet: a byte-order mark, and commas inside a header quoted', async () => {
  const blob = templateFile(['甲', 'b, c']);
  const bytes = await new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(blob);
  });
  expect(Buffer.from(bytes).toString('utf8')).toBe('\uFEFF甲,"b, c"\r\n');
});
