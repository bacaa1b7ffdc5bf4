import type { MinePage, MineRow } from '@qingshan/contracts';
import { sumOfAreas } from '@qingshan/domain';
import { useState } from 'react';

interface Chosen {
  /** The filter it was chosen under: under another one it is nothing. */
  readonly under: string;
  /** Everything the filter shows, on all pages. */
  readonly whole: boolean;
  readonly rows: ReadonlyMap<number, MineRow>;
}

interface Chosens {
  readonly count: number;
  readonly damagedSquareMetres: string;
}

/** Mines ticked in the list, over its pages, or all that its filter shows. */
export const useChosen = (filterKey: string, page: MinePage | undefined) => {
  const none: Chosen = { under: filterKey, whole: false, rows: new Map() };
  const [kept, setKept] = useState(none);
  const chosen = kept.under === filterKey ? kept : none;
  const select = (rows: readonly MineRow[], on: boolean) => {
    // Ticking one off ends the whole: what is left are the rows of this page.
    const next = new Map(chosen.whole ? page?.rows.map((row) => [row.id, row]) : chosen.rows);
    for (const row of rows)
      if (on) next.set(row.id, row);
      else next.delete(row.id);
    setKept({ under: filterKey, whole: false, rows: next });
  };
  const totals: Chosens = chosen.whole
    ? { count: page?.total ?? 0, damagedSquareMetres: page?.damagedSquareMetres ?? '0.00' }
    : {
        count: chosen.rows.size,
        damagedSquareMetres: sumOfAreas([...chosen.rows.values()].map((row) => row.damagedSquareMetres)),
      };
  return {
    ...totals,
    whole: chosen.whole,
    ids: [...chosen.rows.keys()],
    selected: new Set(
      (chosen.whole ? (page?.rows ?? []) : [...chosen.rows.values()]).map(({ id }) => String(id)),
    ),
    select,
    selectWhole: () => setKept({ ...none, whole: true }),
    clear: () => setKept(none),
  };
};
