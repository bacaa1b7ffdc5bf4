import type { ReviewRoutesView, ReviewRouteView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../shell/format';
import { useSession } from '../../shell/session-context';
import { StageTag } from '../../shell/stage-tag';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/mark';
import styles from './review-routes.module.css';
import { useRouteWords } from './words';

interface RoutesListProps {
  readonly shown: ReviewRoutesView;
  readonly onChange: (route: ReviewRouteView) => void;
}

/** The stages of a division, each with the hands it goes through, who said so, and what is to hold later. */
export const RoutesList = ({ shown: { regionCode, routes }, onChange }: RoutesListProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const words = useRouteWords();
  return (
    <ul className={styles.routes}>
      {routes.map((route) => (
        <li key={route.stage} className={styles.route}>
          <StageTag stage={route.stage} />
          <div className={styles.what}>
            <strong>{words.levels(route.levels)}</strong>
            <span className={styles.from}>{words.from(route, regionCode)}</span>
            {route.changes
              .filter(({ effectiveOn }) => effectiveOn > today)
              .map(({ effectiveOn, levels, recordedAt }) => (
                <Tag key={recordedAt} tone="ochre">
                  {t('routes.planned', { day: effectiveOn, levels: words.levels(levels) })}
                </Tag>
              ))}
            {route.changes.length > 0 && <Changes route={route} />}
          </div>
          <Button
            size="small"
            aria-label={t('routes.changeOf', { stage: t(`labels.stage.${route.stage}`) })}
            onClick={() => onChange(route)}
          >
            {t('routes.change')}
          </Button>
        </li>
      ))}
    </ul>
  );
};

const Changes = ({ route: { changes } }: { readonly route: ReviewRouteView }) => {
  const { t } = useTranslation();
  const words = useRouteWords();
  return (
    <details className={styles.changes}>
      <summary>{t('routes.changes', { count: changes.length })}</summary>
      <ol>
        {changes.map(({ effectiveOn, levels, reason, personName, recordedAt }) => (
          <li key={recordedAt}>
            {t('routes.entry', { day: effectiveOn, levels: words.levels(levels) })}
            <p data-content>{reason}</p>
            <p className={styles.from} data-content>
              {t('routes.by', { person: personName ?? t('routes.system'), when: formatInstant(recordedAt) })}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
};
