import { exportRoutes, mineRoutes, type CallOf } from '@qingshan/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, idempotencyKey } from '../../shell/api';
import { useLanguage } from '../../shell/i18n';
import { keys } from '../../shell/keys';
import { asProblem, useSentence } from '../../shell/problem';
import { toast } from '../../ui/toasts';

const POLL_MS = 1500;

/** Which mines, in which order. */
export type ExportFilter = CallOf<typeof exportRoutes.make>['body']['filter'];

export const useExports = (page: number, pageSize: number) =>
  useQuery({
    queryKey: [...keys.exports, page, pageSize],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(exportRoutes.list, { query: { page, pageSize } }, { signal }),
    // A file on its way gets its rows and hash when the last byte has gone out.
    refetchInterval: ({ state }) =>
      state.data?.exports.some((one) => one.state === 'running' || one.state === 'ready') ? POLL_MS : false,
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

/** Records an export and lets the browser fetch its file. */
export const useMakeExport = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const language = useLanguage();
  const sentence = useSentence();
  return useMutation({
    mutationFn: (filter: ExportFilter) =>
      api(exportRoutes.make, { body: { filter, language } }, { idempotencyKey: idempotencyKey() }),
    onSuccess: async (made) => {
      fetchFile(made.id);
      toast(t('exports.new.started', { file: made.fileName }));
      await client.invalidateQueries({ queryKey: keys.exports });
    },
    onError: (error) => toast(sentence(asProblem(error))),
  });
};
