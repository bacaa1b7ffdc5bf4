/**
 * Where each county of Jiangxi stands on the tile map: one tile a county, cities together, neighbours near each other.
 * No boundary is drawn, so nothing has to be reviewed before it is shown (practice.md §4.3).
 */
const JIANGXI = [
  '...... ...... ...... ...... 360481 360404 360403 360429',
  '...... ...... ...... ...... 360426 360482 360402 360430 ...... ...... 360222',
  '...... ...... ...... 360424 360423 360425 360483 360428 360202 360281 360203 361130',
  '...... 360926 360925 360924 360921 360123 360113 360102 361128 361129 361181 361104 361123',
  '...... ...... 360922 360983 360982 360112 360121 360111 361127 361126 361125 361103',
  '...... ...... 360902 360923 360981 360103 360104 360124 360603 360681 361124 361102',
  '360322 360323 360829 360521 360502 361024 361002 361003 361027 360602',
  '360313 360302 360830 360802 360823 360824 361025 361026 361021 361028',
  '...... 360321 360821 360822 360803 360825 361030 361023 361022',
  '...... ...... 360881 360826 360828',
  '...... ...... 360827 ...... ...... 360732 360730 360735',
  '...... ...... ...... ...... 360702 360731 360781',
  '...... 360725 360724 360703 360704 360733',
  '...... ...... 360723 360722 360726 360734',
  '...... ...... 360729 360783 360728',
];

export interface Tile {
  readonly code: string;
  /** Place on the map, from 0, left to right and top to bottom. */
  readonly column: number;
  readonly row: number;
}

const NO_TILE = '......';

export const TILES: readonly Tile[] = JIANGXI.flatMap((line, row) =>
  line
    .split(' ')
    .map((code, column) => ({ code, column, row }))
    .filter(({ code }) => code !== NO_TILE),
);

/** A division's name short enough for a tile: 章贡区 is 章贡, Ruijin City is Ruijin. A name of two signs stays whole. */
export const tileName = (name: string): string =>
  name.replace(/^(.{2,})[区县市]$/u, '$1').replace(/ (?:District|County|City)$/, '');
