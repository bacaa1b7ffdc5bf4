import type { MineView } from '@qingshan/contracts';
import { daysBetween, PAUSE_REASONS } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../../shell/codes';
import styles from './steps.module.css';

interface ClockWordsProps {
  readonly mine: Pick<MineView, 'stageDueOn' | 'pause'>;
  /** The day it is looked at. */
  readonly day: string;
}

/** When the stage is to be finished, and why its clock stands still where it does. */
export const ClockWords = ({ mine: { stageDueOn, pause }, day }: ClockWordsProps) => {
  const { t } = useTranslation();
  const code = useCodeName();
  if (stageDueOn === null) return null;
  const left = daysBetween(day, stageDueOn);
  return (
    <p>
      {t('steps.stageDue', { day: stageDueOn })}
      {' · '}
      <span className={left < 0 && !pause ? styles.late : undefined}>
        {left < 0 ? t('steps.stageLate', { count: -left }) : t('steps.stageLeft', { count: left })}
      </span>
      {pause && (
        <strong className={styles.moved}>
          {t('steps.pause.since', { day: pause.from, reason: code(PAUSE_REASONS, pause.reason) })}
          {pause.note && t('mines.within', { text: pause.note })}
        </strong>
      )}
    </p>
  );
};
