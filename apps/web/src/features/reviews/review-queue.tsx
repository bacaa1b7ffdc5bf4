import type { SubmissionRow } from '@qingshan/contracts';
import { daysBetween, REVIEW_DAYS } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../shell/format';
import { useSession } from '../../shell/session-context';
import { StageTag } from '../../shell/stage-tag';
import { classNames } from '../../ui/class-names';
import { Tag } from '../../ui/mark';
import styles from './reviews.module.css';
import { STATE_TONES, type FieldWords } from './words';

interface ReviewQueueProps {
  readonly rows: readonly SubmissionRow[];
  readonly words: FieldWords;
  readonly openId: number | null;
  readonly openTo: (id: number) => string;
  readonly ticked: ReadonlySet<number>;
  readonly onTick: (id: number, on: boolean) => void;
}

/** What waits, the longest first. What this person decides can be ticked for many at once. */
export const ReviewQueue = ({ rows, words, openId, openTo, ticked, onTick }: ReviewQueueProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const daysAt = (row: SubmissionRow) => daysBetween(formatInstant(row.standsSince).slice(0, 10), today);
  return (
    <ul className={styles.queue}>
      {rows.map((row) => (
        <li key={row.id} className={classNames(styles.row, row.id === openId && styles.open)}>
          {row.mayDecide && (
            <label className={styles.tick}>
              <input
                type="checkbox"
                checked={ticked.has(row.id)}
                onChange={(event) => onTick(row.id, event.target.checked)}
              />
              <span className="visually-hidden">{t('reviews.tick', { name: row.name })}</span>
            </label>
          )}
          <Link to={openTo(row.id)} aria-current={row.id === openId || undefined} className={styles.link}>
            <strong data-content>{row.name}</strong>
            <span className={styles.tags}>
              <StageTag stage={row.stage} />
              {row.state !== 'pending' && (
                <Tag tone={STATE_TONES[row.state]}>{t(`reviews.state.${row.state}`)}</Tag>
              )}
              {row.state === 'pending' && daysAt(row) > 0 && (
                <Tag tone={daysAt(row) > REVIEW_DAYS ? 'cinnabar' : 'ochre'}>
                  {t('reviews.waits', { count: daysAt(row) })}
                </Tag>
              )}
              {row.turn > 1 && <Tag tone="ochre">{t('reviews.turn', { count: row.turn })}</Tag>}
            </span>
            <span className={styles.when}>
              {[
                words.text('regionCode', row.regionCode),
                row.personName,
                formatInstant(row.submittedAt),
              ].join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
};
