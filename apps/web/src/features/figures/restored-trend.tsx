import { toMu } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { areaIn, formatCount } from '../../shell/format';
import { ProblemState } from '../../shell/problem-state';
import { useWriting } from '../../shell/written';
import { Figure, PlainTable } from '../../ui/charts/figure';
import { TrendLine } from '../../ui/charts/trend-line';
import { Skeleton } from '../../ui/skeleton';
import type { Measure } from './figures-address';
import styles from './figures.module.css';
import { useTrend } from './queries';
import { areaChange, countChange } from './sums';
import { fromFirstFound, type TrendDay } from './trend-days';
import { useFigureWriting } from './writing';

interface RestoredTrendProps {
  readonly region: string;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly compare: string | null;
  readonly by: Measure;
  readonly dayTo: (day: string) => string;
  readonly onPick: (day: string) => void;
}

/** Years looked back over; those before the first mine was found are not drawn. */
const YEARS = 10;

/** Found and restored at each month's end up to the day looked at. */
export const RestoredTrend = ({ region, asOf, knownAt, compare, by, dayTo, onPick }: RestoredTrendProps) => {
  const { t } = useTranslation();
  const { mines, unit } = useWriting();
  const { countText, areaText } = useFigureWriting();
  const { data, error, refetch } = useTrend(
    `${Number(asOf.slice(0, 4)) - YEARS}-01-01`,
    { asOf, knownAt },
    region,
  );
  const days = data && fromFirstFound(data.points);
  const title = useFinding(days ?? []);
  const line = (pick: 'found' | 'restored') =>
    (days ?? []).map(({ day, sums }) => ({
      day,
      value: by === 'count' ? sums[pick].mines : Number(toMu(sums[pick].squareMetres)),
      text: by === 'count' ? countText(sums[pick].mines) : areaText(sums[pick].squareMetres),
    }));
  return (
    <Figure
      title={title}
      caption={t('figures.trend.caption', { day: asOf })}
      table={
        days && (
          <PlainTable
            label={t('figures.trend.name')}
            head={[
              t('figures.column.day'),
              t('figures.column.foundMines'),
              t('figures.column.foundArea'),
              t('figures.column.restoredMines'),
              t('figures.column.restoredArea'),
            ]}
            rows={[...days].reverse().map(({ day, sums }) => ({
              id: day,
              cells: [
                <Link key="day" to={dayTo(day)}>
                  {day}
                </Link>,
                formatCount(sums.found.mines),
                areaIn(sums.found.squareMetres, 'mu'),
                formatCount(sums.restored.mines),
                areaIn(sums.restored.squareMetres, 'mu'),
              ],
            }))}
          />
        )
      }
    >
      {!days && (
        <div className={styles.pending}>
          {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
        </div>
      )}
      {days && (
        <TrendLine
          label={title}
          unit={by === 'count' ? mines(2).unit : unit('mu')}
          formatTick={formatCount}
          marked={compare ?? undefined}
          onPick={onPick}
          series={[
            { id: 'found', label: t('figures.trend.found'), tone: 'ochre', points: line('found') },
            {
              id: 'restored',
              label: t('figures.trend.restored'),
              tone: 'malachite',
              points: line('restored'),
            },
          ]}
        />
      )}
    </Figure>
  );
};

const MONTHS = 12;

/** The finding of the drawing: what the last twelve months have brought. */
const useFinding = (days: readonly TrendDay[]): string => {
  const { t } = useTranslation();
  const { countText, areaText } = useFigureWriting();
  const [now, then] = [days.at(-1), days.at(-1 - MONTHS)];
  const mines = now && then && countChange(now.sums.restored.mines, then.sums.restored.mines);
  const area = now && then && areaChange(now.sums.restored.squareMetres, then.sums.restored.squareMetres);
  // Where relapses outweigh what was restored there is no such sentence.
  return then && mines?.sign === 1 && area?.sign === 1
    ? t('figures.trend.year', { day: then.day, mines: countText(mines.size), area: areaText(area.size) })
    : t('figures.trend.name');
};
