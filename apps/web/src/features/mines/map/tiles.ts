import { TILE_ZOOMS } from '@qingshan/contracts';
import { squareKey, type Square } from '@qingshan/domain';
import type { Box } from './map-view';

/** From which zoom single places are drawn: the fewer there are, the sooner. Farther away, counties stand for them. */
const PLACES_FROM = [
  { mines: 3_000, zoom: 7 },
  { mines: 30_000, zoom: 9 },
  { mines: 300_000, zoom: 11 },
] as const;
const MANY_FROM = 12;

export const placesFrom = (total: number): number =>
  PLACES_FROM.find(({ mines }) => total <= mines)?.zoom ?? MANY_FROM;

const LIMIT = 100;

/** The squares of a level that a box touches. */
const squaresIn = (box: Box, level: number): Square[] => {
  const size = 2 ** level;
  const within = (share: number) => Math.max(0, Math.min(size - 1, Math.floor(share * size)));
  const squares: Square[] = [];
  for (let y = within(box.top); y <= within(box.bottom); y += 1)
    for (let x = within(box.left); x <= within(box.right); x += 1) squares.push({ level, x, y });
  return squares;
};

/** The tiles for a view: twice as wide as those of its zoom, so that a cell is 45 to 90 pixels. */
export const tilesFor = (box: Box, zoom: number): Square[] => {
  const level = Math.max(TILE_ZOOMS.first, Math.min(TILE_ZOOMS.last, Math.round(zoom) - 1));
  return squaresIn(box, level);
};

/** The squares that lie both in one of these and in that one. */
export const squaresWithin = (squares: readonly string[], other: string): string[] =>
  squares.flatMap((square) => {
    if (square.startsWith(other)) return [square];
    return other.startsWith(square) ? [other] : [];
  });

/** A view as squares for a filter: as close to it as a list of a hundred squares can be. */
export const squaresFor = (box: Box, zoom: number): string[] => {
  const levels = [1, 0, -1, -2].map((step) => Math.max(1, Math.floor(zoom) + step));
  const sets = levels.map((level) => squaresIn(box, level));
  return (sets.find((squares) => squares.length <= LIMIT) ?? []).map(squareKey);
};
