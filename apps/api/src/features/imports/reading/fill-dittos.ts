import { isAmount, proposeMapping, type LedgerRow } from '@qingshan/domain';
import { isMeasured } from './is-measured';
import type { LedgerNote } from './ledger-table';

const DITTO = /^(?:同上|〃|″|")$/;
const SAMPLES = 50;

/** 同上 and 〃 say what the row above says, sums and headings between them left aside; a figure said again would be counted again. */
export const fillDittos = (
  columns: readonly string[],
  rows: readonly LedgerRow[],
): { readonly rows: readonly LedgerRow[]; readonly notes: readonly LedgerNote[] } => {
  const isFigure = proposeMapping(
    columns,
    rows.slice(0, SAMPLES).map(({ cells }) => cells),
  ).map(({ field }) => field !== null && isAmount(field));
  let filled = 0;
  let above: readonly string[] = [];
  const read = rows.map(({ rowNumber, cells }) => {
    const filledIn = cells.map((cell, column) => {
      const word = DITTO.test(cell.trim()) && !isFigure[column] ? (above[column] ?? '') : '';
      if (word === '' || isMeasured(word)) return cell;
      filled += 1;
      return word;
    });
    above = filledIn;
    return { rowNumber, cells: filledIn };
  });
  return { rows: read, notes: filled > 0 ? [{ code: 'ditto-marks-filled', data: { count: filled } }] : [] };
};
