import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format';
import { ProblemState } from '../../shell/problem-state';
import { Figure, PlainTable } from '../../ui/charts/figure';
import { TrendLine } from '../../ui/charts/trend-line';
import { Skeleton } from '../../ui/skeleton';
import { useTrend } from './queries';
import { sumsOf } from './sums';

interface RestoredTrendProps {
  readonly from: string;
  readonly to: string;
  readonly region: string;
}

/** Found and restored at each month's end. */
export const RestoredTrend = ({ from, to, region }: RestoredTrendProps) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useTrend(from, to, region);
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const points = data.points.map(({ day, stages }) => ({ day, sums: sumsOf(stages) }));
  const line = (pick: 'found' | 'restored') =>
    points.map(({ day, sums }) => ({ day, value: sums[pick], text: formatCount(sums[pick]) }));
  return (
    <Figure
      title={t('figures.trend')}
      caption={t('figures.caption', { day: to })}
      table={
        <PlainTable
          label={t('figures.trend')}
          head={[t('figures.day'), t('figures.foundMines'), t('figures.restoredMines')]}
          rows={points.map(({ day, sums }) => [day, formatCount(sums.found), formatCount(sums.restored)])}
        />
      }
    >
      <TrendLine
        label={t('figures.trend')}
        formatTick={formatCount}
        series={[
          { id: 'found', label: t('figures.foundMines'), tone: 'ochre', points: line('found') },
          { id: 'restored', label: t('figures.restoredMines'), tone: 'malachite', points: line('restored') },
        ]}
      />
    </Figure>
  );
};
