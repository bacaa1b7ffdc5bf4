import type { LearnedView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { areaIn, formatCount } from '../../shell/format';
import { KnownAtInput } from '../../shell/known-at-input';
import { useMomentText } from '../../shell/known-moment';
import { ProblemState } from '../../shell/problem-state';
import { useRegions } from '../../shell/regions';
import { ButtonLink } from '../../ui/button';
import { PlainTable } from '../../ui/charts/figure';
import { DayPick } from '../../ui/form/day-pick';
import { Panel } from '../../ui/page';
import { Pager } from '../../ui/pager';
import { Skeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';
import { LearnedMine } from './learned-mine';
import styles from './lookback.module.css';
import { useLearned } from './queries';
import { differenceOf, tallyOf, type Tally } from './tallies';

const PAGE_SIZE = 50;

interface LearnedPanelProps {
  readonly asOf: string;
  readonly knownAt: string;
  readonly region: string;
  readonly page: number;
  readonly today: string;
  readonly onChange: (change: { asOf?: string; knownAt?: string | undefined; page?: number }) => void;
}

/** The figures of a day as known then and as known now: county by county, and the mines whose records did it. */
export const LearnedPanel = ({ asOf, knownAt, region, page, today, onChange }: LearnedPanelProps) => {
  const { t } = useTranslation();
  const momentText = useMomentText();
  const { data, error, refetch } = useLearned({ asOf, knownAt, region, page, pageSize: PAGE_SIZE });
  const past = new URLSearchParams({ region, asOf, knownAt }).toString();
  return (
    <Panel
      title={t('lookback.learned.title')}
      actions={<ButtonLink to={`/figures?${past}`}>{t('lookback.learned.figuresThen')}</ButtonLink>}
    >
      <div className={styles.choices} data-print="no">
        <div className={styles.choice}>
          <span aria-hidden="true">{t('lookback.learned.asOf')}</span>
          <DayPick
            aria-label={t('lookback.learned.asOf')}
            value={asOf}
            max={today}
            onPick={(day) => onChange({ asOf: day, page: 1 })}
          />
        </div>
        <div className={styles.choice}>
          <span aria-hidden="true">{t('past.knownAt')}</span>
          <KnownAtInput value={knownAt} onPick={(moment) => onChange({ knownAt: moment, page: 1 })} />
        </div>
      </div>
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data?.total === 0 && (
        <EmptyState
          icon="check"
          title={t('lookback.learned.none', { moment: momentText(knownAt), day: asOf })}
        >
          <p>{t('lookback.learned.noneHelp')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && (
        <>
          <Counties counties={data.counties} />
          <h3 className={styles.heading} data-content>
            {t('lookback.learned.mines', { count: data.total, value: formatCount(data.total) })}
          </h3>
          <ul className={styles.list}>
            {data.rows.map((row) => (
              <LearnedMine key={row.mineId} row={row} asOf={asOf} knownAt={knownAt} />
            ))}
          </ul>
          <Pager
            page={page}
            pageSize={PAGE_SIZE}
            pageSizes={[PAGE_SIZE]}
            total={data.total}
            onChange={(next) => onChange({ page: next.page })}
          />
        </>
      )}
    </Panel>
  );
};

const Counties = ({ counties }: { readonly counties: LearnedView['counties'] }) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const text = ({ mines, squareMetres }: Tally) =>
    t('lookback.learned.tally', { mines: formatCount(mines), area: areaIn(squareMetres, 'mu') });
  const cells = (county: LearnedView['counties'][number], which: 'found' | 'restored') => {
    const [then, now] = [tallyOf(county.then, which), tallyOf(county.now, which)];
    const difference = differenceOf(now, then);
    return [text(then), text(now), <strong key={which}>{t('lookback.learned.tally', difference)}</strong>];
  };
  const head = (['found', 'restored'] as const).flatMap((which) =>
    (['then', 'now', 'difference'] as const).map(
      (when) => `${t(`lookback.learned.${which}`)} · ${t(`lookback.learned.${when}`)}`,
    ),
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('lookback.learned.counties')}>
      <PlainTable
        label={t('lookback.learned.counties')}
        head={[t('lookback.late.county'), ...head]}
        rows={counties.map((county) => ({
          id: county.regionCode,
          cells: [
            <Link key="county" to={`/figures?region=${county.regionCode}`}>
              {nameOf(county.regionCode)}
            </Link>,
            ...cells(county, 'found'),
            ...cells(county, 'restored'),
          ],
        }))}
      />
    </div>
  );
};
