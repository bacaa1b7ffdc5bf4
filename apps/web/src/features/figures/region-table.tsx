import type { FiguresView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { areaIn, formatCount, formatRate, shareForDrawing } from '../../shell/format';
import { useRegions } from '../../shell/regions';
import { BarTable } from '../../ui/charts/bar-table';
import { sumsOf } from './sums';

interface RegionTableProps {
  readonly figures: FiguresView;
  readonly rowsOf: (region: string, stage?: string) => string;
  readonly regionTo: (region: string) => string;
}

/** Divisions next below, the furthest behind last; each number leads to its rows. */
export const RegionTable = ({ figures, rowsOf, regionTo }: RegionTableProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const rows = figures.parts
    .map((part) => ({ code: part.regionCode, sums: sumsOf(part.stages) }))
    .filter(({ sums }) => sums.found > 0)
    .sort(
      (one, other) =>
        shareForDrawing(other.sums.restored, other.sums.found) -
        shareForDrawing(one.sums.restored, one.sums.found),
    );
  return (
    <BarTable
      label={t('figures.byRegion')}
      head={[
        t('figures.region'),
        t('figures.rateByCount'),
        t('figures.rateByArea'),
        t('figures.foundMines'),
        t('figures.foundArea'),
        t('figures.restoredMines'),
        t('figures.restoredArea'),
      ]}
      rows={rows.map(({ code, sums }) => ({
        id: code,
        label: <Link to={regionTo(code)}>{nameOf(code)}</Link>,
        share: shareForDrawing(sums.restored, sums.found),
        text: formatRate(sums.restored, sums.found) ?? t('format.none'),
        cells: [
          formatRate(sums.restoredSquareMetres, sums.foundSquareMetres) ?? t('format.none'),
          <Link key="found" to={rowsOf(code)}>
            {formatCount(sums.found)}
          </Link>,
          areaIn(sums.foundSquareMetres, 'mu'),
          <Link key="restored" to={rowsOf(code, 'restored')}>
            {formatCount(sums.restored)}
          </Link>,
          areaIn(sums.restoredSquareMetres, 'mu'),
        ],
      }))}
    />
  );
};
