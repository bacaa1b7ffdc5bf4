export interface PlacedTile {
  readonly id: string;
  readonly column: number;
  readonly row: number;
}

/** One step along an axis: to the right and down. */
export type Direction = readonly [right: number, down: number];

/** The nearest tile on that side, straight ahead before aslant; null at the edge. */
export const tileTowards = <Tile extends PlacedTile>(
  tiles: readonly Tile[],
  from: PlacedTile,
  [right, down]: Direction,
): Tile | null => {
  const ahead = tiles.flatMap((tile) => {
    const [columns, rows] = [tile.column - from.column, tile.row - from.row];
    const along = columns * right + rows * down;
    const aside = Math.abs(columns * down) + Math.abs(rows * right);
    return along > 0 ? [{ tile, distance: along + aside * 3 }] : [];
  });
  return ahead.sort((one, other) => one.distance - other.distance)[0]?.tile ?? null;
};
