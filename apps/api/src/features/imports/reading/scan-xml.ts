import { LIMITS } from './limits';
import { turnAway, type Merge } from './ledger-table';

/** What a sheet's XML says that hucre's row stream does not: which rows are hidden, how many formulas, what is merged. */
export interface SheetScan {
  rowsWithValues: number;
  hiddenRows: number;
  formulas: number;
  /** Formulas whose result was never saved: a program wrote the file, and no spreadsheet has opened it since. */
  emptyFormulas: number;
  /** Styled cells without a value beyond the limits: WPS leaves them, they cost nothing and are passed over. */
  farEmptyCells: number;
  readonly verticalMerges: Merge[];
  /** Spans of columns that are not shown, 1-based. */
  readonly hiddenColumns: (readonly [first: number, last: number])[];
  /** How names are pronounced, beside the names. */
  phonetics: number;
  /** Signs that open or close an element: what a parser that builds a tree of the part would pay for. */
  marks: number;
}

const TAG = /<(?:[^\s<>:/]{1,40}:)?(row|c|v|is|f|mergeCell|rPh|col)(?=[\s/>])([^<>]*)([<>])/g;
const DOCTYPE = /<!(?:DOCTYPE|ENTITY|ELEMENT)/i;
const REFERENCE = /(?:^|\s)r\s*=\s*["']([A-Z]{1,7})(\d{1,10})["']/i;
const ROW_NUMBER = /(?:^|\s)r\s*=\s*["'](\d{1,10})["']/;
const HIDDEN = /(?:^|\s)hidden\s*=\s*["'](?:1|true)["']/;
const FIRST_COLUMN = /(?:^|\s)min\s*=\s*["'](\d{1,5})["']/;
const LAST_COLUMN = /(?:^|\s)max\s*=\s*["'](\d{1,5})["']/;
const MERGED = /(?:^|\s)ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/i;
const LONGEST_TAG = 65_536;
const WIDEST_WORD = 3;
const MOST_MERGES = 100_000;

/** A → 1, Z → 26, XFD → 16384. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const LESS_THAN = 0x3c;

const marksIn = (chunk: Buffer): number => {
  let count = 0;
  for (let at = chunk.indexOf(LESS_THAN); at !== -1; at = chunk.indexOf(LESS_THAN, at + 1)) count += 1;
  return count;
};

/** An attribute with an entity or a stray quote could mean one place here and another to the reader. */
const plainAttributes = (attributes: string): boolean =>
  !attributes.includes('&') && (attributes.match(/["']/g)?.length ?? 0) % 2 === 0;

/**
 * Reads the bytes of one XML part as they are inflated, without building anything: refuses document types and far cells,
 * and counts rows. It sees tags only, so that its cost is the length of the text (S32, S33).
 */
export class XmlScanner {
  readonly sheet: SheetScan = {
    rowsWithValues: 0,
    hiddenRows: 0,
    formulas: 0,
    emptyFormulas: 0,
    farEmptyCells: 0,
    verticalMerges: [],
    hiddenColumns: [],
    phonetics: 0,
    marks: 0,
  };
  private rest = '';
  private row = 0;
  private column = 0;
  private rowHasValue = false;
  private isFar = false;
  private awaitsResult = false;
  private started = false;

  constructor(private readonly part: string) {}

  push(chunk: Buffer): void {
    if (!this.started) this.begin(chunk);
    // Latin-1 maps bytes one to one, and the signs looked for are ASCII in every encoding that is let through.
    const text = this.rest + chunk.toString('latin1');
    if (DOCTYPE.test(text)) throw turnAway('doctype', { part: this.part });
    // A tag cut by the end of the chunk waits for the next one.
    const open = text.lastIndexOf('<');
    const close = open === -1 ? -1 : text.indexOf('>', open);
    // So does one that ends with it: whether a value is empty is told by what follows.
    const complete = open === -1 || (close !== -1 && close < text.length - 1) ? text.length : open;
    this.rest = text.slice(complete);
    if (this.rest.length > LONGEST_TAG) throw turnAway('damaged', { part: this.part });
    this.sheet.marks += marksIn(chunk);
    for (const found of text.slice(0, complete).matchAll(TAG)) {
      const [whole, name = '', attributes = '', end] = found;
      // A tag inside a tag: no XML, and one that readers would disagree about.
      if (end === '<') throw turnAway('damaged', { part: this.part });
      this.tag(name, attributes, text.startsWith('</', found.index + whole.length));
    }
  }

  private begin(chunk: Buffer): void {
    this.started = true;
    // UTF-16 would hide a DOCTYPE from the search, and the reader takes UTF-8 only.
    if (chunk.subarray(0, 4).includes(0) || (chunk[0] ?? 0) >= 0xfe)
      throw turnAway('damaged', { part: this.part });
  }

  private tag(name: string, attributes: string, isEmpty: boolean): void {
    if (!plainAttributes(attributes) && (name === 'c' || name === 'row'))
      throw turnAway('damaged', { part: this.part });
    if (name === 'row') this.beginRow(attributes);
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'f') this.formula();
    else if (name === 'rPh') this.sheet.phonetics += 1;
    else if (name === 'col') this.columns(attributes);
    else if (name === 'mergeCell') this.merge(attributes);
    else this.value(attributes, isEmpty);
  }

  private beginRow(attributes: string): void {
    const number = ROW_NUMBER.exec(attributes)?.[1];
    this.row = number ? Number(number) : this.row + 1;
    this.column = 0;
    this.rowHasValue = false;
    if (HIDDEN.test(attributes)) this.sheet.hiddenRows += 1;
  }

  private columns(attributes: string): void {
    const first = FIRST_COLUMN.exec(attributes)?.[1];
    const last = LAST_COLUMN.exec(attributes)?.[1];
    if (first && last && HIDDEN.test(attributes) && this.sheet.hiddenColumns.length < LIMITS.columns)
      this.sheet.hiddenColumns.push([Number(first), Number(last)]);
  }

  private formula(): void {
    this.sheet.formulas += 1;
    this.sheet.emptyFormulas += 1;
    this.awaitsResult = true;
  }

  private beginCell(attributes: string): void {
    this.awaitsResult = false;
    const reference = REFERENCE.exec(attributes);
    this.column = reference ? columnNumber(reference[1] ?? '') : this.column + 1;
    const row = reference ? Number(reference[2]) : this.row;
    this.isFar = this.column > LIMITS.columns || row > LIMITS.rows;
    if (this.isFar) this.sheet.farEmptyCells += 1;
  }

  /** `<v>` or `<is>`: the cell holds something. `<v/>` does not, and `<v></v>` is no result of a formula. */
  private value(attributes: string, isEmpty: boolean): void {
    if (attributes.endsWith('/') || (isEmpty && this.awaitsResult && !this.isFar)) return;
    if (this.awaitsResult) this.sheet.emptyFormulas -= 1;
    this.awaitsResult = false;
    if (this.isFar) throw turnAway('far-cell', { part: this.part, row: this.row, column: this.column });
    if (!this.rowHasValue) this.sheet.rowsWithValues += 1;
    this.rowHasValue = true;
  }

  private merge(attributes: string): void {
    const [, left = '', top, right = '', bottom] = MERGED.exec(attributes) ?? [];
    // A block over two columns or three is a place that needs the room; a wider one is a title or a note.
    const width = columnNumber(right) - columnNumber(left) + 1;
    if (
      width > WIDEST_WORD ||
      top === bottom ||
      left === '' ||
      this.sheet.verticalMerges.length >= MOST_MERGES
    )
      return;
    this.sheet.verticalMerges.push({
      top: Number(top),
      bottom: Number(bottom),
      column: columnNumber(left) - 1,
    });
  }
}
