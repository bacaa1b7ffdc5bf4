import type { Escalations as Escalated } from '@qingshan/contracts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount } from '../../shell/format';
import { useRegions } from '../../shell/regions';
import { StageTag } from '../../shell/stage-tag';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/page';
import { useEscalations } from './queries';
import styles from './today.module.css';

/** So many can be taken in at a glance. */
const AT_FIRST = 5;

type Late = Escalated['overdue']['items'][number];

/** What a level below let lie past the second limit: shown to who stands above it, and to nobody where there is none. */
export const Escalations = () => {
  const { t } = useTranslation();
  const { data } = useEscalations();
  if (!data || data.overdue.total + data.waiting.total === 0) return null;
  const { overdue, waiting } = data;
  return (
    <Panel>
      <details className={styles.escalations}>
        <summary>
          {t('reminders.escalated.title', {
            value: formatCount(overdue.total + waiting.total),
          })}
        </summary>
        <p className={styles.due}>{t('reminders.escalated.help')}</p>
        <LateList
          title={t('reminders.escalated.waiting', { value: formatCount(waiting.total) })}
          total={waiting.total}
          items={waiting.items}
          keyOf={({ submissionId }) => submissionId}
          linkOf={({ submissionId }) => `/reviews?show=all&open=${submissionId}`}
          more={({ level }) => t(`reviews.level.${level}`)}
        />
        <LateList
          title={t('reminders.escalated.overdue', { value: formatCount(overdue.total) })}
          total={overdue.total}
          items={overdue.items}
          keyOf={({ mineId }) => mineId}
          linkOf={({ mineId }) => `/mines/${mineId}`}
        />
      </details>
    </Panel>
  );
};

interface LateListProps<Item extends Late> {
  readonly title: string;
  readonly total: number;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => number;
  readonly linkOf: (item: Item) => string;
  readonly more?: (item: Item) => ReactNode;
}

const LateList = <Item extends Late>({ title, total, items, keyOf, linkOf, more }: LateListProps<Item>) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const [isWhole, setIsWhole] = useState(false);
  if (total === 0) return null;
  return (
    <section className={styles.late}>
      <h2>{title}</h2>
      <ul className={styles.list}>
        {(isWhole ? items : items.slice(0, AT_FIRST)).map((item) => (
          <li key={keyOf(item)} className={styles.item}>
            <div className={styles.words}>
              <p className={styles.name}>
                <Link to={linkOf(item)} data-content>
                  {item.name}
                </Link>{' '}
                <StageTag stage={item.stage} /> {more && <span className={styles.due}>{more(item)}</span>}
              </p>
              <p className={styles.due}>
                {nameOf(item.regionCode)}
                {' · '}
                <span data-content>{item.number}</span> · {t('today.due', { day: item.dueOn })}
                {' · '}
                {t('today.late', { count: item.daysLate })}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {items.length > AT_FIRST && (
        <Button
          look="quiet"
          icon={isWhole ? 'up' : 'down'}
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole
            ? t('reminders.escalated.fewer')
            : t('reminders.escalated.further', { value: formatCount(items.length - AT_FIRST) })}
        </Button>
      )}
      {isWhole && items.length < total && (
        <p className={styles.due}>
          {t('reminders.escalated.more', {
            count: total - items.length,
            value: formatCount(total - items.length),
          })}
        </p>
      )}
    </section>
  );
};
