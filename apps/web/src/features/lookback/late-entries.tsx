import { TRAIL_ACTIONS } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount, formatMoment } from '../../shell/format';
import { ProblemState } from '../../shell/problem-state';
import { useRegions } from '../../shell/regions';
import { PlainTable } from '../../ui/charts/figure';
import { Panel } from '../../ui/page';
import { Pager } from '../../ui/pager';
import { Skeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';
import styles from './lookback.module.css';
import { useLateEntries } from './queries';

interface LateEntriesProps {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly region: string;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

const PAGE_SIZE = 50;
const HEAD = ['mine', 'county', 'what', 'effectiveOn', 'recordedAt', 'daysLate', 'who'] as const;

/** The entries behind a count of late ones. */
export const LateEntries = ({ page, onPage, ...asked }: LateEntriesProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const { data, error, refetch } = useLateEntries({ ...asked, page, pageSize: PAGE_SIZE });
  const title = t('lookback.late.listOf', { region: nameOf(asked.region) });
  return (
    <Panel title={title}>
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data?.total === 0 && <EmptyState title={t('lookback.late.noEntries', { days: asked.days })} />}
      {data && data.total > 0 && (
        <>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
            <PlainTable
              label={title}
              head={HEAD.map((name) => t(`lookback.late.${name}`))}
              rows={data.rows.map((entry) => {
                const action = TRAIL_ACTIONS.find((one) => one === entry.action);
                return {
                  id: String(entry.id),
                  cells: [
                    <Link key="mine" to={`/mines/${entry.mineId}`} data-content>
                      {entry.name}
                    </Link>,
                    nameOf(entry.regionCode),
                    action ? t(`trail.action.${action}`) : entry.action,
                    entry.effectiveOn,
                    formatMoment(entry.recordedAt),
                    formatCount(entry.daysLate),
                    entry.personName || t('mines.history.system'),
                  ],
                };
              })}
            />
          </div>
          <Pager
            page={page}
            pageSize={PAGE_SIZE}
            pageSizes={[PAGE_SIZE]}
            total={data.total}
            onChange={(next) => onPage(next.page)}
          />
        </>
      )}
    </Panel>
  );
};
