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
