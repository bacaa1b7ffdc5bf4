import { mapRoutes } from '@qingshan/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import { keys } from './keys';

/** What lies under the points, and by which map review. */
export const useMapSources = () =>
  useQuery({
    queryKey: keys.mapSources,
    queryFn: ({ signal }) => api(mapRoutes.sources, {}, { signal }),
  });

/** The outlines, asked for only where there are some. */
export const useBoundaries = (id: number | undefined) =>
  useQuery({
    queryKey: [...keys.mapSources, 'boundaries', id],
    enabled: id !== undefined,
    staleTime: Infinity,
    queryFn: ({ signal }) => api(mapRoutes.boundaries, {}, { signal }),
  });
