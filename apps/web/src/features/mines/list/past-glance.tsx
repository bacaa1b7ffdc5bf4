import { useTranslation } from 'react-i18next';
import type { PastView } from '../../../shell/known-moment';
import { formatMoment } from '../../../shell/format';
import { ProblemState } from '../../../shell/problem-state';
import { StageTag } from '../../../shell/stage-tag';
import { ButtonLink } from '../../../ui/button';
import { Skeleton } from '../../../ui/skeleton';
import { useFieldText } from '../field-text';
import { usePastMine } from '../queries';
import { GlanceFacts } from './mine-glance';
import styles from './mine-peek.module.css';

interface PastGlanceProps {
  readonly id: number;
  readonly past: PastView;
  readonly fileTo: string;
}

/** One mine as the list beside it has it: nothing can be done to what is past. */
export const PastGlance = ({ id, past, fileTo }: PastGlanceProps) => {
  const { t } = useTranslation();
  const text = useFieldText();
  const { data: mine, error, refetch } = usePastMine(id, past);
  if (!mine)
    return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />;
  return (
    <div className={styles.glance}>
      <p className={styles.past}>{t('past.title', { day: mine.asOf })}</p>
      <h2 className={styles.name}>{mine.name}</h2>
      <p className={styles.where}>
        {[mine.number, text('regionCode', mine.regionCode), mine.town].filter(Boolean).join(' · ')}
      </p>
      <p className={styles.stage}>
        <StageTag stage={mine.stage} />
        {t('past.recorded', { when: formatMoment(mine.recordedAt) })}
      </p>
      <div className={styles.ways}>
        <ButtonLink to={fileTo} icon="ledger" look="primary">
          {t('mines.peek.openFile')}
        </ButtonLink>
      </div>
      <GlanceFacts mine={mine} />
    </div>
  );
};
