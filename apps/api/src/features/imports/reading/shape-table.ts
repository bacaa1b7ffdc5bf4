import { unitsInTitles, type LedgerRow } from '@qingshan/domain';
import { fillMerges } from './fill-merges';
import { findHeader, headerAt } from './find-header';
import { LIMITS } from './limits';
import { turnAway, type LedgerNote, type LedgerTable, type RawTable } from './ledger-table';

type Shape = Pick<LedgerTable, 'headerRow' | 'columns' | 'rows' | 'notes' | 'units'>;
type RowKind = 'row' | 'empty-rows' | 'totals-rows' | 'footer-rows' | 'numbering-row' | 'repeated-header';

const TOTAL = /^.{0,12}(?:合计|小计|总计|共计|累计):?$|^(?:grand ?|sub ?-?)?total:?$/i;
const FOOTER =
  /^(?:注|说明|备注|填表说明|填表人|填报人|制表人?|制表单位|审核人?|单位负责人|负责人|联系电话|填报日期|资料来源|source|notes?)\s{0,4}:/i;

const filledCells = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '');

const isTotal = (cells: readonly string[]): boolean =>
  filledCells(cells)
    .slice(0, 3)
    .some((cell) => TOTAL.test(cell.normalize('NFKC').replace(/\s+/g, '')));

/** 注:… or 填表人: 审核人: 日期: below the table. */
const isFooter = (cells: readonly string[]): boolean => {
  const filled = filledCells(cells);
  return filled.length <= 4 && FOOTER.test(filled[0]?.normalize('NFKC').trim() ?? '');
};

/** The row 1, 2, 3 … that forms put below their header. */
const isNumbering = (cells: readonly string[]): boolean => {
  const filled = filledCells(cells);
  return filled.length >= 3 && filled.every((cell, index) => cell.trim() === String(index + 1));
};

const isHeaderAgain = (cells: readonly string[], columns: readonly string[]): boolean =>
  filledCells(cells).length > 1 &&
  columns.every((column, index) => (cells[index] ?? '').replace(/\s+/g, ' ').trim() === column);

const kindOf = (cells: readonly string[], columns: readonly string[], isFirst: boolean): RowKind => {
  if (filledCells(cells).length === 0) return 'empty-rows';
  if (isFirst && isNumbering(cells)) return 'numbering-row';
  if (isTotal(cells)) return 'totals-rows';
  if (isFooter(cells)) return 'footer-rows';
  return isHeaderAgain(cells, columns) ? 'repeated-header' : 'row';
};

/** Row numbers in a note, at most so many: the count says the rest. */
const LISTED = 20;

const noteOf = (code: Exclude<RowKind, 'row'>, rowNumbers: readonly number[]): LedgerNote => ({
  code,
  data: { count: rowNumbers.length, rows: rowNumbers.slice(0, LISTED) },
});

/** NUL and its kin cannot be stored and mean nothing; line ends inside a cell stay. */

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '');

const widthOf = (columns: readonly string[], rows: readonly LedgerRow[]): number =>
  rows.reduce((width, { cells }) => Math.max(width, lastFilled(cells) + 1), lastFilled(columns) + 1);

const cleaned = (cell: string): string => (cell.search(CONTROL) === -1 ? cell : cell.replaceAll(CONTROL, ''));

const fitted = (cells: readonly string[], width: number): string[] => {
  const row = cells.slice(0, width).map(cleaned);
  while (row.length < width) row.push('');
  return row;
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

/** Sorts the rows below the header: data is kept, everything else is left out and told. */
export const shapeTable = ({ rows: raw, notes, merges }: RawTable, headerRow?: number): Shape => {
  const header = headerRow === undefined ? findHeader(raw) : headerAt(raw, headerRow);
  const lowest = header && raw[header.index];
  if (!header || !lowest) throw turnAway('no-header');
  const leftOut = new Map<Exclude<RowKind, 'row'>, number[]>();
  const below = fillMerges(raw.slice(header.index + 1), merges);
  const data = below.rows.filter(({ rowNumber, cells }, index) => {
    const kind = kindOf(cells, header.columns, index === 0);
    if (kind !== 'row') leftOut.set(kind, [...(leftOut.get(kind) ?? []), rowNumber]);
    return kind === 'row';
  });
  const width = widthOf(header.columns, data);
  if (width > LIMITS.columns) throw turnAway('too-many-columns', { limit: LIMITS.columns, found: width });
  if (data.length === 0) throw turnAway('empty', { headerRow: lowest.rowNumber });
  const columns = fitted(header.columns, width);
  const unnamed = columns.flatMap((column, index) =>
    column === '' && data.some(({ cells }) => cells[index]?.trim()) ? [index] : [],
  );
  return {
    headerRow: lowest.rowNumber,
    units: unitsInTitles(raw.slice(0, header.upper ?? header.index).flatMap(({ cells }) => cells)),
    columns,
    rows: data.map(({ rowNumber, cells }) => ({ rowNumber, cells: fitted(cells, width) })),
    notes: [
      ...notes,
      ...below.notes,
      ...headerNotes(raw, header),
      ...[...leftOut].map(([kind, rowNumbers]) => noteOf(kind, rowNumbers)),
      ...(unnamed.length > 0 ? [{ code: 'unnamed-columns' as const, data: { columns: unnamed } }] : []),
    ],
  };
};
