import { mapRoutes, type MapTileView, type MineFilter } from '@qingshan/contracts';
import type { Square } from '@qingshan/domain';
import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../shell/api';
import { keys } from '../../../shell/keys';
import type { MinesQuery } from '../queries';
import { readTile, type Spot } from './spots';

/** Below the lists: whatever makes a list stale makes the map stale too. */
const onMap = [...keys.mines, 'list', 'map'] as const;

/** Which mines, without how a list pages and orders them. */
export const filterOf = ({ page: _page, pageSize: _size, sort: _sort, ...filter }: MinesQuery): MineFilter =>
  filter;

export const useMapRegions = (filter: MineFilter) =>
  useQuery({
    queryKey: [...onMap, 'regions', filter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(mapRoutes.regions, { query: filter }, { signal }),
  });

interface Tiles {
  readonly spots: readonly Spot[];
  readonly pending: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The tiles of a view. One that is left before it came is given up. */
export const useMapTiles = (filter: MineFilter, tiles: readonly Square[]): Tiles => {
  const names = tiles.map(({ level, x, y }) => `${level}/${x}/${y}`).join();
  const combine = useCallback(
    (results: UseQueryResult<MapTileView>[]): Tiles => ({
      spots: results.flatMap(({ data }, index) => {
        const [level = 0, x = 0, y = 0] = (names.split(',')[index] ?? '').split('/').map(Number);
        return data ? readTile({ level, x, y }, data) : [];
      }),
      pending: results.some(({ isPending }) => isPending),
      error: results.find(({ error }) => error)?.error ?? null,
      retry: () => results.filter(({ error }) => error).forEach(({ refetch }) => void refetch()),
    }),
    [names],
  );
  return useQueries({
    queries: tiles.map(({ level: z, x, y }) => ({
      queryKey: [...onMap, 'tile', z, x, y, filter],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        api(mapRoutes.tile, { params: { z, x, y }, query: filter }, { signal }),
    })),
    combine,
  });
};
