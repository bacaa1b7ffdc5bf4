import { isKnownHeader } from '@qingshan/domain';
import { turnAway, type LedgerNote } from './ledger-table';

const FIRST_CELLS = 3;
const FEWEST_KNOWN = 3;

/** A header as two people would call the same: without blanks, brackets in either width. */
const loose = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const looseRow = (cells: readonly string[]): string => cells.map(loose).join('\u0000').replace(/\0+$/, '');
const filledCells = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '');

type Again = 'repeated-header' | 'second-table' | null;

/**
 * Whether a row below the header is the header once more, as it is printed on every page, or that of another table: its
 * columns may mean anything else, and no row below it may be read by the first.
 */
export const headersBelow = (
  headerRows: readonly (readonly string[])[],
): ((cells: readonly string[]) => Again) => {
  const words = new Set(headerRows.flatMap(filledCells).map((cell) => cell.trim()));
  const rows = new Set(headerRows.map(looseRow));
  const isWord = (cell: string): boolean => words.has(cell.trim());
  return (cells) => {
    // Rows of a ledger are many, and none of them begins with a header's words.
    let seen = 0;
    let met = false;
    for (const cell of cells) {
      if (cell === '') continue;
      seen += 1;
      met ||= isWord(cell);
      if (met || seen === FIRST_CELLS) break;
    }
    if (!met) return null;
    if (rows.has(looseRow(cells))) return 'repeated-header';
    const filled = filledCells(cells);
    const known = filled.filter(isKnownHeader).length;
    return filled.filter(isWord).length > 1 && known >= FEWEST_KNOWN && known * 2 > filled.length
      ? 'second-table'
      : null;
  };
};

const NAMES_MINES = /编号|名称|number|name|id$/i;

/** Columns of a name that came before. Two tables beside each other are turned away: half of the mines would be left out. */
export const repeatedColumns = (columns: readonly string[]): LedgerNote[] => {
  const keys = columns.map(loose);
  const again = columns.flatMap((column, at) =>
    isKnownHeader(column) && keys.indexOf(keys[at] ?? '') < at ? [at] : [],
  );
  const first = again[0];
  if (first === undefined) return [];
  const names = again.map((at) => keys[at] ?? '');
  if (new Set(names).size > 1 && names.some((name) => NAMES_MINES.test(name)))
    throw turnAway('tables-side-by-side', { column: first + 1 });
  return [{ code: 'repeated-columns', data: { columns: again } }];
};

/** One mine a column: what should be the header stands below each other in the first one. */
export const refuseTransposed = (columns: readonly string[], rows: readonly (readonly string[])[]): void => {
  const first = [columns[0] ?? '', ...rows.slice(0, 40).map((cells) => cells[0] ?? '')].filter(Boolean);
  const known = first.filter(isKnownHeader).length;
  if (columns.filter(isKnownHeader).length < 2 && known >= FEWEST_KNOWN && known * 2 > first.length)
    throw turnAway('transposed');
};
