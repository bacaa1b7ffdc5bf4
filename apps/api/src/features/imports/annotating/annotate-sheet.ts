import { columnLetters } from '@qingshan/domain';
import { cellText } from '../../exports/writing/xml';
import { columnNumber } from '../reading/scan-xml';
import type { Additions } from './annotation';

const ROW = /<((?:\w{1,20}:)?)row(?=[\s/>])([^<>]*?)(?:\/>|>([^]*?)<\/\1row>)/g;
const CELL = /<((?:\w{1,20}:)?)c(?=[\s/>])([^<>]*?)(?:\/>|>([^]*?)<\/\1c>)/g;
const FORMULA = /<((?:\w{1,20}:)?)f(?=[\s/>])[^<>]*?(?:\/>|>[^<>]*<\/\1f>)/g;
const REFERENCE = /\sr\s*=\s*["']([A-Z]{1,3})\d*["']/i;
const ROW_NUMBER = /\sr\s*=\s*["'](\d{1,7})["']/;
const STYLE = /\ss\s*=\s*["'](\d{1,6})["']/;
const SPANS = /\sspans\s*=\s*["'][^"']*["']/;
const DIMENSION = /<((?:\w{1,20}:)?)dimension(?=[\s/>])[^<>]*?(?:\/>|>\s*<\/\1dimension>)/;
const LONGEST_TAG_START = 64;

interface Cell {
  readonly column: number;
  readonly xml: string;
}

/** Text that stays text whatever it begins with: no reader takes an inline string for a formula. */
const textCell = (prefix: string, row: number, column: number, text: string, style = ''): Cell => ({
  column,
  xml: `<${prefix}c r="${columnLetters(column)}${row}"${style} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${cellText(text)}</${prefix}t></${prefix}is></${prefix}c>`,
});

const cellsOf = (inner: string): Cell[] => {
  let column = -1;
  return [...inner.matchAll(CELL)].map(([xml, , attributes = '']) => {
    const named = REFERENCE.exec(attributes)?.[1];
    column = named ? columnNumber(named) - 1 : column + 1;
    return { column, xml };
  });
};

/** One row with what it gets: its own cells stay as they are, with their types and looks. */
const annotated = (row: number, prefix: string, inner: string, additions: Additions): string => {
  const remarks = additions.remarks.get(row);
  const corrected = additions.corrected.get(row);
  const own = cellsOf(inner).map((cell) => {
    const text = corrected?.get(cell.column);
    const style = STYLE.exec(/^[^<>]*<[^<>]*/.exec(cell.xml)?.[0] ?? '')?.[0];
    return text === undefined ? cell : textCell(prefix, row, cell.column, text, style);
  });
  const missing = [...(corrected ?? [])].filter(([column]) => own.every((cell) => cell.column !== column));
  const added = [
    ...missing,
    ...(remarks ?? []).map((text, index) => [additions.column + index, text] as const),
  ].flatMap(([column, text]) => (text === '' ? [] : [textCell(prefix, row, column, text)]));
  const replaced = (column: number) =>
    remarks !== undefined && column >= additions.column && column < additions.column + remarks.length;
  return [...own.filter(({ column }) => !replaced(column)), ...added]
    .sort((one, other) => one.column - other.column)
    .map(({ xml }) => xml)
    .join('');
};

/**
 * The XML of a sheet with the columns of remarks more, as it streams by. Formulas are replaced by the values that were checked: what
 * comes back computes nothing and fetches nothing.
 */
export async function* annotateSheet(
  chunks: AsyncIterable<Buffer>,
  additions: Additions,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder();
  let rest = '';
  let inHead = true;
  let number = 0;

  const rewrite = (all: string, prefix: string, attributes: string, inner: string | undefined): string => {
    const named = ROW_NUMBER.exec(attributes)?.[1];
    number = named ? Number(named) : number + 1;
    const plain = (inner ?? '').replace(FORMULA, '');
    if (!additions.remarks.has(number) && !additions.corrected.has(number))
      return inner === undefined || plain === inner ? all : all.replace(inner, () => plain);
    const kept = attributes.replace(SPANS, '');
    const more = plain.replace(CELL, '');
    return `<${prefix}row${kept}>${annotated(number, prefix, plain, additions)}${more}</${prefix}row>`;
  };

  const take = (text: string, isLast: boolean): string => {
    rest += text;
    if (inHead) {
      if (!isLast && !/<(?:\w{1,20}:)?sheetData/.test(rest)) return '';
      rest = rest.replace(DIMENSION, '');
      inHead = false;
    }
    let done = '';
    let from = 0;
    for (const match of rest.matchAll(ROW)) {
      const [all, prefix = '', attributes = '', inner] = match;
      done += rest.slice(from, match.index) + rewrite(all, prefix, attributes, inner);
      from = match.index + all.length;
    }
    rest = rest.slice(from);
    const begun = rest.search(/<(?:\w{1,20}:)?row(?=[\s/>])/);
    const until = isLast ? rest.length : begun === -1 ? Math.max(0, rest.length - LONGEST_TAG_START) : begun;
    done += rest.slice(0, until);
    rest = rest.slice(until);
    return done;
  };

  for await (const chunk of chunks) {
    const ready = take(decoder.decode(chunk, { stream: true }), false);
    if (ready !== '') yield Buffer.from(ready);
  }
  yield Buffer.from(take(decoder.decode(), true));
}
