import { correctionRoutes, type CallOf, type CorrectionView } from '@qingshan/contracts';
import type { CorrectionDecision } from '@qingshan/domain';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, idempotencyKey } from '../../../shell/api';
import { keys } from '../../../shell/keys';

type CorrectionsQuery = CallOf<typeof correctionRoutes.list>['query'];

/** Under the mines' branch: whatever changes a mine may change what waits for it. */
export const useCorrections = (query: CorrectionsQuery, enabled = true) =>
  useQuery({
    enabled,
    queryKey: [...keys.mines, 'corrections', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(correctionRoutes.list, { query }, { signal }),
  });

/** What the correction that waits would make of the mine's own facts; asked for where one can wait. */
export const useWaiting = (mineId: number, canWait: boolean): Readonly<Record<string, unknown>> => {
  const { data } = useCorrections({ show: 'all', mineId, page: 1, pageSize: 20 }, canWait);
  const waiting = data?.rows.find(({ state, patchNumber }) => state === 'pending' && patchNumber === null);
  return Object.fromEntries((waiting?.changes ?? []).map(({ field, after }) => [field, after]));
};

/** Where somebody else was faster, what is shown must be what is so. */
const useShowAnew = () => {
  const client = useQueryClient();
  return () => {
    for (const key of [keys.mines, keys.figures]) void client.invalidateQueries({ queryKey: key });
  };
};

export const useProposeCorrection = () => {
  const showAnew = useShowAnew();
  return useMutation({
    mutationFn: (body: CallOf<typeof correctionRoutes.propose>['body']) =>
      api(correctionRoutes.propose, { body }, { idempotencyKey: idempotencyKey() }),
    onSuccess: showAnew,
  });
};

interface Decided {
  readonly correction: CorrectionView;
  readonly decision: CorrectionDecision;
  readonly remark: string;
}

export const useDecideCorrection = () => {
  const showAnew = useShowAnew();
  return useMutation({
    mutationFn: ({ correction: { id, version }, decision, remark }: Decided) => {
      const options = { idempotencyKey: idempotencyKey() };
      const params = { id };
      if (decision === 'withdraw')
        return api(correctionRoutes.withdraw, { params, body: { version } }, options);
      if (decision === 'refuse')
        return api(correctionRoutes.refuse, { params, body: { version, remark } }, options);
      return api(correctionRoutes.confirm, { params, body: { version, remark: remark || null } }, options);
    },
    onSettled: showAnew,
  });
};
