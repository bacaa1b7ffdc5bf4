import type { WorkItem } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../shell/problem-state';
import { Skeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';
import { useToday } from './queries';
import styles from './today.module.css';
import { WorkGroup } from './work-group';

/** Returned, overdue, expiring, owed: what presses most stands first. */
export const WorkList = ({ stepTo }: { readonly stepTo: (item: WorkItem) => string }) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useToday();
  if (!data)
    return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />;
  const groups = data.groups.filter(({ total }) => total > 0);
  if (groups.length === 0)
    return (
      <EmptyState icon="check" title={t('today.none')}>
        <p>{t('today.noneHelp')}</p>
      </EmptyState>
    );
  return (
    <div className={styles.groups}>
      {groups.map((work) => (
        <WorkGroup key={work.group} work={work} stepTo={stepTo} />
      ))}
    </div>
  );
};
