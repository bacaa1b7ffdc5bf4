import { exportRoutes, mineRoutes, type CallOf, type ExportFile, type ExportView } from '@qingshan/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, idempotencyKey } from '../../shell/api';
import { useLanguage } from '../../shell/i18n';
import { keys } from '../../shell/keys';
import { asProblem, useSentence } from '../../shell/problem';
import { toast } from '../../ui/toasts';

const POLL_MS = 1500;
/** Most files are there after a second: whoever waits for one is told soon. */
const WATCH_MS = 400;

/** Which mines, in which order. */
export type ExportFilter = CallOf<typeof exportRoutes.make>['body']['filter'];

const UNDER_WAY: ReadonlySet<ExportView['state']> = new Set(['ready', 'running', 'making']);

export const useExports = (page: number, pageSize: number) =>
  useQuery({
    queryKey: [...keys.exports, page, pageSize],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(exportRoutes.list, { query: { page, pageSize } }, { signal }),
    // A file on its way gets its rows and hash when the last byte has gone out.
    refetchInterval: ({ state }) =>
      state.data?.exports.some((one) => UNDER_WAY.has(one.state)) ? POLL_MS : false,
  });

/** What an export would hold: the same filter that the file is made by. */
export const useExportSize = (filter: ExportFilter) =>
  useQuery({
    queryKey: [...keys.mines, 'size', filter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(mineRoutes.list, { query: { ...filter, page: 1, pageSize: 1 } }, { signal }),
  });

/** The browser's own download: streamed to the disk, whatever its size. */
const fetchFile = (id: number) => window.location.assign(`/api/exports/${id}/file`);

/** Has the browser fetch the file of a record, which then gets its rows and hash. */
export const useFetchExport = () => {
  const client = useQueryClient();
  return (id: number) => {
    fetchFile(id);
    void client.invalidateQueries({ queryKey: keys.exports });
  };
};

/** Records an export. A CSV is fetched at once; any other file is made first. */
export const useMakeExport = (onMade?: (made: ExportView) => void) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const language = useLanguage();
  return useMutation({
    mutationFn: ({ filter, file }: { filter: ExportFilter; file: ExportFile }) =>
      api(exportRoutes.make, { body: { filter, language, file } }, { idempotencyKey: idempotencyKey() }),
    onSuccess: async (made) => {
      if (made.state === 'ready') {
        fetchFile(made.id);
        toast(t('exports.new.started', { file: made.fileName }));
      }
      onMade?.(made);
      await client.invalidateQueries({ queryKey: keys.exports });
    },
  });
};

/** Watches a file that is being made and has it fetched when it is there. What it is now; null without one. */
export const useDelivery = (made: ExportView | null, onEnd: () => void): ExportView | null => {
  const { t } = useTranslation();
  const fetchExport = useFetchExport();
  const { data = made } = useQuery({
    queryKey: [...keys.exports, 'one', made?.id],
    enabled: made !== null,
    queryFn: ({ signal }) => api(exportRoutes.read, { params: { id: made?.id ?? 0 } }, { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'making' ? false : WATCH_MS),
  });
  const deliver = (ended: ExportView) => {
    if (ended.state === 'complete') fetchExport(ended.id);
    toast(
      t(ended.state === 'complete' ? 'exports.new.started' : 'exports.new.ended', { file: ended.fileName }),
    );
    onEnd();
  };
  const latest = useRef(deliver);
  useEffect(() => {
    latest.current = deliver;
  });
  useEffect(() => {
    if (data && data.state !== 'making') latest.current(data);
  }, [data]);
  return made && data;
};

export const useCancelExport = () => {
  const client = useQueryClient();
  const sentence = useSentence();
  return useMutation({
    mutationFn: (id: number) => api(exportRoutes.cancel, { params: { id } }),
    onError: (error) => toast(sentence(asProblem(error)), { failed: true }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.exports }),
  });
};
