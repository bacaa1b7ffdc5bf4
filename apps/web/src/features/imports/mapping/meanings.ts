import type { ImportView } from '@qingshan/contracts';
import { LEDGER_FIELDS, proposeUnit, unitsOf, type LedgerField, type LedgerUnit } from '@qingshan/domain';

export type Column = ImportView['columns'][number];

/** What a column means: nothing, a field, or a field in a unit. */
export type Meaning = Pick<Column, 'field' | 'unit'>;

/** What a person has said otherwise than proposed, by column. */
export type Corrections = ReadonlyMap<number, Meaning>;

const NOTHING: Meaning = { field: null, unit: null };
const NAME = 'as';

const readOne = (text: string): [number, Meaning] | null => {
  const [column = '', name = '', unitName = ''] = text.split('.');
  if (!/^\d{1,3}$/.test(column)) return null;
  const field = LEDGER_FIELDS.find((one) => one === name);
  if (!field) return name === '' ? [Number(column), NOTHING] : null;
  const unit = unitsOf(field).find((one) => one === unitName) ?? null;
  return [Number(column), { field, unit }];
};

/** Corrections live in the address, so that a reload or a step back loses none. */
export const readCorrections = (address: URLSearchParams): Corrections =>
  new Map(
    (address.get(NAME) ?? '')
      .split('~')
      .map(readOne)
      .filter((one) => one !== null),
  );

export const withCorrections = (address: URLSearchParams, corrections: Corrections): URLSearchParams => {
  const next = new URLSearchParams(address);
  const text = [...corrections]
    .map(([column, { field, unit }]) => [column, field ?? '', unit ?? ''].join('.'))
    .join('~');
  if (text === '') next.delete(NAME);
  else next.set(NAME, text);
  return next;
};

export const corrected = (columns: readonly Column[], corrections: Corrections): Column[] =>
  columns.map((column) => ({ ...column, ...corrections.get(column.column) }));

export interface Correction {
  readonly corrections: Corrections;
  /** The column that had the field until now and is left out from now on. */
  readonly movedFrom: number | null;
}

const same = (one: Meaning, other: Meaning) => one.field === other.field && one.unit === other.unit;

/** Says what a column means. A field comes from one column: where it came from another, that one is left out. */
export const correct = (
  columns: readonly Column[],
  corrections: Corrections,
  column: number,
  meaning: Meaning,
): Correction => {
  const before = corrected(columns, corrections);
  const holder = before.find((one) => one.field !== null && one.field === meaning.field);
  const movedFrom = holder && holder.column !== column ? holder.column : null;
  const next = new Map(corrections).set(column, meaning);
  if (movedFrom !== null) next.set(movedFrom, NOTHING);
  // What was proposed anyway is no correction.
  const kept = [...next].filter(([index, said]) => {
    const proposed = columns.find((one) => one.column === index);
    return proposed !== undefined && !same(proposed, said);
  });
  return { corrections: new Map(kept), movedFrom };
};

/** A field for a column, in the unit its header names. */
export const meaningFor = (field: LedgerField | null, header: string): Meaning =>
  field === null ? NOTHING : { field, unit: proposeUnit(field, header) };

export const lacksUnit = ({ field, unit }: Meaning): boolean =>
  field !== null && unitsOf(field).length > 0 && unit === null;

/** The unit a choice stands for, if the field can be in it. */
export const unitOf = (field: LedgerField | null, text: string): LedgerUnit | null =>
  (field === null ? [] : unitsOf(field)).find((unit) => unit === text) ?? null;
