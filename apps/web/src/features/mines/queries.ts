import { mineRoutes, stepRoutes, type CallOf, type MineView, type Route } from '@qingshan/contracts';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, idempotencyKey } from '../../shell/api';
import { keys } from '../../shell/keys';
import type { PastView } from '../../shell/known-moment';

export type MinesQuery = CallOf<typeof mineRoutes.list>['query'];

const listQuery = (query: MinesQuery) => ({
  queryKey: [...keys.mines, 'list', query] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => api(mineRoutes.list, { query }, { signal }),
});

export const useMines = (query: MinesQuery, enabled = true) =>
  useQuery({ ...listQuery(query), placeholderData: keepPreviousData, enabled });

/** How many mines each of these filters would show. */
export const useCounts = (queries: readonly MinesQuery[]) =>
  useQueries({ queries: queries.map((query) => listQuery({ ...query, page: 1, pageSize: 1 })) });

const mineKey = (id: number) => [...keys.mines, 'file', id] as const;

export const useMine = (id: number) =>
  useQuery({
    queryKey: mineKey(id),
    queryFn: ({ signal }) => api(mineRoutes.read, { params: { id } }, { signal }),
  });

/** A mine as it was on a day, by what was known at a moment. */
export const usePastMine = (id: number, { asOf, knownAt }: PastView) =>
  useQuery({
    queryKey: [...keys.mines, 'past', id, asOf, knownAt],
    queryFn: ({ signal }) => api(mineRoutes.past, { params: { id }, query: { asOf, knownAt } }, { signal }),
  });

const historyKey = (id: number) => [...keys.mines, 'history', id] as const;

const useHistoryPages = (id: number) =>
  useInfiniteQuery({
    queryKey: historyKey(id),
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam: before, signal }) =>
      api(mineRoutes.history, { params: { id }, query: { before } }, { signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The whole history of a mine, page after page: on paper nothing of it may be missing, however long it is. */
export const useHistory = (id: number) => {
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useHistoryPages(id);
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  return {
    entries: data?.pages.flatMap(({ entries }) => entries),
    isWhole: data !== undefined && !hasNextPage,
    error: data === undefined || hasNextPage ? error : null,
    retry: () => void (hasNextPage ? fetchNextPage() : refetch()),
  };
};

/** Whether some of the history is still on its way. */
export const useHistoryComing = (id: number): boolean => {
  const { hasNextPage, isPending, isError } = useHistoryPages(id);
  return (isPending || hasNextPage) && !isError;
};

/**
 * One key for one attempt: sent again word for word, after a broken line say, it is the same attempt and does nothing
 * twice; a changed word makes it another.
 */
const useAttemptKey = () => {
  const last = useRef<{ readonly said: string; readonly key: string } | null>(null);
  return (call: unknown): string => {
    const said = JSON.stringify(call);
    if (last.current?.said !== said) last.current = { said, key: idempotencyKey() };
    return last.current.key;
  };
};

/** A change of a mine: the file is what the server answered; lists, histories and figures are asked again. */
const useMineChange = <R extends Route>(target: R) => {
  const client = useQueryClient();
  const keyOf = useAttemptKey();
  return useMutation({
    mutationFn: async (call: CallOf<R>) =>
      (await api(target, call, { idempotencyKey: keyOf(call) })) as MineView,
    onSuccess: (mine) => {
      client.setQueryData(mineKey(mine.id), mine);
      void client.invalidateQueries({ queryKey: [...keys.mines, 'list'] });
      void client.invalidateQueries({ queryKey: historyKey(mine.id) });
      void client.invalidateQueries({ queryKey: [...keys.mines, 'today'] });
      void client.invalidateQueries({ queryKey: keys.figures });
    },
  });
};

export const useMoveMine = () => useMineChange(mineRoutes.move);
export const useEditMine = () => useMineChange(mineRoutes.edit);
export const useCreateMine = () => useMineChange(mineRoutes.create);
export const useAddPatch = () => useMineChange(mineRoutes.addPatch);
export const useEditPatch = () => useMineChange(mineRoutes.editPatch);
export const useWriteSteps = () => useMineChange(stepRoutes.write);
export const usePauseStage = () => useMineChange(stepRoutes.pause);
export const useResumeStage = () => useMineChange(stepRoutes.resume);

/** Asks for a file anew, for who finds that somebody else was faster. */
export const useReloadMine = () => {
  const client = useQueryClient();
  return (id: number) =>
    client.fetchQuery({
      queryKey: mineKey(id),
      staleTime: 0,
      queryFn: ({ signal }) => api(mineRoutes.read, { params: { id } }, { signal }),
    });
};
