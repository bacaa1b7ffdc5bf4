import type { WorkItem, WorkList } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount } from '../../shell/format';
import { StageTag } from '../../shell/stage-tag';
import { ButtonLink } from '../../ui/button';
import { Panel } from '../../ui/page';
import styles from './today.module.css';

interface WorkGroupProps {
  readonly work: WorkList['groups'][number];
  /** Where the next step is taken: the page knows the addresses of the mines. */
  readonly stepTo: (item: WorkItem) => string;
}

/** Mines that press alike, each with its one next step. */
export const WorkGroup = ({ work: { group, total, items }, stepTo }: WorkGroupProps) => {
  const { t } = useTranslation();
  /** The one thing to do next, in words. What came back is complete as a rule, and wants something else than to be sent again. */
  const stepOf = ({ next }: WorkItem): string => {
    if (next) return t('today.mend', { criterion: t(`labels.criterion.${next.criterion}`) });
    return t(group === 'returned' ? 'today.correct' : 'reviews.submit');
  };
  return (
    <Panel title={t('today.group', { name: t(`today.groups.${group}`), value: formatCount(total) })}>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.mineId} className={styles.item}>
            <div className={styles.words}>
              <p className={styles.name}>
                <Link to={`/mines/${item.mineId}`} data-content>
                  {item.name}
                </Link>{' '}
                <StageTag stage={item.stage} />
              </p>
              <p className={styles.due}>
                <span data-content>{item.number}</span> · {t('today.due', { day: item.dueOn })}
                {' · '}
                {item.daysLeft < 0
                  ? t('today.late', { count: -item.daysLeft })
                  : t('today.left', { count: item.daysLeft })}
              </p>
            </div>
            <ButtonLink
              to={stepTo(item)}
              aria-label={t('today.stepNamed', { step: stepOf(item), name: item.name })}
            >
              {stepOf(item)}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {items.length < total && (
        <p className={styles.due}>
          {t('today.more', { count: total - items.length, value: formatCount(total - items.length) })}
        </p>
      )}
    </Panel>
  );
};
