import { reminderRoutes, type BodyOf, type Outbox } from '@qingshan/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shell/api';
import { keys } from '../../shell/keys';

const OWN = [...keys.reminders, 'own'] as const;
const OUTBOX = [...keys.reminders, 'outbox'] as const;
const LOOK_AGAIN_MS = 10_000;

const isUnderWay = ({ state }: Outbox['mails'][number]) => state === 'waiting' || state === 'sending';

export const useOwnReminders = () =>
  useQuery({ queryKey: OWN, queryFn: ({ signal }) => api(reminderRoutes.own, {}, { signal }) });

/** Where it was changed elsewhere meanwhile, the newest is shown. */
export const useChangeReminders = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof reminderRoutes.change>) => api(reminderRoutes.change, { body }),
    onSuccess: (own) => client.setQueryData(OWN, own),
    onError: () => client.invalidateQueries({ queryKey: OWN }),
  });
};

export const useOutbox = () =>
  useQuery({
    queryKey: OUTBOX,
    staleTime: 0,
    queryFn: ({ signal }) => api(reminderRoutes.outbox, {}, { signal }),
    // What waits goes out by itself: whoever looks on sees it go.
    refetchInterval: ({ state }) => (state.data?.mails.some(isUnderWay) ? LOOK_AGAIN_MS : false),
  });

/** Sends a mail again; where that cannot be, the list says how it stands. */
export const useSendAgain = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, key }: { readonly id: number; readonly key: string }) =>
      api(reminderRoutes.again, { params: { id } }, { idempotencyKey: key }),
    onSuccess: (outbox) => client.setQueryData(OUTBOX, outbox),
    onError: () => client.invalidateQueries({ queryKey: OUTBOX }),
  });
};
