import type { FiguresView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { useRegions } from '../../shell/regions';
import { classNames } from '../../ui/class-names';
import { Panel } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';
import { CountyTiles } from './county-tiles';
import {
  figuresAddress,
  minesAddress,
  type Counted,
  type FiguresAddress,
  type FiguresSort,
  type Standing,
} from './figures-address';
import styles from './figures.module.css';
import { Headline } from './headline';
import { OverdueNote } from './overdue-note';
import { regionRows } from './region-rows';
import { RegionTable } from './region-table';
import { RestoredTrend } from './restored-trend';
import { StageFunnel } from './stage-funnel';
import { sumsOf } from './sums';

interface FiguresBoardProps {
  readonly shown: FiguresAddress;
  readonly standing: Standing;
  readonly figures: FiguresView;
  /** As of the day compared with. */
  readonly compared: FiguresView | null;
  /** Of these mines those past the due day of their stage; null until that is known. */
  readonly overdue: FiguresView | null;
  readonly refreshing: boolean;
  readonly onChange: (change: Partial<FiguresAddress>) => void;
}

/** Back to the top, where the new division is named; a screen reader goes on from there too. */
const toTop = () => {
  const main = document.getElementById('main');
  main?.scrollTo({ top: 0 });
  main?.focus({ preventScroll: true });
};

/** The answer, the stages, the divisions and the years: one division as of one day. */
export const FiguresBoard = ({
  shown,
  standing,
  figures,
  compared,
  overdue,
  refreshing,
  onChange,
}: FiguresBoardProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const { asOf, whole, parts } = figures;
  const { by, sort, knownAt } = shown;
  const sums = sumsOf(whole.stages);
  const then = compared && sumsOf(compared.whole.stages);
  const rowsOf = (region: string, counted: Counted) =>
    minesAddress(region, { asOf, knownAt }, standing.today, counted);
  const to = (change: Partial<FiguresAddress>) => figuresAddress({ ...shown, ...change }, standing);
  const rows = regionRows(parts, compared?.parts ?? null, overdue?.parts ?? null);
  const late = overdue && sumsOf(overdue.whole.stages);
  return (
    <div className={classNames(styles.board, refreshing && styles.refreshing)} aria-busy={refreshing}>
      {sums.found.mines === 0 ? (
        <Panel>
          <EmptyState title={t('figures.empty.title', { day: asOf, region: nameOf(whole.regionCode) })}>
            {t('figures.empty.help')}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <Panel>
            <Headline
              asOf={asOf}
              sums={sums}
              compare={compared?.asOf ?? null}
              then={then}
              rowsOf={(stages) => rowsOf(whole.regionCode, { stages })}
            />
            {late && (
              <OverdueNote
                overdue={late}
                rowsOf={(stages) => rowsOf(whole.regionCode, { stages, overdue: 'yes' })}
              />
            )}
          </Panel>
          <div className={styles.pair}>
            <StageFunnel
              asOf={asOf}
              sums={sums}
              then={then}
              by={by}
              rowsOf={(stages) => rowsOf(whole.regionCode, { stages })}
            />
            <RestoredTrend
              region={whole.regionCode}
              asOf={asOf}
              knownAt={knownAt}
              compare={compared?.asOf ?? null}
              by={by}
              dayTo={(day) => to({ asOf: day })}
              onPick={(day) => onChange({ asOf: day })}
            />
          </div>
          <CountyTiles
            region={whole.regionCode}
            asOf={asOf}
            knownAt={knownAt}
            by={by}
            figure={shown.tiles}
            onFigure={(tiles) => onChange({ tiles })}
          />
          {rows.length > 0 && (
            <RegionTable
              whole={{ code: whole.regionCode, sums, then, overdue: late && late.found }}
              parts={rows}
              by={by}
              sort={sort}
              onSort={(next: FiguresSort) => onChange({ sort: next })}
              rowsOf={rowsOf}
              regionTo={(region) => to({ region })}
              onDrill={toTop}
            />
          )}
        </>
      )}
    </div>
  );
};

/** The shape of the board before its first figures are there. */
export const PendingBoard = () => (
  <div className={styles.board}>
    <Panel>
      <Skeleton lines={5} />
    </Panel>
    <div className={styles.pair}>
      <Panel>
        <Skeleton lines={10} />
      </Panel>
      <Panel>
        <Skeleton lines={10} />
      </Panel>
    </div>
    <Panel>
      <Skeleton lines={12} />
    </Panel>
  </div>
);
