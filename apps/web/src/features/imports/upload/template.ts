import { AREA_FIELDS, LEDGER_FIELDS, type LedgerField } from '@qingshan/domain';

/** Fields a ledger of counties fills in; the others say the same in another way. */
const LEFT_OUT: readonly LedgerField[] = ['coordinates', 'untreatedArea'];

const TEMPLATE_FIELDS = LEDGER_FIELDS.filter((field) => !LEFT_OUT.includes(field));

interface Words {
  readonly field: (field: LedgerField) => string;
  /** “name (unit)” as the language writes it. */
  readonly withUnit: (name: string, unit: 'mu' | 'wan') => string;
}

/** The headers of an empty ledger: read back, every one means its field. */
export const templateHeaders = ({ field, withUnit }: Words): string[] =>
  TEMPLATE_FIELDS.map((name) => {
    if ((AREA_FIELDS as readonly LedgerField[]).includes(name)) return withUnit(field(name), 'mu');
    return name === 'fundsAllocatedFen' ? withUnit(field(name), 'wan') : field(name);
  });

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** With a byte-order mark, so that Excel and WPS read it as UTF-8. */
export const templateFile = (headers: readonly string[]): Blob =>
  new Blob([`\uFEFF${headers.map(quoted).join(',')}\r\n`], { type: 'text/csv;charset=utf-8' });

export const saveAs = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};
