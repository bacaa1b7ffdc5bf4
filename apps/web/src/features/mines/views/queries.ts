import { viewRoutes, type SavedView } from '@qingshan/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, idempotencyKey } from '../../../shell/api';
import { keys } from '../../../shell/keys';

export const useViews = () =>
  useQuery({
    queryKey: keys.views,
    queryFn: ({ signal }) => api(viewRoutes.list, {}, { signal }),
  });

/** What a person says of a view: kept anew, or told of one that is there. */
export interface ViewWords {
  readonly name: string;
  readonly shared: boolean;
}

export const useSaveView = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ view, filter, ...words }: ViewWords & { view?: SavedView; filter: object }) =>
      view
        ? api(viewRoutes.edit, { params: { id: view.id }, body: { version: view.version, ...words } })
        : api(
            viewRoutes.save,
            { body: viewRoutes.save.body.parse({ ...words, filter }) },
            { idempotencyKey: idempotencyKey() },
          ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.views }),
  });
};

export const useRemoveView = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: SavedView) => api(viewRoutes.remove, { params: { id }, body: { version } }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.views }),
  });
};
