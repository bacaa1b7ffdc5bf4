import type { MineView } from '@qingshan/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../shell/session-context';
import { Button } from '../../../ui/button';
import { ClockWords } from './clock-words';
import { PauseDialog } from './pause-dialog';
import { ResumeDialog } from './resume-dialog';
import styles from './steps.module.css';

/** When the stage is to be finished, why its clock stands still where it does, and the button that stops or starts it. */
export const StageClock = ({ mine }: { readonly mine: MineView }) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const [asking, setAsking] = useState(false);
  const { stageDueOn, mayResume, pauseReasons } = mine;
  if (stageDueOn === null) return null;
  const close = () => setAsking(false);
  return (
    <div className={styles.clock}>
      <ClockWords mine={mine} day={today} />
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
