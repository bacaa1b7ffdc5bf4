import {
  LARGEST_BOUNDARY_BYTES,
  mapRoutes,
  type BodyOf,
  type CallOf,
  type MapSources,
} from '@qingshan/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, idempotencyKey } from '../../shell/api';
import { keys } from '../../shell/keys';
import { ApiProblem } from '../../shell/problem';

/** An act on what lies under the points: what it answers is what is in force now. */
const useSourceChange = <Given>(act: (given: Given, key: string) => Promise<MapSources>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => act(given, idempotencyKey()),
    onSuccess: (sources) => client.setQueryData(keys.mapSources, sources),
    onError: () => void client.invalidateQueries({ queryKey: keys.mapSources }),
  });
};

interface Load {
  readonly file: File;
  readonly review: CallOf<typeof mapRoutes.setBoundaries>['query'];
}

export const useLoadBoundaries = () =>
  useSourceChange(async ({ file, review }: Load, key) => {
    // Said before twenty megabytes go out and not after.
    if (file.size > LARGEST_BOUNDARY_BYTES)
      throw new ApiProblem('file-refused', 422, null, { why: 'too-large', limit: LARGEST_BOUNDARY_BYTES });
    return api(mapRoutes.setBoundaries, { query: review }, { file, idempotencyKey: key });
  });

export const useSetBasemap = () =>
  useSourceChange((body: BodyOf<typeof mapRoutes.setBasemap>, key) =>
    api(mapRoutes.setBasemap, { body }, { idempotencyKey: key }),
  );

const ENDS = { boundaries: mapRoutes.endBoundaries, basemap: mapRoutes.endBasemap } as const;

export const useEndSource = (kind: keyof typeof ENDS) =>
  useSourceChange((version: number, key) => api(ENDS[kind], { body: { version } }, { idempotencyKey: key }));
