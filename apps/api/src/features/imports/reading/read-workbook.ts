import type { LedgerRow } from '@qingshan/domain';
import { streamXlsxRows, type CellValue } from 'hucre/xlsx';
import { Refused } from '../../../platform/http/refused';
import { guardArchive, type GuardedArchive } from './guard-archive';
import { isMeasured } from './is-measured';
import { LIMITS } from './limits';
import { turnAway, type LedgerNote, type Merge, type RawTable } from './ledger-table';
import { readParts, type SheetPart, type WorkbookParts } from './read-parts';
import { repacked } from './repack';
import type { SheetScan } from './scan-xml';
import { shownAs } from './number-format';
import { shownCells, type ShownCells } from './shown-cells';

const A_DAY = 86_400_000;

/** A day as YYYY-MM-DD, with the time only where there is one; a time alone is a fraction of serial day zero. */
const dayText = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  if (date.getTime() % A_DAY === 0) return day;
  return day < '1900-01-01' ? time.slice(0, 8) : `${day} ${time.slice(0, 8)}`;
};

const LONG_NUMBER = 1e15;

/**
 * 15 digits are what a spreadsheet keeps: 21830.000000000004 was 21830 when a person saw it. A longer whole number, a patch
 * number most likely, stands as 3.60727E+17: its last digits are gone, and it must not look as if they were not.
 */
const numberText = (value: number): string => {
  if (Math.abs(value) >= LONG_NUMBER) return value.toPrecision(15).toUpperCase();
  return Number.isInteger(value) ? value.toString() : String(Number(value.toPrecision(15)));
};

/** Such a text was written by a program, our own export among them, and comes back sign by sign as it does from CSV. */
const STARTS_ODDLY = /^[\t\r]/;

const cellText = (value: CellValue | undefined): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dayText(value);
  return STARTS_ODDLY.test(value) ? value : value.trim();
};

const isFigure = (value: CellValue): boolean =>
  typeof value === 'string' ? isMeasured(value) : typeof value === 'number';

/** Gathers rows of the stream, and what can only be seen while a cell still has its type. */
class RowGatherer {
  readonly rows: LedgerRow[] = [];
  longNumbers = 0;
  width = 0;
  private cellCount = 0;
  private readonly numericTops = new Set<string>();
  private readonly tops: ReadonlySet<string>;

  constructor(
    private readonly merges: readonly Merge[],
    private readonly shown: ShownCells | null,
  ) {
    this.tops = new Set(merges.map(({ top, column }) => `${top}:${column}`));
  }

  add(index: number, values: readonly CellValue[]): void {
    const last = values.findLastIndex((value) => value !== null && value !== '');
    // The scan has turned far cells away already; this holds should the two ever read a reference differently.
    if (last >= LIMITS.columns || (last >= 0 && index >= LIMITS.rows))
      throw turnAway('far-cell', { row: index + 1, column: last + 1 });
    if (last === -1) return;
    this.cellCount += last + 1;
    this.width = Math.max(this.width, last + 1);
    if (this.cellCount > LIMITS.cells) throw turnAway('too-many-cells', { limit: LIMITS.cells });
    this.rows.push({
      rowNumber: index + 1,
      cells: values.slice(0, last + 1).map((value, column) => this.text(value, index + 1, column)),
    });
  }

  /** Merges whose value is a word: repeated downwards it stays true, while an area or a sum would be counted again. */
  wordMerges(): Merge[] {
    return this.merges.filter(({ top, column }) => !this.numericTops.has(`${top}:${column}`));
  }

  /** The unit that stands in the format alone belongs to what a person sees. */
  private shownText(value: CellValue, row: number, column: number): string | null {
    const format = this.shown?.take(row, column);
    return format && typeof value === 'number' && Math.abs(value) < LONG_NUMBER
      ? shownAs(value, format)
      : null;
  }

  private text(value: CellValue, row: number, column: number): string {
    if (typeof value === 'number' && Math.abs(value) >= LONG_NUMBER) this.longNumbers += 1;
    if (this.tops.has(`${row}:${column}`) && isFigure(value)) this.numericTops.add(`${row}:${column}`);
    const text = this.shownText(value, row, column) ?? cellText(value);
    if (text.length > LIMITS.cellLength) throw turnAway('long-cell', { row, limit: LIMITS.cellLength });
    return text;
  }
}

/** Empty rows between two rows of the stream exist in the file only as a gap in the numbers. */
const gather = async (
  archive: GuardedArchive,
  workbook: WorkbookParts,
  sheet: SheetPart,
): Promise<RowGatherer> => {
  const shown = await shownCells(archive, workbook.styles);
  const gatherer = new RowGatherer(archive.scanOf(sheet.part)?.verticalMerges ?? [], shown);
  try {
    const stream = ReadableStream.from(repacked(archive, workbook, sheet, shown));
    for await (const { index, values } of streamXlsxRows(stream, { sheet: 0 })) gatherer.add(index, values);
  } catch (error) {
    throw error instanceof Refused ? error : turnAway('damaged', { sheet: sheet.name });
  }
  return gatherer;
};

const rowsIn = (archive: GuardedArchive, sheet: SheetPart): number =>
  archive.scanOf(sheet.part)?.rowsWithValues ?? 0;

/** Words about a ledger and no ledger, also where they are longer: our own exports have such a sheet. */
const isAboutOthers = ({ name }: SheetPart): boolean =>
  /^(?:填[表报写])?说明$|^notes?$|^read ?me$/i.test(name.trim());

/** The sheet asked for, else the visible one with the most rows: a hidden code list may well be the longest. */
const chooseSheet = (
  archive: GuardedArchive,
  sheets: readonly SheetPart[],
  asked: string | undefined,
): SheetPart => {
  if (asked !== undefined) {
    const found = sheets.find(({ name }) => name === asked);
    if (!found) throw turnAway('no-such-sheet', { sheet: asked.slice(0, 120) });
    return found;
  }
  const visible = sheets.filter((sheet) => !sheet.hidden && !isAboutOthers(sheet));
  const [first, ...others] = visible.length > 0 ? visible : sheets;
  if (!first) throw turnAway('not-a-spreadsheet');
  return others.reduce(
    (best, sheet) => (rowsIn(archive, sheet) > rowsIn(archive, best) ? sheet : best),
    first,
  );
};

/** hucre's row stream tells nothing of formulas and hidden rows, so these come from the scan of the same bytes. */
const notesOf = (
  scan: SheetScan | undefined,
  gatherer: RowGatherer,
  others: readonly string[],
): LedgerNote[] => {
  const counted: [LedgerNote['code'], number][] = [
    ['hidden-rows', scan?.hiddenRows ?? 0],
    ['formula-cells', scan?.formulas ?? 0],
    ['formulas-without-result', scan?.emptyFormulas ?? 0],
    ['far-empty-cells', scan?.farEmptyCells ?? 0],
    ['long-numbers', gatherer.longNumbers],
    ['merged-numbers-kept-once', (scan?.verticalMerges.length ?? 0) - gatherer.wordMerges().length],
  ];
  const hidden = (scan?.hiddenColumns ?? []).flatMap(([first, last]) =>
    Array.from(
      { length: Math.max(0, Math.min(last, gatherer.width) - first + 1) },
      (_, at) => first + at - 1,
    ),
  );
  return [
    ...(hidden.length > 0 ? [{ code: 'hidden-columns' as const, data: { columns: hidden } }] : []),
    ...counted.flatMap(([code, count]) => (count > 0 ? [{ code, data: { count } }] : [])),
    ...(others.length > 0 ? [{ code: 'other-sheets' as const, data: { sheets: others } }] : []),
  ];
};

export interface WorkbookTable extends RawTable {
  readonly sheet: string;
  readonly sheets: readonly string[];
}

/** One sheet of a workbook, every row of it: hidden and filtered ones are rows like any other. */
export const readWorkbook = async (bytes: Buffer, asked?: string): Promise<WorkbookTable> => {
  const archive = await guardArchive(bytes);
  const workbook = readParts(archive);
  const sheet = chooseSheet(archive, workbook.sheets, asked);
  const gatherer = await gather(archive, workbook, sheet);
  const sheets = workbook.sheets.map(({ name }) => name);
  return {
    rows: gatherer.rows,
    merges: gatherer.wordMerges(),
    notes: notesOf(
      archive.scanOf(sheet.part),
      gatherer,
      sheets.filter((name) => name !== sheet.name),
    ),
    sheet: sheet.name,
    sheets,
  };
};
