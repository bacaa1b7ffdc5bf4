import { bulkRoutes, type BulkEditView, type BulkVerdict, type CallOf } from '@qingshan/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, idempotencyKey } from '../../../shell/api';
import { keys } from '../../../shell/keys';

const POLL_MS = 700;

const bulkKey = (id: number) => [...keys.bulk, id] as const;

export const isAtWork = (edit: BulkEditView | undefined): boolean =>
  edit?.state === 'applying' || edit?.state === 'undoing';

/** One edit of many mines, asked again while its job runs; when it ends, everything about mines is stale. */
export const useBulkEdit = (id: number) => {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: bulkKey(id),
    queryFn: ({ signal }) => api(bulkRoutes.read, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (isAtWork(state.data) ? POLL_MS : false),
  });
  const state = query.data?.state;
  useEffect(() => {
    if (state !== 'done' && state !== 'undone') return;
    void client.invalidateQueries({ queryKey: keys.mines });
    void client.invalidateQueries({ queryKey: keys.figures });
  }, [client, state]);
  return query;
};

export const useBulkRows = (
  id: number,
  query: { page: number; pageSize: number; verdict?: BulkVerdict },
  state: string,
) =>
  useQuery({
    queryKey: [...bulkKey(id), 'rows', query, state],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(bulkRoutes.rows, { params: { id }, query }, { signal }),
  });

export const usePrepareBulk = () =>
  useMutation({
    mutationFn: (body: CallOf<typeof bulkRoutes.prepare>['body']) =>
      api(bulkRoutes.prepare, { body }, { idempotencyKey: idempotencyKey() }),
  });

export const useBulkAct = (id: number) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: 'apply' | 'cancel' | 'undo') => api(bulkRoutes[act], { params: { id } }),
    onSuccess: (edit) => client.setQueryData(bulkKey(id), edit),
    onError: () => client.invalidateQueries({ queryKey: bulkKey(id) }),
  });
};
