import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/icon';
import type { Step } from './address';
import styles from './steps.module.css';

const STEPS: readonly Step[] = ['mapping', 'checking', 'writing'];

/** How far an import is. */
export const Steps = ({ step, finished }: { readonly step: Step; readonly finished: boolean }) => {
  const { t } = useTranslation();
  const at = STEPS.indexOf(step);
  return (
    <ol className={styles.steps} aria-label={t('imports.steps.label')}>
      {STEPS.map((one, index) => {
        const done = index < at || finished;
        return (
          <li
            key={one}
            aria-current={index === at ? 'step' : undefined}
            className={classNames(styles.step, done && styles.done, index === at && styles.current)}
          >
            <span className={styles.number} aria-hidden="true">
              {done ? <Icon name="check" size={14} /> : index + 1}
            </span>
            {t(`imports.steps.${one}`)}
            {done && <span className="visually-hidden">{t('imports.steps.done')}</span>}
          </li>
        );
      })}
    </ol>
  );
};
