import { folded, isNull, nullWords } from './cell-text';
import { AREA_FIELDS, type LedgerField, type LedgerUnit, LEDGER_FIELDS, unitsOf } from './fields';
import { HEADER_WORDS } from './header-words';
import { KNOWN_FORMS, type KnownForm } from './known-forms';
import { looksLike } from './looks-like';
import { readNumber } from './parse-number';
import { UNCLEAR, unitOfHeader, withoutUnit } from './units';

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
}

/** Headers are compared without case, blanks, stars of required columns and a leading "3." */
const foldedHeader = (header: string): string =>
  folded(header)
    .replace(/^[*#★]+|(?<![*#:])[*#:]+$/g, '')
    .replace(/^\d{1,2}[.、]/, '');

const WORDS = new Map<string, { field: LedgerField; confidence: number }>();
for (const name of LEDGER_FIELDS) {
  const { sure, likely = '' } = HEADER_WORDS[name];
  for (const word of likely.split(' | ').filter(Boolean))
    WORDS.set(foldedHeader(word), { field: name, confidence: 0.6 });
  for (const word of [...sure.split(' | '), name])
    WORDS.set(foldedHeader(word), { field: name, confidence: 0.95 });
}

/** Parts of Chinese headers that tell the field when the whole is not in the list; the first that fits wins. */
const TELLING_PARTS: readonly (readonly [part: RegExp, field: LedgerField])[] = [
  [/(?:未治理|未修复|待治理|待修复|剩余).{0,6}面积/, 'untreatedArea'],
  // 拟治理, 计划修复 and 应复垦 are what is meant to be done.
  [/(?<![未待拟应需划])(?:治理|修复|复垦|复绿).{0,4}面积/, 'restoredArea'],
  [/(?:图斑|损毁|破坏|矿山|占地).{0,4}面积/, 'area'],
  [/经度/, 'longitude'],
  [/纬度/, 'latitude'],
  [/主体编号|矿山编号/, 'number'],
  [/矿山名称/, 'name'],
  [/^(?!修复).{0,4}图斑编号/, 'patchNumber'],
  [/矿种/, 'mineralCode'],
  [/开采方式/, 'miningMethod'],
  [/验收.{0,4}(?:日期|时间)/, 'acceptedOn'],
  [/(?:完工|竣工).{0,4}(?:日期|时间)/, 'finishedOn'],
  [/开工.{0,4}(?:日期|时间)/, 'startedOn'],
];

const splitLanguages = (header: string): [latin: string, chinese: string] => {
  const at = header.search(/\p{Script=Han}/u);
  return at > 0 ? [header.slice(0, at), header.slice(at)] : ['', ''];
};

const BRACKETS = /\([^()]{0,40}\)/g;

/** 损毁 under 面积(亩) is the 损毁面积. */
const belowGroup = (group: string, word: string): string =>
  word.replace(BRACKETS, '') + withoutUnit(group).replace(BRACKETS, '');

const wordOf = (header: string): { field: LedgerField; confidence: number } | null => {
  const whole = foldedHeader(header);
  // In 中心点坐标(经度) the brackets say which half of it.
  const tries = [
    whole,
    withoutUnit(whole),
    ...(/\((?:经度|纬度|[xy])\)/.test(whole) ? [] : [whole.replace(BRACKETS, '')]),
  ];
  // Two languages in one header: Mine name 矿山名称.
  const [latin, chinese] = splitLanguages(whole);
  if (chinese && /[a-z]{3}/.test(latin)) tries.push(chinese);
  // The lower half of a two-row header usually says more: 中心点坐标·经度.
  if (whole.includes('·'))
    tries.push(
      belowGroup(whole.slice(0, whole.indexOf('·')), whole.slice(whole.lastIndexOf('·') + 1)),
      whole.slice(whole.lastIndexOf('·') + 1),
      whole.slice(0, whole.indexOf('·')),
    );
  for (const text of tries) {
    const word = WORDS.get(text) ?? WORDS.get(withoutUnit(text));
    if (word) return word;
  }
  const part = TELLING_PARTS.find(([pattern]) => pattern.test(whole));
  return part ? { field: part[1], confidence: 0.5 } : null;
};

/** Whether a text is a header we know: how the reader finds the header row below a title. */
export const isKnownHeader = (text: string): boolean =>
  text.length <= 60 &&
  (wordOf(text) !== null || KNOWN_FORMS.some((form) => Object.hasOwn(form.columns, foldedHeader(text))));

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

/** One proposal per column; no field twice, the surer and then the earlier column wins. */
export const proposeMapping = (
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
  titleUnits: readonly LedgerUnit[] = [],
): MappingProposal[] => {
  const form = formOf(columns);
  const candidates = columns
    .map((header, column) => candidateOf(header, column, form, titleUnits))
    .filter((candidate): candidate is Candidate => candidate !== null)
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
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column);
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
