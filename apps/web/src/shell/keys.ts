import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/** First part of every query key, by what it is about: changing a thing makes the whole branch stale. */
export const keys = {
  session: ['session'],
  regions: ['regions'],
  mines: ['mines'],
  reminders: ['reminders'],
  reviewRoutes: ['review-routes'],
  reviews: ['reviews'],
  views: ['views'],
  bulk: ['bulk'],
  figures: ['figures'],
  mapSources: ['map-sources'],
  exports: ['exports'],
  imports: ['imports'],
  people: ['people'],
  trail: ['trail'],
  system: ['system'],
} as const;

const MAY_PASS = new Set(['unreachable', 'service-unavailable', 'busy']);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && error instanceof ApiProblem && MAY_PASS.has(error.code),
      },
    },
  });
