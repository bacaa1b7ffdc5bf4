import { systemRoutes } from '@qingshan/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../shell/api';
import { keys } from '../../shell/keys';

const POLL_MS = 2_000;

/** How the system is, asked again while a job runs. */
export const useSystem = () =>
  useQuery({
    queryKey: keys.system,
    staleTime: 0,
    queryFn: ({ signal }) => api(systemRoutes.read, {}, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.jobs.some((job) => job.state === 'running') ? POLL_MS : false,
  });
