import type { LedgerRow } from '@qingshan/domain';
import type { LedgerNote } from './ledger-table';

/** A figure said again would be counted again: 12.5亩, 同上. */
const FIGURE = /^['’‘`]?约?[\d.,]+(?:\D{1,4})?$/;
const DITTO = /^(?:同上|〃|″|")$/;

const said = (above: string | undefined): string =>
  above === undefined || FIGURE.test(above.normalize('NFKC').trim()) ? '' : above;

/** 同上 and 〃 say what the row above says, sums and headings between them left aside. */
export const fillDittos = (
  rows: readonly LedgerRow[],
): { readonly rows: readonly LedgerRow[]; readonly notes: readonly LedgerNote[] } => {
  let filled = 0;
  let above: readonly string[] = [];
  const read = rows.map(({ rowNumber, cells }) => {
    const filledIn = cells.map((cell, column) => {
      const word = DITTO.test(cell.trim()) ? said(above[column]) : '';
      if (word !== '') filled += 1;
      return word === '' ? cell : word;
    });
    above = filledIn;
    return { rowNumber, cells: filledIn };
  });
  return { rows: read, notes: filled > 0 ? [{ code: 'ditto-marks-filled', data: { count: filled } }] : [] };
};
