import { reminderRoutes, type BodyOf } from '@qingshan/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shell/api';
import { keys } from '../../shell/keys';

const OWN = [...keys.reminders, 'own'] as const;

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
    queryKey: [...keys.reminders, 'outbox'],
    staleTime: 0,
    queryFn: ({ signal }) => api(reminderRoutes.outbox, {}, { signal }),
  });
