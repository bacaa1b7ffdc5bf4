import { proposeMapping, type LedgerField, type LedgerRow } from '@qingshan/domain';
import type { LedgerNote } from './ledger-table';

/** Where the mines of a group lie: what stands once above them, and no figure that would be counted again. */
const GROUPED: ReadonlySet<LedgerField | null> = new Set(['city', 'region', 'town']);
/** The province has some sixteen hundred towns; words beyond that are no groups. */
const MOST_GROUPS = 2_000;
const SAMPLES = 50;

/** A word and the rows, by their place among the rows, that stand blank under it. */
interface Group {
  readonly word: string;
  readonly from: number;
  to: number;
}

const wordsOf = (rows: readonly LedgerRow[], column: number): string[] =>
  rows.map(({ cells }) => cells[column]?.trim() ?? '');

/** Rows numbers of sums and headings, below which a blank is nobody's. */
const isCut = (cuts: readonly number[], above: LedgerRow | undefined, row: LedgerRow): boolean =>
  above !== undefined && cuts.some((cut) => cut > above.rowNumber && cut < row.rowNumber);

const groupsIn = (rows: readonly LedgerRow[], words: readonly string[], cuts: readonly number[]): Group[] => {
  const groups: Group[] = [];
  for (const [at, word] of words.entries()) {
    const row = rows[at];
    if (word !== '') groups.push({ word, from: at + 1, to: at });
    else if (row && groups.length > 0 && !isCut(cuts, rows[at - 1], row)) {
      const last = groups.at(-1);
      if (last && last.to === at - 1) last.to = at;
    }
    if (groups.length > MOST_GROUPS) return [];
  }
  return groups;
};

/**
 * A word that stands in the first row of its group alone, its cell not merged over the others: as one sees it, no word comes
 * twice, the first row has one, and most rows have none. Then it speaks for the rows below it. Anything else is a gap.
 */
const isOfGroups = (rows: readonly LedgerRow[], column: number): boolean => {
  const words = new Set<string>();
  let blank = 0;
  for (const { cells } of rows) {
    const word = cells[column]?.trim() ?? '';
    if (word === '') blank += 1;
    // Most ledgers name the place in every row, and are left at their second one.
    else if (words.has(word)) return false;
    else words.add(word);
    if (words.size === 0 || words.size > MOST_GROUPS) return false;
  }
  return blank >= 2 && blank >= words.size;
};

/**
 * The rows below each heading that names a town, up to the next sum or heading, where none of them names one itself.
 *
 * @param cuts row numbers of sums and headings
 * @param towns of the headings, by row number
 */
const groupsOfSections = (
  rows: readonly LedgerRow[],
  words: readonly string[],
  cuts: readonly number[],
  towns: ReadonlyMap<number, string | null>,
): Group[] => {
  const bounds = [...cuts].sort((one, other) => one - other);
  const groups: Group[] = [];
  let at = 0;
  for (const [index, cut] of bounds.entries()) {
    while (at < rows.length && (rows[at]?.rowNumber ?? 0) < cut) at += 1;
    const from = at;
    while (at < rows.length && (rows[at]?.rowNumber ?? 0) < (bounds[index + 1] ?? Infinity)) at += 1;
    const town = towns.get(cut);
    if (town && words.slice(from, at).every((word) => word === ''))
      groups.push({ word: town, from, to: at - 1 });
  }
  return groups;
};

/** Fills such groups downwards; the note says where, so that every row that was filled is told in the dry run. */
export const fillGroups = (
  columns: readonly string[],
  rows: readonly LedgerRow[],
  cuts: readonly number[],
  towns: ReadonlyMap<number, string | null>,
): { readonly rows: readonly LedgerRow[]; readonly notes: readonly LedgerNote[] } => {
  const sample = rows.slice(0, SAMPLES).map(({ cells }) => cells);
  const filled = proposeMapping(columns, sample)
    .filter(({ field }) => GROUPED.has(field))
    .flatMap(({ field, column }) => {
      const words = wordsOf(rows, column);
      const groups = isOfGroups(rows, column) ? groupsIn(rows, words, cuts) : [];
      const below = field === 'town' ? groupsOfSections(rows, words, cuts, towns) : [];
      return [...groups, ...below]
        .filter(({ from, to }) => to >= from)
        .map((group) => ({ column, ...group }));
    });
  if (filled.length === 0) return { rows, notes: [] };
  const cellsOf = rows.map(({ cells }) => [...cells]);
  for (const { column, word, from, to } of filled)
    for (const cells of cellsOf.slice(from, to + 1)) {
      while (cells.length < column) cells.push('');
      cells[column] = word;
    }
  const rowAt = (at: number): number => rows[at]?.rowNumber ?? 0;
  return {
    rows: rows.map(({ rowNumber }, at) => ({ rowNumber, cells: cellsOf[at] ?? [] })),
    notes: [
      {
        code: 'groups-filled',
        data: {
          count: filled.reduce((sum, { from, to }) => sum + to - from + 1, 0),
          columns: [...new Set(filled.map(({ column }) => column))],
          groups: filled.map(({ column, word, from, to }) => [column, rowAt(from), rowAt(to), word]),
        },
      },
    ],
  };
};
