import type { MineView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Backdated } from '../../../shell/backdated';
import { useSession } from '../../../shell/session-context';
import { StageMark } from '../../../shell/stage-tag';
import { classNames } from '../../../ui/class-names';
import { daysBetween } from '@qingshan/domain';
import styles from './stage-way.module.css';
import { wayOf, type WayStep } from './way';

interface StageWayProps {
  readonly mine: Pick<MineView, 'stage' | 'stageSince' | 'stages' | 'approach'>;
  /** The day looked at, when that is not today. */
  readonly day?: string;
}

/** From bare earth to green, with the days the mine came into each stage and left it. */
export const StageWay = ({ mine, day }: StageWayProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  return (
    <section aria-label={t('mines.way.title')} className={styles.way}>
      {mine.stage === 'removed' && (
        <p className={styles.removed}>
          <strong>{t('mines.way.removed', { day: mine.stageSince })}</strong> {t('mines.way.removedHelp')}
        </p>
      )}
      <ol className={styles.steps}>
        {wayOf(mine).map((step) => (
          <Step key={step.stage} step={step} today={day ?? today} />
        ))}
      </ol>
    </section>
  );
};

const Step = ({ step, today }: { readonly step: WayStep; readonly today: string }) => {
  const { t } = useTranslation();
  const { stage, state, from, to, recordedAt, times } = step;
  const days = from === null ? null : daysBetween(from, to ?? today);
  return (
    <li
      className={classNames(styles.step, styles[state], styles[stage])}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      <span className={styles.mark}>
        <StageMark stage={stage} />
      </span>
      <span className={styles.name}>{t(`labels.stage.${stage}`)}</span>
      <span className={styles.state}>
        {state === 'skipped' ? t('mines.way.skipped') : t(`mines.way.${state}`)}
        {days !== null &&
          state !== 'ahead' &&
          ` · ${t(to === null ? 'mines.way.daysSoFar' : 'mines.way.days', { count: days })}`}
      </span>
      <span className={styles.dates}>
        {state === 'skipped' && t('mines.way.skippedWhy')}
        {from !== null && (
          <span>
            {t('mines.way.from', { day: from })}{' '}
            {recordedAt && <Backdated effectiveOn={from} recordedAt={recordedAt} />}
          </span>
        )}
        {to !== null && <span>{t('mines.way.to', { day: to })}</span>}
        {times > 1 && <span>{t('mines.way.again', { count: times })}</span>}
      </span>
    </li>
  );
};
