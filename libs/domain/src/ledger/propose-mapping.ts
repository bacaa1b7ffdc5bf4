import { isNull, nullWords } from './cell-text';
import { AREA_FIELDS, type LedgerField, type LedgerUnit, unitsOf } from './fields';
import { belowGroup, foldedHeader, partOfGroup, wordIn, wordOf } from './header-meaning';
import { KNOWN_FORMS, type KnownForm } from './known-forms';
import { isRunning, looksLike } from './looks-like';
import { readNumber } from './parse-number';
import { UNCLEAR, unitOfHeader } from './units';

/** What a column seems to mean. `confidence` is 1 for a known form, 0 for nothing found. */
export interface MappingProposal {
  readonly column: number;
  readonly header: string;
  readonly field: LedgerField | null;
  readonly unit: LedgerUnit | null;
  readonly confidence: number;
}

interface Candidate {
  readonly column: number;
  readonly field: LedgerField;
  readonly unit: LedgerUnit | null;
  readonly confidence: number;
  /** The unit is habit alone: nothing says it. */
  readonly unitGuessed?: boolean;
  /** The group whose name alone told the field of a figure: 损毁面积 over 耕地, 林地 and 合计. */
  readonly partOf?: string | null;
}

const SUM = /·(?:(?:合|小|总|共)?计|总数|总面积|总投资|总额|total|sum)(?:\([^()]*\))?$/;

/** Of the parts of one figure only their sum is the figure; where none is the sum, nobody can tell. */
const withoutParts = (candidates: readonly Candidate[], columns: readonly string[]): Candidate[] =>
  candidates.filter(({ partOf, column }) => {
    if (!partOf) return true;
    const parts = candidates.filter((other) => other.partOf === partOf);
    return parts.length === 1 || SUM.test(foldedHeader(columns[column] ?? ''));
  });

/** Whether a text is a header we know: how the reader finds the header row below a title. */
export const isKnownHeader = (text: string): boolean =>
  text.length <= 60 &&
  (wordIn(foldedHeader(text)) !== null ||
    KNOWN_FORMS.some((form) => Object.hasOwn(form.columns, foldedHeader(text))));

/** Whether a word under a group's name makes a header we know: 损毁 under 面积(亩). */
export const isKnownBelow = (group: string, word: string): boolean =>
  isKnownHeader(belowGroup(foldedHeader(group), foldedHeader(word)));

const formOf = (columns: readonly string[]): KnownForm | null => {
  const headers = new Set(columns.map(foldedHeader));
  const hits = (form: KnownForm) => Object.keys(form.columns).filter((header) => headers.has(header)).length;
  const is = (form: KnownForm) =>
    hits(form) >= form.atLeast && (form.needs ?? []).every((header) => headers.has(header));
  return KNOWN_FORMS.filter(is).sort((a, b) => hits(b) - hits(a))[0] ?? null;
};

/** Whether the words above a table state the unit of the field's figures. */
export const saysUnitOf = (name: LedgerField, titleUnits: readonly LedgerUnit[]): boolean =>
  unitsOf(name).some((unit) => titleUnits.includes(unit));

/** The unit a column of the field seems to be in, by its header. */
export const proposeUnit = (
  name: LedgerField,
  header: string,
  titleUnits: readonly LedgerUnit[] = [],
): LedgerUnit | null => {
  const allowed = unitsOf(name);
  if (allowed.length === 0) return null;
  const unit = unitOfHeader(header);
  if (unit === UNCLEAR) return null;
  if (unit && allowed.includes(unit)) return unit;
  const ofTable = [...new Set(titleUnits)].filter((one) => allowed.includes(one));
  // Two of them, and nobody can tell which of them is this column's.
  if (ofTable.length > 0) return ofTable.length === 1 ? (ofTable[0] ?? null) : null;
  if (/squaremetres$/i.test(header)) return 'm2';
  // The survey form is in m², so an area without a unit is proposed as m². Money has no such habit: 元 and 万元 differ by
  // ten thousand, and a person must say which.
  return (AREA_FIELDS as readonly LedgerField[]).includes(name) ? 'm2' : null;
};

const candidateOf = (
  header: string,
  column: number,
  form: KnownForm | null,
  titleUnits: readonly LedgerUnit[],
): Candidate | null => {
  const key = foldedHeader(header);
  const known = form && Object.hasOwn(form.columns, key) ? form.columns[key] : undefined;
  if (known) {
    const unit = known.unit ?? (known.field ? proposeUnit(known.field, header, titleUnits) : null);
    return known.field ? { column, field: known.field, unit, confidence: 1 } : null;
  }
  const word = wordOf(header);
  if (!word) return null;
  const unit = proposeUnit(word.field, header, titleUnits);
  const unitGuessed = unit !== null && unitOfHeader(header) === null;
  return {
    column,
    field: word.field,
    unit,
    confidence: unitGuessed ? Math.min(word.confidence, 0.7) : word.confidence,
    unitGuessed,
    partOf: partOfGroup(key, word.field),
  };
};

/** Half of the mines smaller than this many square metres: the figures are of another unit. */
const SMALL_MINE = 300n;

/** A unit that nothing says, only habit: not for figures that would make specks of the mines. */
const isDoubtful = (
  { field, unit }: Candidate,
  header: string,
  units: readonly LedgerUnit[],
  cells: readonly string[],
) => {
  if (unit !== 'm2' || unitOfHeader(header) !== null || units.length > 0) return false;
  if (!(AREA_FIELDS as readonly LedgerField[]).includes(field) || /squaremetres$/i.test(header)) return false;
  const sizes = cells
    .flatMap((cell) => readNumber(cell) ?? [])
    .filter(({ trailing }) => trailing === '')
    .map(({ decimal }) => decimal.digits / 10n ** BigInt(decimal.scale));
  return sizes.length > 0 && sizes.filter((size) => size < SMALL_MINE).length * 2 > sizes.length;
};

const NULLS = nullWords();

const samplesOf = (sampleRows: readonly (readonly string[])[], column: number): string[] =>
  sampleRows.map((row) => row[column] ?? '').filter((cell) => !isNull(cell, NULLS));

const KEY_HEADER = /(?:id|key|code|no\.?|number|编号|编码|代码)$/i;

/** Without a mine number, a column that names every row differently may stand in: GEM Asset ID, AMLIS Key, a patch number. */
const keyColumn = (
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
  taken: Set<number>,
) =>
  columns.findIndex((header, column) => {
    if (taken.has(column) || !KEY_HEADER.test(header.trim())) return false;
    const values = samplesOf(sampleRows, column);
    return (
      values.length >= Math.min(2, sampleRows.length) &&
      values.length > 0 &&
      !isRunning(values) &&
      new Set(values).size === values.length
    );
  });

const withKey = (
  chosen: Map<number, Candidate>,
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
): void => {
  const all = [...chosen.values()];
  if (all.some((candidate) => candidate.field === 'number')) return;
  // County tables number patches only: there every patch is a mine of its own.
  const patch = all.find((candidate) => candidate.field === 'patchNumber');
  const column = patch?.column ?? keyColumn(columns, sampleRows, new Set(chosen.keys()));
  if (column >= 0) chosen.set(column, { column, field: 'number', unit: null, confidence: 0.5 });
};

/** One proposal per column; no field twice: the surer column wins, then one that says its unit, then the earlier. */
export const proposeMapping = (
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
  titleUnits: readonly LedgerUnit[] = [],
): MappingProposal[] => {
  const form = formOf(columns);
  const candidates = withoutParts(
    columns.flatMap((header, column) => candidateOf(header, column, form, titleUnits) ?? []),
    columns,
  )
    .filter(
      ({ field, column, confidence }) => confidence >= 0.9 || looksLike(field, samplesOf(sampleRows, column)),
    )
    .map((candidate) =>
      candidate.confidence < 1 &&
      isDoubtful(
        candidate,
        columns[candidate.column] ?? '',
        titleUnits,
        samplesOf(sampleRows, candidate.column),
      )
        ? { ...candidate, unit: null }
        : candidate,
    )
    .sort(
      (a, b) =>
        b.confidence - a.confidence ||
        Number(a.unitGuessed ?? false) - Number(b.unitGuessed ?? false) ||
        a.column - b.column,
    );
  const chosen = new Map<number, Candidate>();
  const used = new Set<LedgerField>();
  for (const candidate of candidates) {
    if (used.has(candidate.field)) continue;
    used.add(candidate.field);
    chosen.set(candidate.column, candidate);
  }
  withKey(chosen, columns, sampleRows);
  return columns.map((header, column) => {
    const found = chosen.get(column);
    return found
      ? { column, header, field: found.field, unit: found.unit, confidence: found.confidence }
      : { column, header, field: null, unit: null, confidence: 0 };
  });
};
