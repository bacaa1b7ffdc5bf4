import { mineRoutes, viewRoutes, type SavedView } from '@qingshan/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, idempotencyKey } from '../../../shell/api';
import { keys } from '../../../shell/keys';
import { listAddress } from '../list/list-query';
import type { View } from '../list/view-settings';
import type { MinesQuery } from '../queries';

export const useViews = () =>
  useQuery({
    queryKey: keys.views,
    queryFn: ({ signal }) => api(viewRoutes.list, {}, { signal }),
  });

export const queryOf = ({ filter }: SavedView): Partial<MinesQuery> => {
  const query = mineRoutes.list.query.safeParse(filter);
  return query.success ? query.data : {};
};

/** The view whose filter is the one in force, on whichever page of it. */
export const useCurrentView = (query: MinesQuery): SavedView | undefined => {
  const { data } = useViews();
  const here = listAddress({ ...query, page: 1, pageSize: 50 });
  return data?.views.find((view) => listAddress(queryOf(view)) === here);
};

/** What a person says of a view: kept anew, or told of one that is there. */
export interface ViewWords {
  readonly name: string;
  readonly shared: boolean;
  /** How it is drawn: nothing of its own, or left as it is where the page does not say. */
  readonly layout?: View | null;
}

export const useSaveView = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ view, filter, ...words }: ViewWords & { view?: SavedView; filter: object }) =>
      view
        ? api(viewRoutes.edit, {
            params: { id: view.id },
            body: viewRoutes.edit.body.parse({ version: view.version, ...words }),
          })
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
