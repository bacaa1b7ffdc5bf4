import type { ReviewRouteView } from '@qingshan/contracts';
import type { ReviewLevel } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useRegions } from '../../shell/regions';

/** A route, and where it comes from, as a person reads them. */
export const useRouteWords = () => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  return {
    levels: (levels: readonly ReviewLevel[] | null): string =>
      levels === null
        ? t('routes.asAbove')
        : levels.map((level) => t(`reviews.level.${level}`)).join(t('routes.arrow')),
    from: ({ from }: Pick<ReviewRouteView, 'from'>, regionCode: string): string => {
      if (from === null) return t('routes.builtIn');
      return from === regionCode ? t('routes.own') : t('routes.above', { region: nameOf(from) });
    },
  };
};
