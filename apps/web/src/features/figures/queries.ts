import { figureRoutes } from '@qingshan/contracts';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { api } from '../../shell/api';
import { keys } from '../../shell/keys';

const figuresQuery = (asOf: string, region: string) => ({
  queryKey: [...keys.figures, asOf, region],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    api(figureRoutes.read, { query: { asOf, region } }, { signal }),
});

/** Figures of a division and its parts; the last ones stay while the next are on their way. */
export const useFigures = (asOf: string, region: string) =>
  useQuery({ ...figuresQuery(asOf, region), placeholderData: keepPreviousData });

/** The same of the day compared with, or nothing. */
export const useComparedFigures = (day: string | null, region: string) =>
  useQuery({
    ...figuresQuery(day ?? '', region),
    enabled: day !== null,
    placeholderData: day === null ? undefined : keepPreviousData,
  });

/** One division with its parts each, for a map that shows two levels at once. */
export const useFiguresOfEach = (asOf: string, regions: readonly string[]) =>
  useQueries({
    queries: regions.map((region) => ({ ...figuresQuery(asOf, region), placeholderData: keepPreviousData })),
    combine: (results) => ({
      figures: results.flatMap(({ data }) => data ?? []),
      pending: results.some(({ isPending }) => isPending),
      refreshing: results.some(({ isPlaceholderData }) => isPlaceholderData),
    }),
  });

export const useTrend = (from: string, to: string, region: string) =>
  useQuery({
    queryKey: [...keys.figures, 'trend', from, to, region],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(figureRoutes.trend, { query: { from, to, region } }, { signal }),
  });
