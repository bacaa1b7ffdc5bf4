import { LISTED_STAGES } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { areaIn, formatCount } from '../../shell/format';
import { STAGE_LOOK } from '../../shell/labels';
import { StageMark } from '../../shell/stage-tag';
import { Figure, PlainTable } from '../../ui/charts/figure';
import { FunnelBars } from '../../ui/charts/funnel-bars';
import { Delta } from './delta';
import type { Measure } from './figures-address';
import styles from './stage-funnel.module.css';
import { openOf, sizeOf, type Sums } from './sums';
import { useFigureWriting } from './writing';

interface StageFunnelProps {
  readonly asOf: string;
  readonly sums: Sums;
  readonly then: Sums | null;
  readonly by: Measure;
  readonly rowsOf: (stages: readonly string[]) => string;
}

/** The four stages and restored: how many mines, how much land, and what share of what was found. */
export const StageFunnel = ({ asOf, sums, then, by, rowsOf }: StageFunnelProps) => {
  const { t } = useTranslation();
  const { countText, areaText, shareText, countDelta, areaDelta } = useFigureWriting();
  const rows = LISTED_STAGES.map((stage) => {
    const { mines, squareMetres } = sums.stages[stage];
    return {
      stage,
      mines,
      squareMetres,
      byCount: shareText({ part: mines, whole: sums.found.mines }),
      byArea: shareText({ part: squareMetres, whole: sums.found.squareMetres }),
    };
  });
  const open = openOf(sums);
  const title =
    open.mines > 0
      ? t('figures.funnel.open', { mines: countText(open.mines), area: areaText(open.squareMetres) })
      : t('figures.funnel.name');
  return (
    <Figure
      title={title}
      caption={t('figures.funnel.caption', { day: asOf })}
      table={
        <PlainTable
          label={t('figures.funnel.name')}
          head={[
            t('figures.column.stage'),
            t('figures.column.mines'),
            t('figures.column.share'),
            t('figures.column.damaged'),
            t('figures.column.share'),
          ]}
          rows={[
            ...rows.map((row) => ({
              id: row.stage,
              cells: [
                t(`labels.stage.${row.stage}`),
                formatCount(row.mines),
                row.byCount,
                areaIn(row.squareMetres, 'mu'),
                row.byArea,
              ],
            })),
            {
              id: 'total',
              cells: [
                t('figures.total'),
                formatCount(sums.found.mines),
                shareText({ part: sums.found.mines, whole: sums.found.mines }),
                areaIn(sums.found.squareMetres, 'mu'),
                shareText({ part: sums.found.squareMetres, whole: sums.found.squareMetres }),
              ],
            },
          ]}
        />
      }
    >
      <FunnelBars
        label={t('figures.funnel.name')}
        drawn={by}
        bars={rows.map(({ stage, mines, squareMetres, byCount, byArea }) => ({
          id: stage,
          label: (
            <span className={styles.stage}>
              <StageMark stage={stage} />
              {t(`labels.stage.${stage}`)}
            </span>
          ),
          tone: STAGE_LOOK[stage].tone,
          size: sizeOf(sums.stages[stage], by),
          measures: [
            {
              id: 'count',
              text: countText(mines),
              share: byCount,
              note: then && <Delta change={countDelta(mines, then.stages[stage].mines)} />,
            },
            {
              id: 'area',
              text: areaText(squareMetres),
              share: byArea,
              note: then && <Delta change={areaDelta(squareMetres, then.stages[stage].squareMetres)} />,
            },
          ],
          to: rowsOf([stage]),
        }))}
      />
    </Figure>
  );
};
