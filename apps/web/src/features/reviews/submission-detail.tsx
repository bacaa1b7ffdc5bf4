import type { SubmissionView } from '@qingshan/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Backdated } from '../../shell/backdated';
import { formatCount } from '../../shell/format';
import { useSentence } from '../../shell/problem';
import { StageTag } from '../../shell/stage-tag';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/mark';
import { Panel } from '../../ui/page';
import { ChangeTable } from './change-table';
import { Decisions } from './decisions';
import { Evidence } from './evidence';
import styles from './reviews.module.css';
import { STATE_TONES, type FieldWords } from './words';

interface SubmissionDetailProps {
  readonly submission: SubmissionView;
  readonly words: FieldWords;
  readonly busy: boolean;
  /** It came by itself after a decision: a key held down or pressed again finds no button of another submission. */
  readonly takesFocus: boolean;
  readonly onApprove: () => void;
  readonly onReturn: () => void;
}

/** One submission: where it stands, what is new in it, the evidence beside the claim, and the two keys that decide. */
export const SubmissionDetail = ({
  submission,
  words,
  busy,
  takesFocus,
  onApprove,
  onReturn,
}: SubmissionDetailProps) => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const sentence = useSentence();
  const refusal = submission.may.find(({ decision }) => decision === 'approve')?.refusal ?? null;
  return (
    <Panel>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          <Link to={`/mines/${submission.mineId}`} data-content>
            {submission.name}
          </Link>
        </h2>
        <p className={styles.tags}>
          <StageTag stage={submission.stage} />
          <Tag tone={STATE_TONES[submission.state]}>{t(`reviews.state.${submission.state}`)}</Tag>
          <span>
            <span data-content>{submission.number}</span> · {words.text('regionCode', submission.regionCode)}
          </span>
        </p>
        <p className={styles.route}>
          {t('reviews.route', {
            levels: submission.levels.map((level) => t(`reviews.level.${level}`)).join(' → '),
            level: t(`reviews.level.${submission.level}`),
          })}{' '}
          {t('reviews.effective', { day: submission.effectiveOn })}{' '}
          <Backdated effectiveOn={submission.effectiveOn} recordedAt={submission.submittedAt} />
        </p>
      </div>
      {submission.state === 'pending' &&
        (refusal === null ? (
          <div className={styles.acts} data-print="no">
            <Button look="primary" busy={busy} onClick={({ detail }) => detail < 2 && onApprove()}>
              {t('reviews.approveKey')}
            </Button>
            <Button look="danger" disabled={busy} onClick={({ detail }) => detail < 2 && onReturn()}>
              {t('reviews.returnKey')}
            </Button>
          </div>
        ) : (
          <p className={styles.why}>{sentence(refusal)}</p>
        ))}
      {submission.drift.length > 0 && (
        <section className={styles.drift}>
          <h3>
            {t('reviews.drift', {
              count: submission.drift.length,
              value: formatCount(submission.drift.length),
            })}
          </h3>
          <ChangeTable changes={submission.drift} words={words} />
        </section>
      )}
      <section className={styles.part}>
        <h3>{t('reviews.changes')}</h3>
        {submission.changes === null && <p>{t('reviews.first')}</p>}
        {submission.changes?.length === 0 && <p>{t('reviews.unchanged')}</p>}
        {submission.changes && <ChangeTable changes={submission.changes} words={words} />}
      </section>
      <Evidence submission={submission} words={words} />
      <section className={styles.part}>
        <h3>{t('reviews.story')}</h3>
        <Decisions submission={submission} words={words} />
      </section>
    </Panel>
  );
};
