import { isDamagedText, isNull, isSpreadsheetError, nullWords } from './cell-text';
import type { LedgerField, LedgerUnit, MappedColumn } from './fields';
import { PROBLEMS, type CellProblem, type Parsed, type ProblemCode, type RowProblem } from './problems';

const NULLS = nullWords();
const LONGEST_FOUND = 200;
/** The apostrophe that keeps a number's zeros in a spreadsheet, and is no part of it. */
const KEPT_AS_TEXT = /^['’‘`](?=[\da-z])/i;
/** A long number that went through a spreadsheet as a number: its last digits are gone for good. */
const DAMAGED_NUMBER = /^\d(?:\.\d{1,20})?e\+\d{2}$/i;

/** What a row says, field by field: finds the cell, knows what counts as absent, and collects every problem with its column. */
export class CellReader {
  readonly problems: RowProblem[] = [];
  nulled = 0;
  private readonly byField = new Map<LedgerField, MappedColumn>();

  constructor(
    private readonly cells: readonly string[],
    mapping: readonly MappedColumn[],
    private readonly nulls: ReadonlySet<string> = NULLS,
  ) {
    for (const column of mapping)
      if (column.field !== null && !this.byField.has(column.field)) this.byField.set(column.field, column);
  }

  has(field: LedgerField): boolean {
    return this.byField.has(field);
  }

  unit(field: LedgerField): LedgerUnit | null {
    return this.byField.get(field)?.unit ?? null;
  }

  failed(field: LedgerField): boolean {
    return this.problems.some((one) => one.field === field && one.severity === 'error');
  }

  say(code: ProblemCode, field: LedgerField, found: string, allowed?: string): void {
    this.problems.push({
      column: this.byField.get(field)?.column ?? null,
      field,
      severity: PROBLEMS[code],
      code,
      found: found.slice(0, LONGEST_FOUND),
      ...(allowed === undefined ? {} : { allowed }),
    });
  }

  /** The cell without counting it: null when absent or without a column. */
  peek(field: LedgerField): string | null {
    const cell = this.cellOf(field);
    return cell === undefined || isNull(cell, this.nulls) ? null : cell.trim();
  }

  /** The cell: `undefined` without a column, with a broken formula or with signs that were lost, `null` when it says "nothing". */
  cell(field: LedgerField): string | null | undefined {
    const cell = this.cellOf(field);
    if (cell === undefined) return undefined;
    if (isNull(cell, this.nulls)) {
      if (cell.trim() !== '') this.nulled += 1;
      return null;
    }
    const isBroken = isSpreadsheetError(cell);
    if (!isBroken && !isDamagedText(cell)) return cell.trim();
    this.say(isBroken ? 'spreadsheet-error' : 'text-damaged', field, cell);
    return undefined;
  }

  /** Text no longer than the register holds; a longer one is refused and not cut. */
  text(field: LedgerField, longest: number): string | null | undefined {
    const cell = this.cell(field);
    if (!cell || cell.length <= longest) return cell?.normalize('NFC') ?? cell;
    this.say('too-long', field, cell, `≤ ${longest}`);
    return undefined;
  }

  /** A number that is a name: half-width, without blanks, and whole. */
  identifier(field: LedgerField, longest: number): string | null | undefined {
    const text = this.text(field, longest);
    if (!text) return text;
    if (!DAMAGED_NUMBER.test(text))
      return text.normalize('NFKC').replace(/\s+/g, '').replace(KEPT_AS_TEXT, '');
    this.say('number-damaged', field, text);
    return undefined;
  }

  parsed<T>(field: LedgerField, parse: (cell: string) => Parsed<T>): T | null | undefined {
    const cell = this.cell(field);
    if (cell === null || cell === undefined) return cell;
    return this.take(parse(cell.replace(KEPT_AS_TEXT, '')), field, cell);
  }

  /** The value of something parsed, with its warning or problem noted. */
  take<T>(parsed: Parsed<T>, field: LedgerField, found: string): T | undefined {
    if ('problem' in parsed) {
      this.note(parsed.problem, field, found);
      return undefined;
    }
    if (parsed.warning) this.note(parsed.warning, field, found);
    return parsed.value;
  }

  private note({ code, allowed }: CellProblem, field: LedgerField, found: string): void {
    this.say(code, field, found, allowed);
  }

  private cellOf(field: LedgerField): string | undefined {
    const mapped = this.byField.get(field);
    return mapped ? (this.cells[mapped.column] ?? '') : undefined;
  }
}
