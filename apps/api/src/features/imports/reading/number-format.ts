/** One part of a number format: what it puts around the figure, and how it changes what is seen of it. */
interface Section {
  readonly condition: ((value: number) => boolean) | null;
  readonly before: string;
  readonly after: string;
  /** Figures the format hides behind: `0!.0,"万"` shows 123456 as 12.3万. */
  readonly shift: number;
  /** Least number of figures of a whole number, zeros in front: `000000`. */
  readonly width: number;
  readonly hasFigure: boolean;
}

export type NumberFormat = readonly Section[];

/** Quoted, escaped by \ or !, a blank as wide as a sign, a filling sign, a bracket, General, or one sign. */
const TOKEN = /"([^"]*)"|[\\!](.)|_.|\*.|\[([^\]]*)\]|general|g\/通用格式|(.)/gisu;
/** What ends a section, and what only looks like it. */
const SECTION_END = /"[^"]*"|[\\!].|;/gs;
const CONDITION = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/;
const COMPARE: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
};

const conditionOf = (bracket: string): Section['condition'] => {
  const [, sign = '', limit = ''] = CONDITION.exec(bracket) ?? [];
  const compare = COMPARE[sign];
  return compare ? (value) => compare(value, Number(limit)) : null;
};

/** A word or a unit, and no blank, dash, bracket or sign of a currency. */
const worded = (literal: string): string => (/[\p{L}\p{N}°]/u.test(literal) ? literal.trim() : '');

interface Draft {
  condition: Section['condition'];
  before: string;
  between: string;
  after: string;
  figures: string;
}

const addLiteral = (draft: Draft, literal: string): void => {
  if (draft.figures === '') draft.before += literal;
  else draft.after += literal;
};

/** A literal that stood behind a figure and turns out to be followed by another one is between them. */
const addFigure = (draft: Draft, sign: string): void => {
  draft.between += draft.after;
  if (draft.after === '.') draft.figures += '!';
  draft.after = '';
  draft.figures += sign;
};

const sectionOf = (code: string): Section => {
  const draft: Draft = { condition: null, before: '', between: '', after: '', figures: '' };
  for (const [token, quoted, escaped, bracket, sign = ''] of code.matchAll(TOKEN)) {
    if (bracket !== undefined) draft.condition ??= conditionOf(bracket);
    else if (quoted !== undefined || escaped !== undefined) addLiteral(draft, quoted ?? escaped ?? '');
    else if (/^(?:g|[0#?.,])/i.test(token) && (sign === '' || /[0#?.,]/.test(sign))) addFigure(draft, token);
    else if (sign !== '') addLiteral(draft, sign);
  }
  const { condition, before, between, after, figures } = draft;
  const hidden = between === '.' ? (figures.split('!')[1]?.replace(/[^0#?]/g, '').length ?? 0) : 0;
  const thousands = /[0#?](,+)$/.exec(figures)?.[1]?.length ?? 0;
  return {
    condition,
    before: worded(before),
    after: worded(after),
    shift: hidden + 3 * thousands,
    width: /^0+$/.test(figures) ? figures.length : 0,
    hasFigure: figures !== '',
  };
};

const changesNothing = ({ before, after, shift, width }: Section): boolean =>
  before === '' && after === '' && shift === 0 && width < 2;

/** Days and times, which come as such and never as a number. */
const isOfTime = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|[\\!_*].|\[[^\]]*\]|general/gis, ''));

/** What a format shows beside the figure; null when it shows nothing that a ledger could mean. */
export const readFormat = (code: string): NumberFormat | null => {
  if (code.length > 255 || isOfTime(code)) return null;
  const parts = code.replace(SECTION_END, (token) => (token === ';' ? '\u0000' : token)).split('\u0000');
  const sections = parts.map(sectionOf);
  return sections.every(changesNothing) ? null : sections;
};

const sectionFor = (format: NumberFormat, value: number): Section | undefined => {
  if (format.some(({ condition }) => condition !== null))
    return (
      format.find(({ condition }) => condition?.(value)) ?? format.findLast(({ condition }) => !condition)
    );
  if (value < 0 && format.length > 1) return format[1];
  return value === 0 && format.length > 2 ? format[2] : format[0];
};

/** Fifteen figures are what a spreadsheet keeps. */
const plainText = (value: number): string => String(Number(value.toPrecision(15)));

/** A number as its cell shows it, but for rounding: 3.5公顷, 0012, 12.3456万元. Null where that is the number alone. */
export const shownAs = (value: number, format: NumberFormat): string | null => {
  const section = sectionFor(format, value);
  if (!section || changesNothing(section)) return null;
  const { before, after, shift, width, hasFigure } = section;
  if (!hasFigure) return before;
  const size = plainText(Math.abs(value) / 10 ** shift);
  const figure = Number.isInteger(value) ? size.padStart(width, '0') : size;
  return `${before}${value < 0 ? '-' : ''}${figure}${after}`;
};
