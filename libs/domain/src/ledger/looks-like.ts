import { parseArea, parseMoney } from './parse-amount';
import { parseDay, parseYear } from './parse-day';
import { AREA_FIELDS, DAY_FIELDS, type LedgerField } from './fields';
import { readNumber } from './parse-number';

const understood = (field: LedgerField, cell: string): boolean => {
  if ((AREA_FIELDS as readonly LedgerField[]).includes(field)) return 'value' in parseArea(cell, 'm2');
  if (field === 'fundsAllocatedFen') return 'value' in parseMoney(cell, 'yuan');
  if ((DAY_FIELDS as readonly LedgerField[]).includes(field)) return isDayOrDamaged(cell);
  if (field === 'closureYear') return 'value' in parseYear(cell);
  if (field === 'longitude' || field === 'latitude')
    return readNumber(cell) !== null || /[°度东北]/.test(cell);
  return true;
};

const isDayOrDamaged = (cell: string): boolean => {
  const day = parseDay(cell);
  return 'value' in day || day.problem.code === 'day-damaged';
};

/** Whether the sample cells could be of the field: a guessed header is dropped when most of its cells say otherwise. */
export const looksLike = (field: LedgerField, cells: readonly string[]): boolean =>
  cells.length === 0 || cells.filter((cell) => understood(field, cell)).length * 2 >= cells.length;
