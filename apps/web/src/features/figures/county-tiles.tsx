import { TILES, tileName } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { formatRate } from '../../shell/format';
import { useRegions } from '../../shell/regions';
import { useSession } from '../../shell/session-context';
import { Figure, PlainTable } from '../../ui/charts/figure';
import { TileLegend, TileMap } from '../../ui/charts/tile-map';
import { Choose } from '../../ui/form/inputs';
import { Skeleton } from '../../ui/skeleton';
import { minesAddress, TILE_FIGURES, type Measure, type TileFigure } from './figures-address';
import { useFiguresOfEach } from './queries';
import { sumsOf } from './sums';
import { tileFigures } from './tile-figure';
import { useFigureWriting } from './writing';

interface CountyTilesProps {
  readonly region: string;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly by: Measure;
  readonly figure: TileFigure;
  readonly onFigure: (figure: TileFigure) => void;
}

/** Any figure of every county, each on its tile: where the land is still bare, or much waits, is seen at once. */
export const CountyTiles = ({ region, asOf, knownAt, by, figure, onFigure }: CountyTilesProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const { regions, nameOf } = useRegions();
  const { countText, areaText } = useFigureWriting();
  const cities = regions.filter(
    ({ level, code, parentCode }) => level === 'city' && (code === region || parentCode === region),
  );
  const { figures, pending } = useFiguresOfEach(
    { asOf, knownAt },
    cities.map(({ code }) => code),
  );
  if (cities.length === 0) return null;
  const of = new Map(figures.flatMap(({ parts }) => parts.map((part) => [part.regionCode, part.stages])));
  const counties = TILES.flatMap((tile) => {
    const stages = of.get(tile.code);
    return stages ? [{ ...tile, sums: sumsOf(stages) }] : [];
  });
  if (counties.length === 0) return pending ? <Skeleton lines={8} /> : null;

  const isRate = figure === 'rate';
  const isStage = !isRate && figure !== 'found';
  const what = isStage ? t(`labels.stage.${figure}`) : t(`figures.tiles.figure.${figure}`);
  const tinted = tileFigures(
    counties.map(({ sums }) => sums),
    figure,
    by,
  );
  const tiles = counties.map(({ code, column, row, sums }, index) => {
    const { share = null, text } = tinted[index] ?? {};
    const name = nameOf(code);
    const tally = isRate ? sums.restored : isStage ? sums.stages[figure] : sums.found;
    const rate = formatRate(
      by === 'count' ? sums.restored.mines : sums.restored.squareMetres,
      by === 'count' ? sums.found.mines : sums.found.squareMetres,
    );
    const [count, area] = [countText(tally.mines), areaText(tally.squareMetres)];
    return {
      id: code,
      column,
      row,
      name: tileName(name),
      group: code.slice(0, 4),
      share,
      text: text ?? t('format.none'),
      sentence: isRate
        ? t('figures.tiles.sentence', {
            county: name,
            rate: rate ?? t('format.none'),
            restored: count,
            found: countText(sums.found.mines),
            area: areaText(sums.found.squareMetres),
          })
        : t('figures.tiles.amountSentence', { county: name, what, count, area }),
      to: minesAddress(code, { asOf, knownAt }, today, isStage ? { stages: [figure] } : {}),
      cells: [name, count, area, rate ?? t('format.none')],
    };
  });
  return (
    <Figure
      title={t(by === 'count' ? 'figures.tiles.byCount' : 'figures.tiles.byArea', { what })}
      caption={t('figures.tiles.caption', { day: asOf })}
      controls={
        <Choose
          aria-label={t('figures.tiles.choose')}
          value={figure}
          choices={TILE_FIGURES.map((value) => ({
            value,
            label:
              value === 'rate' || value === 'found'
                ? t(`figures.tiles.figure.${value}`)
                : t(`labels.stage.${value}`),
          }))}
          onChange={(event) => {
            const chosen = TILE_FIGURES.find((value) => value === event.target.value);
            if (chosen) onFigure(chosen);
          }}
        />
      }
      table={
        <PlainTable
          label={t('figures.tiles.label', { what })}
          head={[
            t('figures.column.region'),
            isRate ? t('figures.column.restoredMines') : t('figures.tiles.mines', { what }),
            t('figures.tiles.area', { what: isRate ? t('labels.stage.restored') : what }),
            t('figures.column.rate'),
          ]}
          rows={tiles.map(({ id, cells }) => ({ id, cells }))}
        />
      }
    >
      <TileMap label={t('figures.tiles.label', { what })} tiles={tiles} scale={isRate ? 'rate' : 'amount'} />
      {isRate ? (
        <TileLegend from={t('figures.tiles.none')} to={t('figures.tiles.all')} scale="rate" />
      ) : (
        <TileLegend from={t('figures.tiles.few')} to={t('figures.tiles.most')} scale="amount" />
      )}
    </Figure>
  );
};
