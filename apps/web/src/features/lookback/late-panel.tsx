import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount, formatRate } from '../../shell/format';
import { ProblemState } from '../../shell/problem-state';
import { useRegions } from '../../shell/regions';
import { PlainTable } from '../../ui/charts/figure';
import { DayPick } from '../../ui/form/day-pick';
import { Panel } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';
import { DaysInput } from './days-input';
import styles from './lookback.module.css';
import { useLate } from './queries';

interface LatePanelProps {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly region: string;
  readonly today: string;
  readonly onChange: (change: { from?: string; to?: string; days?: number }) => void;
  readonly entriesTo: (region: string) => string;
}

/** How many entries of a time were recorded long after they took effect, county by county; each number leads to its entries. */
export const LatePanel = ({ from, to, days, region, today, onChange, entriesTo }: LatePanelProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const { data, error, refetch } = useLate({ from, to, days, region });
  return (
    <Panel title={t('lookback.late.title')}>
      <div className={styles.choices} data-print="no">
        <div className={styles.choice}>
          <span aria-hidden="true">{t('lookback.late.from')}</span>
          <DayPick
            aria-label={t('lookback.late.from')}
            value={from}
            max={to}
            onPick={(day) => onChange({ from: day })}
          />
        </div>
        <div className={styles.choice}>
          <span aria-hidden="true">{t('lookback.late.to')}</span>
          <DayPick
            aria-label={t('lookback.late.to')}
            value={to}
            min={from}
            max={today}
            onPick={(day) => onChange({ to: day })}
          />
        </div>
        <DaysInput value={days} onCommit={(next) => onChange({ days: next })} />
      </div>
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {data?.entries === 0 && (
        <EmptyState icon="calendar" title={t('lookback.late.none')}>
          <p>{t('lookback.late.noneHelp')}</p>
        </EmptyState>
      )}
      {data && data.entries > 0 && (
        <>
          <p className={styles.heading} role="status">
            {t('lookback.late.summary', {
              count: data.late,
              value: formatCount(data.late),
              entries: formatCount(data.entries),
              days: formatCount(days),
            })}{' '}
            {data.late > 0 && <Link to={entriesTo(region)}>{t('lookback.late.all')}</Link>}
          </p>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('lookback.late.title')}>
            <PlainTable
              label={t('lookback.late.title')}
              head={(['county', 'entries', 'late', 'share'] as const).map((name) =>
                t(`lookback.late.${name}`),
              )}
              rows={data.counties.map(({ regionCode, entries, late }) => ({
                id: regionCode,
                cells: [
                  nameOf(regionCode),
                  formatCount(entries),
                  late === 0 ? (
                    formatCount(late)
                  ) : (
                    <Link
                      key="late"
                      to={entriesTo(regionCode)}
                      aria-label={`${formatCount(late)}, ${t('lookback.late.show', { region: nameOf(regionCode) })}`}
                    >
                      {formatCount(late)}
                    </Link>
                  ),
                  formatRate(late, entries) ?? t('format.none'),
                ],
              }))}
            />
          </div>
        </>
      )}
    </Panel>
  );
};
