import type { LedgerRow } from '@qingshan/domain';
import { LIMITS } from './limits';
import { turnAway, type LedgerNote, type Merge } from './ledger-table';

interface Filled {
  readonly rows: readonly LedgerRow[];
  readonly notes: readonly LedgerNote[];
}

/** One cell merged over five rows speaks for all five: below the header its word is repeated, and a note says how often. */
export const fillMerges = (rows: readonly LedgerRow[], merges: readonly Merge[]): Filled => {
  if (merges.length === 0) return { rows, notes: [] };
  const cellsOf = new Map(rows.map(({ rowNumber, cells }) => [rowNumber, [...cells]]));
  let filled = 0;
  let visited = 0;
  for (const { top, bottom, column } of merges) {
    const word = cellsOf.get(top)?.[column] ?? '';
    if (word === '') continue;
    for (let row = top + 1; row <= bottom; row += 1) {
      // Merges that overlap exist only in files made to cost time.
      if ((visited += 1) > LIMITS.cells) throw turnAway('too-many-cells', { limit: LIMITS.cells });
      const cells = cellsOf.get(row);
      if (!cells || (cells[column] ?? '') !== '') continue;
      while (cells.length < column) cells.push('');
      cells[column] = word;
      filled += 1;
    }
  }
  return {
    rows: rows.map(({ rowNumber }) => ({ rowNumber, cells: cellsOf.get(rowNumber) ?? [] })),
    notes: filled > 0 ? [{ code: 'merged-cells-filled', data: { count: filled } }] : [],
  };
};
