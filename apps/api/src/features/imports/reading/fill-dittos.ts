import type { LedgerRow } from '@qingshan/domain';
import type { LedgerNote } from './ledger-table';

const DITTO = /^(?:同上|〃|″|")$/;

/** 同上 and 〃 say what the row above says, sums and headings between them left aside. */
export const fillDittos = (
  rows: readonly LedgerRow[],
): { readonly rows: readonly LedgerRow[]; readonly notes: readonly LedgerNote[] } => {
  let filled = 0;
  let above: readonly string[] = [];
  const read = rows.map(({ rowNumber, cells }) => {
    const said = cells.map((cell, column) => {
      const word = DITTO.test(cell.trim()) ? (above[column] ?? '') : '';
      if (word !== '') filled += 1;
      return word === '' ? cell : word;
    });
    above = said;
    return { rowNumber, cells: said };
  });
  return { rows: read, notes: filled > 0 ? [{ code: 'ditto-marks-filled', data: { count: filled } }] : [] };
};
