import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { classNames } from '../class-names';
import { tileTowards, type Direction, type PlacedTile } from './tile-steps';
import styles from './tile-map.module.css';

export interface MapTile extends PlacedTile {
  readonly name: string;
  /** Tiles of one group stand inside one border. */
  readonly group: string;
  /** From 0 to 1, for the depth of the colour; null where there is nothing to take a share of. */
  readonly share: number | null;
  /** What the tile says in figures. */
  readonly text: string;
  /** All of it in one sentence, for hover and for a screen reader. */
  readonly sentence: string;
  readonly to: string;
}

const STEPS = 5;
/** From bare to green for how far something has come, from pale to deep for how much there is of it. */
type Scale = 'rate' | 'amount';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

const stepOf = (share: number | null) =>
  share === null ? 'none' : `step${Math.min(STEPS - 1, Math.floor(share * STEPS))}`;

interface TileMapProps {
  readonly label: string;
  readonly tiles: readonly MapTile[];
  readonly scale: Scale;
}

/** A map of equal tiles: no boundary, one tab stop, arrows go to the neighbour, each tile leads to its rows. */
export const TileMap = ({ label, tiles, scale }: TileMapProps) => {
  const [stop, setStop] = useState<string | undefined>(tiles[0]?.id);
  const groupAt = new Map(tiles.map(({ column, row, group }) => [`${column}:${row}`, group]));
  const bordered = ({ column, row, group }: MapTile, [right, down]: Direction) =>
    groupAt.get(`${column + right}:${row + down}`) !== group;
  // A part of the map begins at its own corner.
  const [left, top] = [
    Math.min(...tiles.map(({ column }) => column)),
    Math.min(...tiles.map(({ row }) => row)),
  ];
  const columns = Math.max(...tiles.map(({ column }) => column)) - left + 1;
  const current = tiles.some(({ id }) => id === stop) ? stop : tiles[0]?.id;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const direction = DIRECTIONS[event.key];
    const from = tiles.find(({ id }) => id === current);
    const next = direction && from && tileTowards(tiles, from, direction);
    if (!next) return;
    event.preventDefault();
    setStop(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-tile="${next.id}"]`)?.focus();
  };

  return (
    <div className={styles.scroll}>
      <ul
        className={classNames(styles.map, styles[scale])}
        aria-label={label}
        style={{ '--columns': columns } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        {tiles.map((tile) => (
          <li
            key={tile.id}
            className={classNames(
              styles.place,
              bordered(tile, [0, -1]) && styles.top,
              bordered(tile, [1, 0]) && styles.end,
              bordered(tile, [0, 1]) && styles.bottom,
              bordered(tile, [-1, 0]) && styles.start,
            )}
            style={{ '--column': tile.column - left + 1, '--row': tile.row - top + 1 } as CSSProperties}
          >
            <Link
              to={tile.to}
              data-tile={tile.id}
              tabIndex={tile.id === current ? 0 : -1}
              className={classNames(styles.tile, styles[stepOf(tile.share)])}
              title={tile.sentence}
              onFocus={() => setStop(tile.id)}
            >
              <span className={styles.name}>{tile.name}</span>
              <span className={styles.text}>{tile.text}</span>
              <span className="visually-hidden">{tile.sentence}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};

interface TileLegendProps {
  readonly from: string;
  readonly to: string;
  readonly scale: Scale;
}

/** What the depths of colour mean, from little to all. */
export const TileLegend = ({ from, to, scale }: TileLegendProps) => (
  <p className={classNames(styles.legend, styles[scale])}>
    <span>{from}</span>
    {Array.from({ length: STEPS }, (_, step) => (
      <span key={step} aria-hidden="true" className={classNames(styles.swatch, styles[`step${step}`])} />
    ))}
    <span>{to}</span>
  </p>
);
