import { figureRoutes } from '@qingshan/contracts';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { api } from '../../shell/api';
import { keys } from '../../shell/keys';

/** A day to the end of which, and a moment by which it had to be recorded, null for by now. */
export interface FiguresDay {
  readonly asOf: string;
  readonly knownAt: string | null;
}

const figuresQuery = ({ asOf, knownAt }: FiguresDay, region: string) => ({
  queryKey: [...keys.figures, asOf, knownAt, region],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    api(figureRoutes.read, { query: { asOf, knownAt: knownAt ?? undefined, region } }, { signal }),
});

/** Figures of a division and its parts; the last ones stay while the next are on their way. */
export const useFigures = (day: FiguresDay, region: string) =>
  useQuery({ ...figuresQuery(day, region), placeholderData: keepPreviousData });

/** The same of the day compared with, or nothing. */
export const useComparedFigures = (day: string | null, knownAt: string | null, region: string) =>
  useQuery({
    ...figuresQuery({ asOf: day ?? '', knownAt }, region),
    enabled: day !== null,
    placeholderData: day === null ? undefined : keepPreviousData,
  });

/** One division with its parts each, for a map that shows two levels at once. */
export const useFiguresOfEach = (day: FiguresDay, regions: readonly string[]) =>
  useQueries({
    queries: regions.map((region) => ({ ...figuresQuery(day, region), placeholderData: keepPreviousData })),
    combine: (results) => ({
      figures: results.flatMap(({ data }) => data ?? []),
      pending: results.some(({ isPending }) => isPending),
      refreshing: results.some(({ isPlaceholderData }) => isPlaceholderData),
    }),
  });

/** Of the same mines those past the due day of their stage; apart from the others, which do not wait for them. */
export const useOverdue = ({ asOf, knownAt }: FiguresDay, region: string) =>
  useQuery({
    queryKey: [...keys.figures, 'overdue', asOf, knownAt, region],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api(figureRoutes.overdue, { query: { asOf, knownAt: knownAt ?? undefined, region } }, { signal }),
  });

export const useTrend = (from: string, { asOf: to, knownAt }: FiguresDay, region: string) =>
  useQuery({
    queryKey: [...keys.figures, 'trend', from, to, knownAt, region],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api(figureRoutes.trend, { query: { from, to, knownAt: knownAt ?? undefined, region } }, { signal }),
  });
