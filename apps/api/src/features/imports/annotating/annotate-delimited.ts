import { makeFormulaSafe } from '@qingshan/domain';
import { decodeText } from '../reading/decode-text';
import { findDelimiter, parseDelimited } from '../reading/parse-delimited';
import { withoutTextFormula } from '../reading/read-delimited';
import type { Additions } from './annotation';
import { encodeText } from './encode-text';

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export const linesOf = (records: Iterable<readonly string[]>, delimiter: string, lineEnd: string): string => {
  const lines: string[] = [];
  for (const cells of records)
    lines.push(cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineEnd);
  return lines.join('');
};

function* annotated(records: Iterable<readonly string[]>, { column, remarks, corrected }: Additions) {
  let row = 0;
  for (const cells of records) {
    row += 1;
    const told = remarks.get(row);
    const own = cells.map((cell, index) =>
      makeFormulaSafe(corrected.get(row)?.get(index) ?? withoutTextFormula(cell)),
    );
    if (!told) {
      yield own;
      continue;
    }
    while (own.length < column) own.push('');
    own.splice(column, told.length, ...told.map(makeFormulaSafe));
    yield own;
  }
}

/** The text as it came, cell by cell, with the columns of remarks more, in its own encoding where that has signs for the words. */
export const annotateDelimited = (bytes: Buffer, encoding: string, additions: Additions): Buffer => {
  const { text } = decodeText(bytes, encoding);
  const delimiter = findDelimiter(text);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return encodeText(
    linesOf(annotated(parseDelimited(text, delimiter), additions), delimiter, lineEnd),
    encoding,
  );
};
