import { reviewRouteRoutes, type BodyOf } from '@qingshan/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shell/api';
import { keys } from '../../shell/keys';

export const useReviewRoutes = (region: string) =>
  useQuery({
    queryKey: [...keys.reviewRoutes, region],
    enabled: region !== '',
    queryFn: ({ signal }) => api(reviewRouteRoutes.read, { query: { region } }, { signal }),
  });

/** What one division says holds for those below it: all of them are asked again. */
export const useSetReviewRoute = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: BodyOf<typeof reviewRouteRoutes.set>; key: string }) =>
      api(reviewRouteRoutes.set, { body }, { idempotencyKey: key }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.reviewRoutes }),
  });
};
