import { trailRoutes, type CallOf, type TrailEntry } from '@qingshan/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../shell/api';
import { keys } from '../../shell/keys';

export type TrailQuery = CallOf<typeof trailRoutes.list>['query'];

export const useTrail = (query: TrailQuery) =>
  useQuery({
    queryKey: [...keys.trail, 'list', query],
    placeholderData: keepPreviousData,
    // The newest is what one looks for: coming back asks again.
    staleTime: 0,
    queryFn: ({ signal }) => api(trailRoutes.list, { query }, { signal }),
  });

/** One entry; what the list has of it already is shown at once. Entries never change. */
export const useEntry = (id: number, known: TrailEntry | undefined) =>
  useQuery({
    queryKey: [...keys.trail, 'entry', id],
    staleTime: Infinity,
    initialData: known,
    queryFn: ({ signal }) => api(trailRoutes.read, { params: { id } }, { signal }),
  });

/** Changes each second while people work, so it is asked again while somebody looks. */
export const useSeal = () =>
  useQuery({
    queryKey: [...keys.trail, 'seal'],
    staleTime: 0,
    queryFn: ({ signal }) => api(trailRoutes.seal, {}, { signal }),
    refetchInterval: ({ state }) => (state.data?.waiting === 0 ? 10_000 : 2_000),
  });

export const useProof = (id: number) =>
  useQuery({
    queryKey: [...keys.trail, 'proof', id],
    queryFn: ({ signal }) => api(trailRoutes.proof, { params: { id } }, { signal }),
    // One that waits is sealed within a second or two.
    refetchInterval: ({ state }) => (state.data?.proof === null ? 2_000 : false),
  });
