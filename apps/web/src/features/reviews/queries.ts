import { reviewRoutes, type CallOf, type SubmissionView } from '@qingshan/contracts';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { api, idempotencyKey } from '../../shell/api';
import { keys } from '../../shell/keys';

export type SubmissionsQuery = CallOf<typeof reviewRoutes.list>['query'];

const oneKey = (id: number) => [...keys.reviews, 'one', id] as const;

export const useSubmissions = (query: SubmissionsQuery) =>
  useQuery({
    queryKey: [...keys.reviews, 'list', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(reviewRoutes.list, { query }, { signal }),
  });

export const useSubmission = (id: number | null) =>
  useQuery({
    queryKey: oneKey(id ?? 0),
    enabled: id !== null,
    queryFn: ({ signal }) => api(reviewRoutes.read, { params: { id: id ?? 0 } }, { signal }),
  });

/** A decision may move a mine: its file, the lists and the figures are asked again. */
const showDecided = (client: QueryClient, now: SubmissionView): void => {
  client.setQueryData(oneKey(now.id), now);
  for (const key of [[...keys.reviews, 'list'], keys.mines, keys.figures])
    void client.invalidateQueries({ queryKey: key });
};

/** Where somebody else was faster, what is shown must be what is so. */
const useAct = <Given>(act: (given: Given, key: string) => Promise<SubmissionView>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => act(given, idempotencyKey()),
    onSuccess: (now) => showDecided(client, now),
    onError: () => void client.invalidateQueries({ queryKey: keys.reviews }),
  });
};

type Seen = Pick<SubmissionView, 'id' | 'version' | 'contentHash'>;

export const useSubmit = () =>
  useAct((body: CallOf<typeof reviewRoutes.submit>['body'], key) =>
    api(reviewRoutes.submit, { body }, { idempotencyKey: key }),
  );

export const useApprove = () =>
  useAct(({ id, version, contentHash }: Seen, key) =>
    api(
      reviewRoutes.approve,
      { params: { id }, body: { version, contentHash, remark: null } },
      { idempotencyKey: key },
    ),
  );

interface Return {
  readonly seen: Seen;
  readonly said: Omit<CallOf<typeof reviewRoutes.sendBack>['body'], 'version' | 'contentHash'>;
}

export const useSendBack = () =>
  useAct(({ seen: { id, version, contentHash }, said }: Return, key) =>
    api(
      reviewRoutes.sendBack,
      { params: { id }, body: { ...said, version, contentHash } },
      { idempotencyKey: key },
    ),
  );

export const useWithdraw = () =>
  useAct(({ id, version }: Seen, key) =>
    api(reviewRoutes.withdraw, { params: { id }, body: { version } }, { idempotencyKey: key }),
  );

export const useReconsider = () =>
  useAct(({ seen: { id, version }, remark }: { seen: Seen; remark: string }, key) =>
    api(reviewRoutes.reconsider, { params: { id }, body: { version, remark } }, { idempotencyKey: key }),
  );
