import type { CalendarDay } from '../kernel/calendar-day';
import type { MineFacts } from '../mines/mine';
import type { RegionTree } from '../regions/region';
import type { Stage } from '../stages/stages';
import { CellReader } from './cell-reader';
import { DAY_FIELDS, isMoneyUnit, type LedgerRow, type MappedColumn } from './fields';
import { judgePatch, type JudgedPatch } from './judge-patch';
import { judgePlace, type FactsDraft } from './judge-place';
import { CODE_FIELDS, parseCode, parseStage } from './parse-code';
import { readWhole } from './parse-number';
import { withoutCounty } from './parse-region';
import { parseDay, parseYear } from './parse-day';
import { parseMoney } from './parse-amount';
import type { RowProblem } from './problems';

export interface JudgeContext {
  readonly regions: RegionTree;
  /** Texts that stand for "nothing"; without it the list of `DEFAULT_NULLS`. */
  readonly nulls?: ReadonlySet<string>;
  /** A mine we already have may come without name and region: a ledger of funds knows neither. */
  readonly isKnownMine?: (number: string) => boolean;
  /** The county the table is of when none of its columns says so: that of the official who brings it. */
  readonly ownCounty?: string;
  /** The day of the import, to find days that lie ahead. The clock is an argument. */
  readonly today?: CalendarDay;
  /** Whether a cell was blank in the file, and says what the first row of its group says. */
  readonly isFilled?: (row: number, column: number, cell: string) => boolean;
  /** Which unmapped columns are kept as raw values; without it all of them. */
  readonly keep?: readonly number[];
}

interface KeptCell {
  readonly column: number;
  readonly value: string;
}

export interface JudgedRow {
  readonly rowNumber: number;
  readonly facts: Partial<MineFacts>;
  readonly patch: JudgedPatch | null;
  /** What the ledger says of the stage; the importer decides what it is worth. */
  readonly stage: Stage | null;
  /** Whether the row waits in 待定 because its place is in no division. */
  readonly unassigned: boolean;
  /** Of the mine when the row was exported, where its ledger came from us. */
  readonly version: number | null;
  readonly problems: readonly RowProblem[];
  /** Mapped cells such as N/A or 无 that were read as absent. */
  readonly nulled: number;
  /** Cells of unmapped columns, as they stood. */
  readonly kept: readonly KeptCell[];
}

/** Lengths the register holds (the contract's limits). */
const TEXT_FIELDS = {
  town: 60,
  location: 300,
  planApprovalNo: 80,
  acceptanceNo: 80,
  remark: 2000,
} as const satisfies Partial<Record<keyof MineFacts, number>>;

const NUMBER_LENGTH = 64;
const NAME_LENGTH = 120;

/** The mine a row speaks of, and nothing else of it: what the register must be asked for before a row can be judged. */
export const numberIn = (row: LedgerRow, mapping: readonly MappedColumn[]): string | null =>
  new CellReader(row.cells, mapping).identifier('number', NUMBER_LENGTH) ?? null;

const judgeNumber = (reader: CellReader, facts: FactsDraft): void => {
  const number = reader.identifier('number', NUMBER_LENGTH);
  if (number) facts.number = number;
  else if (number === null) reader.say('number-missing', 'number', '');
};

/** Where no column names the mines, people call them by their place; a table of numbers alone has nothing else. */
const standInOf = (reader: CellReader, facts: FactsDraft) => {
  for (const field of ['location', 'town'] as const) {
    const text = reader.peek(field);
    if (text) return { field, text };
  }
  return facts.number ? { field: 'number' as const, text: facts.number } : null;
};

const judgeName = (reader: CellReader, facts: FactsDraft, isKnown: boolean): void => {
  const name = reader.text('name', NAME_LENGTH);
  if (name) {
    facts.name = name.replace(/\s+/g, ' ');
    return;
  }
  // The ledger the counties pass around has no name column: there the place is what people call the mine.
  const stand = reader.has('name') || isKnown ? null : standInOf(reader, facts);
  if (stand) {
    facts.name = [...stand.text.replace(/\s+/g, ' ')].slice(0, NAME_LENGTH).join('');
    return reader.say('name-from-location', stand.field, stand.text);
  }
  if (!isKnown && !reader.failed('name')) reader.say('name-missing', 'name', '');
};

const judgeCodes = (reader: CellReader, facts: FactsDraft): void => {
  for (const field of CODE_FIELDS) {
    if (field === 'patchSubclass' || field === 'patchAttribute') continue;
    const code = reader.parsed(field, (cell) => parseCode(field, cell));
    if (code !== undefined) facts[field] = code;
  }
};

const judgeDays = (reader: CellReader, facts: FactsDraft, today: CalendarDay | undefined): void => {
  for (const field of DAY_FIELDS) {
    const day = reader.parsed(field, parseDay);
    if (day === undefined) continue;
    facts[field] = day;
    if (day !== null && today !== undefined && day > today) reader.say('day-in-future', field, day);
  }
};

/** K12, as far as a ledger shows it: planned, funded, started, finished, accepted. Warned here, blocked by the register. */
const judgeOrder = (reader: CellReader, facts: FactsDraft): void => {
  let latest: { field: (typeof DAY_FIELDS)[number]; day: CalendarDay } | null = null;
  for (const field of DAY_FIELDS) {
    const day = facts[field];
    if (!day) continue;
    if (latest && day < latest.day)
      reader.say('days-out-of-order', field, day, `≥ ${latest.field} ${latest.day}`);
    else latest = { field, day };
  }
};

const sayFilled = (
  reader: CellReader,
  row: LedgerRow,
  mapping: readonly MappedColumn[],
  { isFilled }: JudgeContext,
): void => {
  if (!isFilled) return;
  for (const { field, column } of mapping) {
    const cell = row.cells[column] ?? '';
    if (field !== null && isFilled(row.rowNumber, column, cell)) reader.say('filled-from-above', field, cell);
  }
};

const judgeTexts = (reader: CellReader, facts: FactsDraft): void => {
  for (const field of Object.keys(TEXT_FIELDS) as (keyof typeof TEXT_FIELDS)[]) {
    const text = reader.text(field, TEXT_FIELDS[field]);
    if (text !== undefined) facts[field] = text;
  }
};

const judgeFigures = (reader: CellReader, facts: FactsDraft, today: CalendarDay | undefined): void => {
  const year = reader.parsed('closureYear', (cell) => parseYear(cell, today));
  if (year !== undefined) facts.closureYear = year;
  const unit = reader.unit('fundsAllocatedFen');
  const funds = reader.parsed('fundsAllocatedFen', (cell) =>
    parseMoney(cell, isMoneyUnit(unit) ? unit : null),
  );
  if (funds !== undefined) facts.fundsAllocatedFen = funds;
};

const keptCells = (
  row: LedgerRow,
  mapping: readonly MappedColumn[],
  keep: readonly number[] | undefined,
): KeptCell[] => {
  const mapped = new Set(mapping.filter(({ field }) => field !== null).map(({ column }) => column));
  const wanted = keep && new Set(keep);
  return row.cells
    .map((value, column) => ({ column, value }))
    .filter(({ column, value }) => value !== '' && !mapped.has(column) && (wanted?.has(column) ?? true));
};

/**
 * A row of a ledger as facts, and every cell that could not be understood as a problem with its column. Nothing is dropped
 * without a word.
 */
export const judgeRow = (
  row: LedgerRow,
  mapping: readonly MappedColumn[],
  context: JudgeContext,
): JudgedRow => {
  const reader = new CellReader(row.cells, mapping, context.nulls);
  const facts: FactsDraft = {};
  judgeNumber(reader, facts);
  if (!reader.has('number')) reader.say('number-missing', 'number', '');
  const isKnown = facts.number !== undefined && (context.isKnownMine?.(facts.number) ?? false);
  judgeName(reader, facts, isKnown);
  const unassigned = judgePlace(reader, facts, { ...context, isKnown });
  judgeTexts(reader, facts);
  if (facts.town) facts.town = withoutCounty(context.regions, facts.town, facts.regionCode);
  judgeCodes(reader, facts);
  judgeFigures(reader, facts, context.today);
  judgeDays(reader, facts, context.today);
  judgeOrder(reader, facts);
  sayFilled(reader, row, mapping, context);
  const stage = reader.parsed('stage', parseStage) ?? null;
  const patch = judgePatch(reader, stage);
  return {
    rowNumber: row.rowNumber,
    facts,
    patch,
    stage,
    unassigned,
    version: readWhole(reader.peek('rowVersion') ?? ''),
    problems: reader.problems,
    nulled: reader.nulled,
    kept: keptCells(row, mapping, context.keep),
  };
};
