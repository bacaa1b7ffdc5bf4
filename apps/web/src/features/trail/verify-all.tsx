import type { VerificationResult } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format';
import { ProblemState } from '../../shell/problem-state';
import { Button } from '../../ui/button';
import { Mark } from '../../ui/mark';
import { ProgressBar } from '../../ui/progress-bar';
import { useFindingText } from './finding-text';
import styles from './seal.module.css';
import { useVerification } from './use-verification';

interface VerifyAllProps {
  readonly waiting: number;
  readonly onOpen: (id: number) => void;
}

/** Has the server hold every entry to what was signed, and says what came of it. */
export const VerifyAll = ({ waiting, onOpen }: VerifyAllProps) => {
  const { t } = useTranslation();
  const { verification, start, stop } = useVerification();
  const isRunning = verification.state === 'running';
  return (
    <section className={styles.part}>
      <div className={styles.acts}>
        <Button look="primary" busy={isRunning} onClick={() => void start()}>
          {t('trail.seal.verify')}
        </Button>
        {isRunning && <Button onClick={stop}>{t('trail.seal.stop')}</Button>}
      </div>
      {isRunning && (
        <>
          <ProgressBar
            label={t('trail.seal.progress')}
            done={verification.of === 0 ? null : verification.checked / verification.of}
          />
          <p className={styles.help}>
            {t('trail.seal.checked', {
              checked: formatCount(verification.checked),
              of: formatCount(verification.of),
            })}
          </p>
        </>
      )}
      <div role="status">
        {verification.state === 'done' && (
          <Outcome result={verification.result} waiting={waiting} onOpen={onOpen} />
        )}
        {verification.state === 'failed' && !verification.error && <p>{t('trail.seal.broken')}</p>}
      </div>
      {verification.state === 'failed' && Boolean(verification.error) && (
        <ProblemState error={verification.error} onRetry={() => void start()} />
      )}
    </section>
  );
};

interface OutcomeProps extends VerifyAllProps {
  readonly result: VerificationResult;
}

const Outcome = ({ result, waiting, onOpen }: OutcomeProps) => {
  const { t } = useTranslation();
  const textOf = useFindingText();
  const { found, findings, confirmed } = result;
  if (found === 0)
    return (
      <>
        <p className={styles.said}>
          <Mark tone="malachite" shape="whole" />
          {t('trail.seal.good', { confirmed: formatCount(confirmed) })}
        </p>
        {waiting > 0 && <p>{t('trail.seal.rest', { count: waiting })}</p>}
      </>
    );
  return (
    <>
      <p className={styles.said}>
        <Mark tone="cinnabar" shape="diamond" />
        {t('trail.seal.bad', { found: formatCount(found) })}
      </p>
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <li key={JSON.stringify(finding)}>
            {textOf(finding)}
            {'id' in finding && finding.kind !== 'removed' && (
              <Button look="quiet" size="small" onClick={() => onOpen(finding.id)}>
                {t('trail.one')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {found > findings.length && <p>{t('trail.seal.shown', { count: findings.length })}</p>}
    </>
  );
};
