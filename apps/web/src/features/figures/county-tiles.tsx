import { TILES, tileName } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { formatCount, formatRate, shareForDrawing } from '../../shell/format';
import { useRegions } from '../../shell/regions';
import { useSession } from '../../shell/session-context';
import { useWriting } from '../../shell/written';
import { Figure, PlainTable } from '../../ui/charts/figure';
import { TileLegend, TileMap, type MapTile } from '../../ui/charts/tile-map';
import { Skeleton } from '../../ui/skeleton';
import { minesAddress, type Measure } from './figures-address';
import { useFiguresOfEach } from './queries';
import { sumsOf } from './sums';

interface CountyTilesProps {
  readonly region: string;
  readonly asOf: string;
  readonly by: Measure;
}

/** How far every county has come, each on its tile: where the land is still bare is seen at once. */
export const CountyTiles = ({ region, asOf, by }: CountyTilesProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const { regions, nameOf } = useRegions();
  const { mines, headlineArea } = useWriting();
  const cities = regions.filter(
    ({ level, code, parentCode }) => level === 'city' && (code === region || parentCode === region),
  );
  const { figures, pending } = useFiguresOfEach(
    asOf,
    cities.map(({ code }) => code),
  );
  const of = new Map(figures.flatMap(({ parts }) => parts.map((part) => [part.regionCode, part.stages])));
  const tiles = TILES.flatMap(({ code, column, row }): (MapTile & { cells: string[] })[] => {
    const stages = of.get(code);
    if (!stages) return [];
    const { found, restored } = sumsOf(stages);
    const [part, whole] =
      by === 'count' ? [restored.mines, found.mines] : [restored.squareMetres, found.squareMetres];
    const [count, area] = [mines(found.mines), headlineArea(found.squareMetres)];
    const name = nameOf(code);
    const rate = formatRate(part, whole);
    return [
      {
        id: code,
        column,
        row,
        name: tileName(name),
        group: code.slice(0, 4),
        share: found.mines === 0 ? null : shareForDrawing(part, whole),
        text: rate ?? t('format.none'),
        sentence: t('figures.tiles.sentence', {
          county: name,
          rate: rate ?? t('format.none'),
          restored: formatCount(restored.mines),
          found: t('format.amount', count),
          area: t('format.amount', area),
        }),
        to: minesAddress(code, asOf, today),
        cells: [name, formatCount(found.mines), formatCount(restored.mines), rate ?? t('format.none')],
      },
    ];
  });
  if (cities.length === 0) return null;
  if (tiles.length === 0) return pending ? <Skeleton lines={8} /> : null;
  return (
    <Figure
      title={t(by === 'count' ? 'figures.tiles.byCount' : 'figures.tiles.byArea')}
      caption={t('figures.tiles.caption', { day: asOf })}
      table={
        <PlainTable
          label={t('figures.tiles.label')}
          head={[
            t('figures.column.region'),
            t('figures.column.foundMines'),
            t('figures.column.restoredMines'),
            t('figures.column.rate'),
          ]}
          rows={tiles.map(({ id, cells }) => ({ id, cells }))}
        />
      }
    >
      <TileMap label={t('figures.tiles.label')} tiles={tiles} />
      <TileLegend from={t('figures.tiles.none')} to={t('figures.tiles.all')} />
    </Figure>
  );
};
