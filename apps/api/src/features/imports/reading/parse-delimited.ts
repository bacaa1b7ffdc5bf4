import { LIMITS } from './limits';
import { turnAway } from './ledger-table';

const DELIMITERS = [',', '\t', ';', '|'] as const;
/** In a text typed by hand, where nothing else sets the cells apart. */
const FULL_WIDTH_COMMA = '，';
export type Delimiter = (typeof DELIMITERS)[number] | typeof FULL_WIDTH_COMMA;

interface Field {
  readonly value: string;
  /** Index of the sign that ended it: a delimiter, a line end, or the end of the text. */
  readonly end: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** First index at or after `from` of a delimiter or line end. */
const plainEnd = (text: string, from: number, delimiter: string): number => {
  const wanted = delimiter.charCodeAt(0);
  for (let index = from; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === wanted || sign === LINE_FEED || sign === CARRIAGE_RETURN) return index;
  }
  return text.length;
};

/** A quoted field; `""` is a quote (RFC 4180). What follows the closing quote up to the delimiter is kept, as Excel does. */
const quotedField = (text: string, from: number, delimiter: string): Field => {
  const parts: string[] = [];
  let start = from + 1;
  for (;;) {
    const quote = text.indexOf('"', start);
    if (quote === -1) throw turnAway('unclosed-quote');
    parts.push(text.slice(start, quote));
    if (text[quote + 1] !== '"') {
      const end = plainEnd(text, quote + 1, delimiter);
      return { value: parts.join('"') + text.slice(quote + 1, end), end };
    }
    start = quote + 2;
  }
};

const fieldAt = (text: string, from: number, delimiter: string): Field => {
  if (text[from] === '"') return quotedField(text, from, delimiter);
  const end = plainEnd(text, from, delimiter);
  return { value: text.slice(from, end), end };
};

const checked = (value: string, row: number): string => {
  if (value.length > LIMITS.cellLength) throw turnAway('long-cell', { row, limit: LIMITS.cellLength });
  return value;
};

/** Records one by one, blank lines as records of one empty cell: a record's number is the row a spreadsheet shows. */
export function* parseDelimited(text: string, delimiter: Delimiter): Generator<string[]> {
  let index = 0;
  let row = 1;
  let cells: string[] = [];
  while (index < text.length) {
    const field = fieldAt(text, index, delimiter);
    cells.push(checked(field.value, row));
    const ended = text[field.end];
    index = field.end + 1;
    if (ended === delimiter) {
      if (index === text.length) cells.push('');
      continue;
    }
    if (ended === '\r' && text[index] === '\n') index += 1;
    yield cells;
    cells = [];
    row += 1;
  }
  if (cells.length > 0) yield cells;
}

const SAMPLE_RECORDS = 60;

const sampleWidths = (text: string, delimiter: Delimiter): number[] => {
  const widths: number[] = [];
  try {
    for (const cells of parseDelimited(text, delimiter)) {
      if (cells.some((cell) => cell.trim() !== '')) widths.push(cells.length);
      if (widths.length >= SAMPLE_RECORDS) break;
    }
  } catch {
    // A quote that this delimiter leaves open says that it is not the one.
    return [];
  }
  return widths;
};

/** How many records agree on a width beyond one, and that width. */
const agreement = (widths: readonly number[]): { readonly records: number; readonly width: number } => {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts]
    .map(([width, records]) => ({ width, records }))
    .reduce((best, one) => (one.records * one.width > best.records * best.width ? one : best), {
      records: 0,
      width: 0,
    });
};

/** The delimiter under which most records have the same, largest number of cells; a comma when nothing speaks for another. */
export const findDelimiter = (text: string): Delimiter => {
  const named = /^sep=([,;|\t])\r?\n/i.exec(text)?.[1];
  if (named) return named as Delimiter;
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, ...agreement(sampleWidths(text, delimiter)) }));
  const { delimiter, records } = scored.reduce((best, one) =>
    one.records * one.width > best.records * best.width ? one : best,
  );
  return records === 0 && agreement(sampleWidths(text, FULL_WIDTH_COMMA)).records > 0
    ? FULL_WIDTH_COMMA
    : delimiter;
};
