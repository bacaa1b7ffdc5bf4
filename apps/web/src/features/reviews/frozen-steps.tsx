import type { SubmissionView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import styles from './reviews.module.css';

const DAYS = ['plannedOn', 'forecastOn', 'actualOn'] as const;

/** The steps of the submitted stage with their days, as they were frozen. */
export const FrozenSteps = ({ steps }: Pick<SubmissionView['content'], 'steps'>) => {
  const { t } = useTranslation();
  if (steps === null) return <p>{t('reviews.noSteps')}</p>;
  return (
    <dl className={styles.facts}>
      {steps.map((step) => {
        const known = DAYS.filter((name) => step[name] !== null);
        return (
          <div key={step.step}>
            <dt>{t(`steps.name.${step.step}`)}</dt>
            <dd>
              {known.map((name) => (
                <span key={name} className={styles.day}>
                  {t('reviews.stepDay', { name: t(`steps.${name}`), day: step[name] })}
                </span>
              ))}
              {known.length === 0 && t('format.none')}
            </dd>
          </div>
        );
      })}
    </dl>
  );
};
