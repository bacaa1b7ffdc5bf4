import { REVIEW_LEVELS, type ReviewLevel } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Check } from '../../ui/form/inputs';
import styles from './review-routes.module.css';

interface LevelChoiceProps {
  /** Null where the division follows the one above. */
  readonly levels: readonly ReviewLevel[] | null;
  /** Whether there is something above to follow. */
  readonly mayFollow: boolean;
  readonly fault: string | null;
  readonly onChange: (levels: ReviewLevel[] | null) => void;
}

/** The levels, ticked from below: their order is no choice. */
export const LevelChoice = ({ levels, mayFollow, fault, onChange }: LevelChoiceProps) => {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.levels} aria-describedby="levels-help levels-fault">
      <legend>{t('routes.dialog.levels')}</legend>
      {REVIEW_LEVELS.map((level, index) => (
        <Check
          key={level}
          label={t(`reviews.level.${level}`)}
          data-autofocus={index === 0 || undefined}
          disabled={levels === null}
          checked={levels?.includes(level) ?? false}
          onChange={(event) =>
            onChange(
              REVIEW_LEVELS.filter((one) => (one === level ? event.target.checked : levels?.includes(one))),
            )
          }
        />
      ))}
      {mayFollow && (
        <Check
          label={t('routes.dialog.follow')}
          checked={levels === null}
          onChange={(event) => onChange(event.target.checked ? null : [])}
        />
      )}
      <p id="levels-help" className={styles.from}>
        {t('routes.dialog.levelsHelp')}
      </p>
      <p id="levels-fault" role="alert" className={styles.fault}>
        {fault}
      </p>
    </fieldset>
  );
};
