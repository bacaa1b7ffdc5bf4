import type { ReviewRouteView } from '@qingshan/contracts';
import { ROUTE_FAULTS, type ReviewLevel } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../shell/api';
import { asProblem } from '../../shell/problem';
import { useSetReviewRoute } from './queries';

/** What is chosen in the dialog, and what the server says to it. A refusal of the levels stands at the levels. */
export const useChangeRoute = (regionCode: string, { stage, version, levels: before }: ReviewRouteView) => {
  const { t } = useTranslation();
  const set = useSetReviewRoute();
  const [levels, setLevels] = useState<ReviewLevel[] | null>([...before]);
  const [fault, setFault] = useState<string | null>(null);
  /** False where the levels were refused; any other failure is thrown. */
  const save = async (when: { effectiveOn: string; reason: string }): Promise<boolean> => {
    setFault(null);
    try {
      const body = { regionCode, stage, version, levels, ...when };
      await set.mutateAsync({ body, key: idempotencyKey() });
      return true;
    } catch (error) {
      const { code, data } = asProblem(error);
      const why = ROUTE_FAULTS.find((one) => one === data.why);
      if (code === 'route-not-possible' && why) setFault(t(`routes.fault.${why}`));
      else if (data.why === 'nothing-changed') setFault(t('routes.dialog.nothing'));
      else throw error;
      return false;
    }
  };
  const choose = (next: ReviewLevel[] | null) => {
    setFault(null);
    setLevels(next);
  };
  return { levels, choose, fault, save };
};
