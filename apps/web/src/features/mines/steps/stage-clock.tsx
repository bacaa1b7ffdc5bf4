import type { MineView } from '@qingshan/contracts';
import { daysBetween, PAUSE_REASONS } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../../shell/codes';
import { useSession } from '../../../shell/session-context';
import { Button } from '../../../ui/button';
import { PauseDialog } from './pause-dialog';
import { ResumeDialog } from './resume-dialog';
import styles from './steps.module.css';

/** When the stage is to be finished, why its clock stands still where it does, and the button that stops or starts it. */
export const StageClock = ({ mine }: { readonly mine: MineView }) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const code = useCodeName();
  const [asking, setAsking] = useState(false);
  const { stageDueOn, pause, mayResume, pauseReasons } = mine;
  if (stageDueOn === null) return null;
  const left = daysBetween(today, stageDueOn);
  const close = () => setAsking(false);
  return (
    <div className={styles.clock}>
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
      {mayResume && (
        <Button look="primary" data-print="no" onClick={() => setAsking(true)}>
          {t('steps.resume.button')}
        </Button>
      )}
      {pauseReasons.length > 0 && (
        <Button data-print="no" onClick={() => setAsking(true)}>
          {t('steps.pause.button')}
        </Button>
      )}
      {asking &&
        (mayResume ? (
          <ResumeDialog mine={mine} onClose={close} />
        ) : (
          <PauseDialog mine={mine} onClose={close} />
        ))}
    </div>
  );
};
