import { todayRoutes } from '@qingshan/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../shell/api';
import { keys } from '../../shell/keys';

/** Under the mines' branch: whatever changes a mine changes the work of the day. */
export const useToday = () =>
  useQuery({
    queryKey: [...keys.mines, 'today'],
    queryFn: ({ signal }) => api(todayRoutes.read, {}, { signal }),
  });

export const useEscalations = () =>
  useQuery({
    queryKey: [...keys.mines, 'escalated'],
    queryFn: ({ signal }) => api(todayRoutes.escalated, {}, { signal }),
  });

/** Steps that are over their day or will be soon. */
export const useDueSteps = () =>
  useQuery({
    queryKey: [...keys.mines, 'today', 'steps'],
    queryFn: ({ signal }) => api(todayRoutes.steps, {}, { signal }),
  });
