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
        const days = DAYS.flatMap((name) => {
          const day = step[name];
          return day === null ? [] : [t('reviews.stepDay', { name: t(`steps.${name}`), day })];
        });
        return (
          <div key={step.step}>
            <dt>{t(`steps.name.${step.step}`)}</dt>
            <dd>{days.join(' · ') || t('format.none')}</dd>
          </div>
        );
      })}
    </dl>
  );
};
