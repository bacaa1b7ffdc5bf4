import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../../ui/button';
import { listAddress } from '../list/list-query';
import type { MinesQuery } from '../queries';
import { MineRows } from './mine-rows';
import { boxOf, type Box, type MapView, type Size } from './map-view';
import styles from './mine-map.module.css';
import { useSpotWords } from './spot-words';
import type { Ring, Spot } from './spots';
import { squaresFor, squaresWithin } from './tiles';

interface MapPanelProps {
  readonly query: MinesQuery;
  readonly ring: Ring | null;
  readonly spots: readonly Spot[];
  readonly near: boolean;
  readonly view: MapView;
  readonly size: Size;
  readonly onChoose: (spot: Spot | null) => void;
  readonly onPoint: (key: string | null) => void;
  readonly onOpen: (id: number) => void;
  readonly onCloser: (ring: Ring) => void;
}

/** More divisions than a filter takes are all of them. */
const CODES_AT_MOST = 100;
const SQUARES_AT_MOST = 100;

/** The filter that gives the very mines of a ring. */
const underRing = (query: MinesQuery, { codes, square }: Ring): MinesQuery => {
  const first = { ...query, page: 1 };
  if (square) return { ...first, square: query.square ? squaresWithin(query.square, square) : [square] };
  return codes && codes.length <= CODES_AT_MOST ? { ...first, region: [...codes] } : first;
};

/** The map as a list: what is under the ring that was pressed, else the rings or the mines in view. */
export const MapPanel = ({ query, ring, spots, near, view, size, ...acts }: MapPanelProps) => {
  if (ring) return <UnderRing key={ring.key} query={query} ring={ring} {...acts} />;
  return near ? (
    <InView query={query} view={view} size={size} onOpen={acts.onOpen} />
  ) : (
    <Rings rings={ringsIn(spots, boxOf(view, size))} {...acts} />
  );
};

const ringsIn = (spots: readonly Spot[], { left, right, top, bottom }: Box): Ring[] =>
  spots.flatMap((spot) =>
    spot.kind === 'ring' && spot.x > left && spot.x < right && spot.y > top && spot.y < bottom ? [spot] : [],
  );

type Acts = Pick<MapPanelProps, 'onChoose' | 'onPoint' | 'onOpen' | 'onCloser'>;

const UnderRing = ({
  query,
  ring,
  onChoose,
  onOpen,
  onCloser,
}: Acts & { readonly query: MinesQuery; readonly ring: Ring }) => {
  const { t } = useTranslation();
  const words = useSpotWords();
  const under = underRing(query, ring);
  return (
    <section className={styles.panel} aria-label={t('mines.map.under')}>
      <h2 className={styles.heading} tabIndex={-1} ref={(heading) => heading?.focus()}>
        {words.placeOf(ring)} · {words.totalOf(ring.total)}
      </h2>
      <p className={styles.note}>{words.stagesOf(ring)}</p>
      <div className={styles.acts}>
        <Button size="small" icon="plus" onClick={() => onCloser(ring)}>
          {t('mines.map.zoomIn')}
        </Button>
        <ButtonLink to={listAddress(under)} icon="table">
          {t('mines.map.asList')}
        </ButtonLink>
        <Button size="small" look="quiet" icon="close" onClick={() => onChoose(null)}>
          {t('mines.map.back')}
        </Button>
      </div>
      <MineRows query={under} onOpen={onOpen} />
    </section>
  );
};

const InView = ({ query, view, size, onOpen }: Pick<MapPanelProps, 'query' | 'view' | 'size' | 'onOpen'>) => {
  const { t } = useTranslation();
  const squares = squaresFor(boxOf(view, size), view.zoom);
  const given = query.square;
  const square = given
    ? [...new Set(squares.flatMap((one) => squaresWithin(given, one)))].slice(0, SQUARES_AT_MOST)
    : squares;
  const inView = { ...query, page: 1, square };
  return (
    <section className={styles.panel} aria-label={t('mines.map.inView')}>
      <h2 className={styles.heading}>{t('mines.map.inView')}</h2>
      <div className={styles.acts}>
        <ButtonLink to={listAddress(inView)} icon="table">
          {t('mines.map.asList')}
        </ButtonLink>
      </div>
      <MineRows query={inView} onOpen={onOpen} />
    </section>
  );
};

const Rings = ({ rings, onChoose, onPoint }: Acts & { readonly rings: readonly Ring[] }) => {
  const { t } = useTranslation();
  const words = useSpotWords();
  return (
    <section className={styles.panel} aria-label={t('mines.map.rings')}>
      <h2 className={styles.heading}>{t('mines.map.rings')}</h2>
      <ul className={styles.rows}>
        {rings.map((ring) => (
          <li key={ring.key}>
            <button
              type="button"
              className={styles.row}
              onClick={() => {
                onPoint(null);
                onChoose(ring);
              }}
              onFocus={() => onPoint(ring.key)}
              onBlur={() => onPoint(null)}
              onMouseEnter={() => onPoint(ring.key)}
              onMouseLeave={() => onPoint(null)}
            >
              <span>{words.placeOf(ring)}</span>
              <strong>{words.totalOf(ring.total)}</strong>
              <span className={styles.note}>{words.stagesOf(ring)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
