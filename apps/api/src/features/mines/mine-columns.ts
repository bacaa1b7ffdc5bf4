import { MINE_FIELDS } from '@qingshan/domain';

/** The column of a field: the same word, written the way SQL writes. */
export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

// Decimals and fen leave as text: JSON numbers are floats.
const AS_TEXT = new Set([
  'longitude',
  'latitude',
  'fundsAllocatedFen',
  'damagedSquareMetres',
  'restoredSquareMetres',
]);

/** Fields of a mine as a select list with contract names, from the table under `alias`. Only names of ours get here. */
export const selectFields = (alias: string, fields: readonly string[]): string =>
  fields
    .map((field) => `${alias}.${columnOf(field)}${AS_TEXT.has(field) ? '::text' : ''} AS "${field}"`)
    .join(', ');

export const STATE_FIELDS = [
  ...MINE_FIELDS,
  'stage',
  'stageSince',
  'damagedSquareMetres',
  'restoredSquareMetres',
] as const;
