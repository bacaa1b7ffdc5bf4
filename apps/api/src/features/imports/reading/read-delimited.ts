import { isFormulaSafed, undoFormulaSafe, type LedgerRow } from '@qingshan/domain';
import { LOST_SIGN } from './damaged-text';
import { decodeText } from './decode-text';
import { LIMITS } from './limits';
import { turnAway, type LedgerNote, type RawTable } from './ledger-table';
import { findDelimiter, parseDelimited, type Delimiter } from './parse-delimited';

/** How one keeps the zeros of a number in a CSV that a spreadsheet opens: ="0012". */
export const withoutTextFormula = (cell: string): string => cell.replace(/^="([^"]*)"$/, '$1');

/** A cell our exporter made safe comes back sign by sign; any other loses the blanks around it. */
const cellText = (cell: string): string =>
  isFormulaSafed(cell) ? undoFormulaSafe(cell) : withoutTextFormula(cell.trim());

/** Text rows of a file, counted while they are read so that a file of only commas cannot fill the memory. */
const rowsOf = (text: string, delimiter: Delimiter): LedgerRow[] => {
  const rows: LedgerRow[] = [];
  let cellCount = 0;
  for (const cells of parseDelimited(text, delimiter)) {
    cellCount += cells.length;
    if (rows.length >= LIMITS.rows) throw turnAway('too-many-rows', { limit: LIMITS.rows });
    if (cellCount > LIMITS.cells) throw turnAway('too-many-cells', { limit: LIMITS.cells });
    rows.push({ rowNumber: rows.length + 1, cells: cells.map(cellText) });
  }
  return rows;
};

export interface DelimitedTable extends RawTable {
  readonly encoding: string;
  readonly delimiter: Delimiter;
}

/** Row numbers in a note, at most so many: the count says the rest. */
const LISTED = 20;

const damagedRows = (text: string, rows: readonly LedgerRow[]): LedgerNote[] => {
  if (!text.includes(LOST_SIGN)) return [];
  const damaged = rows.filter(({ cells }) => cells.some((cell) => cell.includes(LOST_SIGN)));
  const rowNumbers = damaged.slice(0, LISTED).map(({ rowNumber }) => rowNumber);
  return [{ code: 'damaged-signs', data: { count: damaged.length, rows: rowNumbers } }];
};

/** CSV, TSV or text from a spreadsheet. */
export const readDelimited = (bytes: Buffer, asked?: string): DelimitedTable => {
  const { text, encoding, guessed } = decodeText(bytes, asked);
  const delimiter = findDelimiter(text);
  const rows = rowsOf(text, delimiter);
  const notes: LedgerNote[] = [
    ...(guessed ? [{ code: 'encoding-guessed' as const, data: { encoding } }] : []),
    ...damagedRows(text, rows),
  ];
  // A list of one column says nothing of a mine; mostly it is a text whose columns only blanks set apart.
  if (rows.every(({ cells }) => cells.length < 2)) throw turnAway('no-header');
  const isHint = /^sep=/i.test(rows[0]?.cells[0] ?? '') && /^sep=[,;|\t]\r?\n/i.test(text);
  return { rows: isHint ? rows.slice(1) : rows, notes, merges: [], encoding, delimiter };
};
