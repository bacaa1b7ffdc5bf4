/** What a column of a ledger can mean: the facts of a mine, its place in words, its patch, its stage, the version it was exported at. */
export const LEDGER_FIELDS = [
  'number',
  'name',
  'region',
  'city',
  'town',
  'location',
  'longitude',
  'latitude',
  'coordinates',
  'mineralCode',
  'miningMethod',
  'closureYear',
  'approach',
  'planApprovalNo',
  'planApprovedOn',
  'fundingSource',
  'fundsAllocatedFen',
  'fundsAllocatedOn',
  'startedOn',
  'finishedOn',
  'acceptanceNo',
  'acceptedOn',
  'remark',
  'stage',
  'patchNumber',
  'patchSubclass',
  'patchAttribute',
  'area',
  'restoredArea',
  'untreatedArea',
  'rowVersion',
] as const;

export type LedgerField = (typeof LEDGER_FIELDS)[number];

export const AREA_FIELDS = [
  'area',
  'restoredArea',
  'untreatedArea',
] as const satisfies readonly LedgerField[];
/** Whether a field's figures add up: said twice, they would be counted twice. */
export const isAmount = (field: LedgerField): boolean =>
  field === 'fundsAllocatedFen' || (AREA_FIELDS as readonly LedgerField[]).includes(field);

export type AreaField = (typeof AREA_FIELDS)[number];

export const DAY_FIELDS = [
  'planApprovedOn',
  'fundsAllocatedOn',
  'startedOn',
  'finishedOn',
  'acceptedOn',
] as const satisfies readonly LedgerField[];
type DayField = (typeof DAY_FIELDS)[number];

/** `wanMu` is 万亩, `wan` 万元, `yi` 亿元. */
const AREA_UNITS = ['m2', 'mu', 'wanMu', 'ha', 'km2', 'acre'] as const;
export type AreaUnit = (typeof AREA_UNITS)[number];

const MONEY_UNITS = ['yuan', 'wan', 'yi'] as const;
export type MoneyUnit = (typeof MONEY_UNITS)[number];

export const LEDGER_UNITS = [...AREA_UNITS, ...MONEY_UNITS] as const;
export type LedgerUnit = (typeof LEDGER_UNITS)[number];

export const isAreaUnit = (text: string | null): text is AreaUnit =>
  (AREA_UNITS as readonly (string | null)[]).includes(text);

export const isMoneyUnit = (text: string | null): text is MoneyUnit =>
  (MONEY_UNITS as readonly (string | null)[]).includes(text);

/** The units a field may carry; none for what is no amount. */
export const unitsOf = (field: LedgerField): readonly LedgerUnit[] => {
  if ((AREA_FIELDS as readonly LedgerField[]).includes(field)) return AREA_UNITS;
  return field === 'fundsAllocatedFen' ? MONEY_UNITS : [];
};

/** One column and what it means; `field: null` keeps the column as raw values. */
export interface MappedColumn {
  readonly column: number;
  readonly field: LedgerField | null;
  readonly unit: LedgerUnit | null;
}

/** A row of a ledger as read: every cell as the text a person sees. */
export interface LedgerRow {
  /** 1-based row of the file. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
}
