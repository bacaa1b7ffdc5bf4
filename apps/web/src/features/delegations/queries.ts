import { delegationRoutes, type BodyOf, type Delegations } from '@qingshan/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, idempotencyKey } from '../../shell/api';
import { keys } from '../../shell/keys';

const LIST = [...keys.reviews, 'delegations'] as const;

export const useDelegations = () =>
  useQuery({ queryKey: LIST, queryFn: ({ signal }) => api(delegationRoutes.list, {}, { signal }) });

/** Whom somebody stands in for decides what they may decide: the queue is asked again. */
const useChange = <Given>(change: (given: Given) => Promise<Delegations>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: keys.reviews }),
  });
};

export const useMakeDelegation = () =>
  useChange((body: BodyOf<typeof delegationRoutes.make>) =>
    api(delegationRoutes.make, { body }, { idempotencyKey: idempotencyKey() }),
  );

export const useRevokeDelegation = () =>
  useChange(({ id, version }: { readonly id: number; readonly version: number }) =>
    api(delegationRoutes.revoke, { params: { id }, body: { version } }),
  );
