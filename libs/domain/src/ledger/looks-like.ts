import { parseArea, parseMoney } from './parse-amount';
import { parseDay, parseYear } from './parse-day';
import { AREA_FIELDS, DAY_FIELDS, type LedgerField } from './fields';
import { readNumber } from './parse-number';

/** 1, 2, 3 … down a ledger, perhaps anew for each town: places in the list and no names of mines. */
export const isRunning = (cells: readonly string[]): boolean => {
  if (cells.length === 0 || !cells.every((cell) => /^\d{1,5}$/.test(cell.trim()))) return false;
  const figures = cells.map(Number);
  if (figures.length === 1) return figures[0] === 1;
  const steps = figures.slice(1).filter((figure, at) => figure - (figures[at] ?? 0) === 1).length;
  return steps * 2 >= figures.length - 1;
};

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
  (field !== 'number' || !isRunning(cells)) &&
  (cells.length === 0 || cells.filter((cell) => understood(field, cell)).length * 2 >= cells.length);
