import { unitsInTitles, type LedgerRow } from '@qingshan/domain';
import { fillMerges } from './fill-merges';
import { fillDittos } from './fill-dittos';
import { fillGroups } from './fill-groups';
import { findHeader, headerAt } from './find-header';
import { kindOf, sectionTown, type RowKind } from './kind-of-row';
import { LIMITS } from './limits';
import { headersBelow, refuseTransposed, repeatedColumns } from './other-tables';
import { turnAway, type LedgerNote, type LedgerTable, type RawTable } from './ledger-table';

type Shape = Pick<LedgerTable, 'headerRow' | 'columns' | 'rows' | 'notes' | 'units'>;
/** Row numbers in a note, at most so many: the count says the rest. */
const LISTED = 20;

const filledCells = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '');

const noteOf = (code: Exclude<RowKind, 'row'>, rowNumbers: readonly number[]): LedgerNote => ({
  code,
  data: { count: rowNumbers.length, rows: rowNumbers.slice(0, LISTED) },
});

/** NUL and its kin cannot be stored, blanks without a width would make one number two; line ends inside a cell stay. */ const CONTROL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B-\u200D\u2060\uFEFF]/g;

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '');

const widthOf = (columns: readonly string[], rows: readonly LedgerRow[]): number =>
  rows.reduce((width, { cells }) => Math.max(width, lastFilled(cells) + 1), lastFilled(columns) + 1);

const cleaned = (cell: string): string => (cell.search(CONTROL) === -1 ? cell : cell.replaceAll(CONTROL, ''));

const fitted = (cells: readonly string[], width: number): string[] => {
  const row = cells.slice(0, width).map(cleaned);
  while (row.length < width) row.push('');
  return row;
};

/** A comma that nobody quoted makes a row longer than the header, and moves every cell behind it. */
const longerRows = (columns: readonly string[], rows: readonly LedgerRow[]): LedgerNote[] => {
  const width = lastFilled(columns) + 1;
  const longer = rows.filter(({ cells }) => cells.length > width && lastFilled(cells) >= width);
  if (longer.length === 0 || longer.length * 2 > rows.length) return [];
  const numbers = longer.slice(0, LISTED).map(({ rowNumber }) => rowNumber);
  return [{ code: 'longer-rows', data: { count: longer.length, rows: numbers } }];
};

const headerNotes = (
  rows: readonly LedgerRow[],
  header: NonNullable<ReturnType<typeof findHeader>>,
): LedgerNote[] => {
  const first = header.upper ?? header.index;
  const titles = rows.slice(0, first).filter(({ cells }) => filledCells(cells).length > 0);
  const notes: LedgerNote[] = [];
  if (header.guessed) notes.push({ code: 'header-guessed', data: { row: rows[header.index]?.rowNumber } });
  if (header.upper !== null)
    notes.push({
      code: 'two-row-header',
      data: { rows: [rows[header.upper]?.rowNumber, rows[header.index]?.rowNumber] },
    });
  if (titles.length > 0)
    notes.push({
      code: 'title-rows',
      data: { count: titles.length, text: filledCells(titles[0]?.cells ?? [])[0]?.slice(0, 200) },
    });
  return notes;
};

/** Rows of the table itself; a second one below it, with the words above that, is left out and told. */
const beforeSecondTable = (
  rows: readonly LedgerRow[],
  headerIn: ReturnType<typeof headersBelow>,
): {
  readonly own: readonly LedgerRow[];
  readonly again: ReadonlySet<LedgerRow>;
  readonly second: readonly LedgerNote[];
} => {
  const own: LedgerRow[] = [];
  const again = new Set<LedgerRow>();
  for (const [at, row] of rows.entries()) {
    const header = headerIn(row.cells);
    if (header !== 'second-table') {
      own.push(row);
      if (header) again.add(row);
      continue;
    }
    while (own.length > 0 && filledCells(own.at(-1)?.cells ?? []).length < 2) own.pop();
    const left = rows.slice(at + 1).filter(({ cells }) => filledCells(cells).length > 1).length;
    return { own, again, second: [{ code: 'second-table', data: { row: row.rowNumber, count: left } }] };
  }
  return { own, again, second: [] };
};

/** Sorts the rows below the header: data is kept, everything else is left out and told. */
export const shapeTable = ({ rows: raw, notes, merges }: RawTable, headerRow?: number): Shape => {
  const header = headerRow === undefined ? findHeader(raw) : headerAt(raw, headerRow);
  const lowest = header && raw[header.index];
  if (!header || !lowest) throw turnAway('no-header');
  const leftOut = new Map<Exclude<RowKind, 'row'>, number[]>();
  const below = fillMerges(raw.slice(header.index + 1), merges);
  const headerRows = raw.slice(header.upper ?? header.index, header.index + 1).map(({ cells }) => cells);
  const { own, again, second } = beforeSecondTable(below.rows, headersBelow([...headerRows, header.columns]));
  const sorted = own.filter((row, index) => {
    const { rowNumber, cells } = row;
    const kind = again.has(row) ? 'repeated-header' : kindOf(cells, header.columns, index === 0);
    if (kind !== 'row') {
      const numbers = leftOut.get(kind) ?? [];
      numbers.push(rowNumber);
      leftOut.set(kind, numbers);
    }
    return kind === 'row';
  });
  // What stands below a table speaks of its figures as a title does: 注：面积单位为亩.
  const footers = new Set(leftOut.get('footer-rows') ?? []);
  const { rows: said, notes: dittos } = fillDittos(header.columns, sorted);
  const cuts = [...(leftOut.get('totals-rows') ?? []), ...(leftOut.get('section-rows') ?? [])];
  const sectionRows = new Set(leftOut.get('section-rows') ?? []);
  const towns = new Map(
    own
      .filter(({ rowNumber }) => sectionRows.has(rowNumber))
      .map(({ rowNumber, cells }) => [rowNumber, sectionTown(cells)]),
  );
  const { rows: data, notes: groups } = fillGroups(header.columns, said, cuts, towns);
  const width = widthOf(header.columns, data);
  if (width > LIMITS.columns) throw turnAway('too-many-columns', { limit: LIMITS.columns, found: width });
  if (data.length === 0) throw turnAway('empty', { headerRow: lowest.rowNumber });
  const columns = fitted(header.columns, width);
  refuseTransposed(
    columns,
    data.slice(0, 40).map(({ cells }) => cells),
  );
  const unnamed = columns.flatMap((column, index) =>
    column === '' && data.some(({ cells }) => cells[index]?.trim()) ? [index] : [],
  );
  return {
    headerRow: lowest.rowNumber,
    units: unitsInTitles([
      ...raw.slice(0, header.upper ?? header.index).flatMap(({ cells }) => cells),
      ...own.filter(({ rowNumber }) => footers.has(rowNumber)).flatMap(({ cells }) => cells),
    ]),
    columns,
    rows: data.map(({ rowNumber, cells }) => ({ rowNumber, cells: fitted(cells, width) })),
    notes: [
      ...notes,
      ...below.notes,
      ...dittos,
      ...groups,
      ...headerNotes(raw, header),
      ...second,
      ...repeatedColumns(columns),
      ...longerRows(header.columns, data),
      ...[...leftOut].map(([kind, rowNumbers]) => noteOf(kind, rowNumbers)),
      ...(unnamed.length > 0 ? [{ code: 'unnamed-columns' as const, data: { columns: unnamed } }] : []),
    ],
  };
};
