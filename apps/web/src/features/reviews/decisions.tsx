import type { SubmissionView } from '@qingshan/contracts';
import { RETURN_REASONS } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../shell/codes';
import { formatInstant } from '../../shell/format';
import styles from './reviews.module.css';
import type { FieldWords } from './words';

interface DecisionsProps {
  readonly submission: SubmissionView;
  readonly words: FieldWords;
}

/** Who decided what and why, in the order it happened. */
export const Decisions = ({ submission, words }: DecisionsProps) => {
  const { t } = useTranslation();
  const code = useCodeName();
  return (
    <ol className={styles.decisions}>
      <li>
        <strong>{t('reviews.submittedBy', { who: submission.personName })}</strong>{' '}
        <span className={styles.when}>{formatInstant(submission.submittedAt)}</span>
        {submission.remark && <p data-content>{submission.remark}</p>}
      </li>
      {submission.reviews.map(
        ({ decision, level, personName, forPersonName, decidedAt, reasons, fields, remark }) => (
          <li key={decidedAt + decision}>
            <strong>
              {t(`reviews.decision.${decision}`, {
                who: forPersonName
                  ? t('reviews.inTheNameOf', { who: personName, principal: forPersonName })
                  : personName,
                level: level ? t(`reviews.level.${level}`) : '',
              })}
            </strong>{' '}
            <span className={styles.when}>{formatInstant(decidedAt)}</span>
            {reasons.length > 0 && (
              <ul>
                {reasons.map((reason) => (
                  <li key={reason}>{code(RETURN_REASONS, reason)}</li>
                ))}
              </ul>
            )}
            {fields.map(({ field, note }) => (
              <p key={field + note} data-content>
                {t('ui.form.problem', { label: words.label(field), message: note })}
              </p>
            ))}
            {remark && <p data-content>{remark}</p>}
          </li>
        ),
      )}
    </ol>
  );
};
