import { exportRoutes, mineRoutes, type CallOf } from '@qingshan/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, idempotencyKey } from '../../shell/api';
import { useLanguage } from '../../shell/i18n';
import { keys } from '../../shell/keys';
import { asProblem, useSentence } from '../../shell/problem';
import { toast } from '../../ui/toasts';

const POLL_MS = 1500;

export const useExports = (page: number, pageSize: number) =>
  useQuery({
    queryKey: [...keys.exports, page, pageSize],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(exportRoutes.list, { query: { page, pageSize } }, { signal }),
    // A file on its way gets its rows and hash when the last byte has gone out.
    refetchInterval: ({ state }) =>
      state.data?.exports.some((one) => one.state === 'running' || one.state === 'ready') ? POLL_MS : false,
  });

/** How many rows an export would hold: the same filter that the file is made by. */
export const useExportSize = (filter: CallOf<typeof exportRoutes.make>['body']['filter']) =>
  useQuery({
    queryKey: [...keys.mines, 'size', filter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(mineRoutes.list, { query: { ...filter, page: 1, pageSize: 1 } }, { signal }),
  });

/** Records an export and lets the browser fetch its file. */
export const useMakeExport = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const language = useLanguage();
  const sentence = useSentence();
  return useMutation({
    mutationFn: (filter: CallOf<typeof exportRoutes.make>['body']['filter']) =>
      api(exportRoutes.make, { body: { filter, language } }, { idempotencyKey: idempotencyKey() }),
    onSuccess: async (made) => {
      window.location.assign(`/api/exports/${made.id}/file`);
      toast(t('exports.started', { file: made.fileName }));
      await client.invalidateQueries({ queryKey: keys.exports });
    },
    onError: (error) => toast(sentence(asProblem(error))),
  });
};
