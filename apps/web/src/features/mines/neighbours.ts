import type { MinesQuery } from './queries';
import { useMines } from './queries';

interface Neighbour {
  readonly id: number;
  /** The page of the list it stands on. */
  readonly query: MinesQuery;
}

export interface Neighbours {
  /** Place in the whole list, from 1, or null when the list holds no such mine. */
  readonly position: number | null;
  readonly total: number;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

/** The mines before and after one in the list it was opened from, over the borders of its pages. */
export const useNeighbours = (query: MinesQuery, id: number | undefined): Neighbours => {
  const here = useMines(query);
  const rows = here.data?.rows ?? [];
  const total = here.data?.total ?? 0;
  const index = rows.findIndex((row) => row.id === id);
  const pages = Math.ceil(total / query.pageSize);
  const before = { ...query, page: query.page - 1 };
  const after = { ...query, page: query.page + 1 };
  const earlier = useMines(before, index === 0 && query.page > 1);
  const later = useMines(after, index >= 0 && index === rows.length - 1 && query.page < pages);
  const at = (row: { readonly id: number } | undefined, on: MinesQuery): Neighbour | null =>
    row ? { id: row.id, query: on } : null;
  if (index < 0) return { position: null, total, previous: null, next: null };
  return {
    position: (query.page - 1) * query.pageSize + index + 1,
    total,
    previous:
      index > 0 ? at(rows[index - 1], query) : query.page > 1 ? at(earlier.data?.rows.at(-1), before) : null,
    next:
      index < rows.length - 1
        ? at(rows[index + 1], query)
        : query.page < pages
          ? at(later.data?.rows[0], after)
          : null,
  };
};
