import { lookbackRoutes, type CallOf } from '@qingshan/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../shell/api';
import { keys } from '../../shell/keys';

// Under the figures' branch: whatever changes a figure changes what was learned.
export const useLearned = (query: CallOf<typeof lookbackRoutes.learned>['query']) =>
  useQuery({
    queryKey: [...keys.figures, 'learned', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(lookbackRoutes.learned, { query }, { signal }),
  });

export const useLate = (query: CallOf<typeof lookbackRoutes.late>['query']) =>
  useQuery({
    queryKey: [...keys.figures, 'late', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(lookbackRoutes.late, { query }, { signal }),
  });

export const useLateEntries = (query: CallOf<typeof lookbackRoutes.lateEntries>['query']) =>
  useQuery({
    queryKey: [...keys.figures, 'late-entries', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(lookbackRoutes.lateEntries, { query }, { signal }),
  });
