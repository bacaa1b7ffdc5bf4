import type { Language } from '@qingshan/domain';

import { readColours } from './colours';
import type { Box } from './map-view';
import {
  paintGraticule,
  paintNames,
  paintOutlines,
  paintScale,
  type Frame,
  type Name,
  type Outline,
} from './paint-ground';
import { MARK_RADIUS, paintHalo, paintMine, paintRing } from './paint-spots';
import { shortCount } from './spot-words';
import { radiusOf, type Spot } from './spots';

/** All that is drawn over the basemap, if there is one. */
export interface Scene {
  readonly spots: readonly Spot[];
  readonly names: readonly Name[];
  readonly outlines: readonly Outline[];
  /** The key of the spot that the keyboard or a list points at. */
  readonly pointedAt: string | null;
  readonly hasBasemap: boolean;
  readonly language: Language;
  /** A length in metres, in words. */
  readonly lengthOf: (metres: number) => string;
  /** The canvas takes its colours from the page: another theme is another drawing. */
  readonly dark: boolean;
}

/** How far beyond the canvas something may lie and still reach into it. */
const OFF = 30;

/** Draws a scene: the ground, the names, single mines, and above them the rings, the largest last. */
export const paintMap = (
  canvas: HTMLCanvasElement,
  scene: Scene,
  frame: Frame,
  edge: Box,
  pixelRatio: number,
): void => {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const colours = readColours();
  pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  pen.clearRect(0, 0, frame.width, frame.height);
  if (!scene.hasBasemap) paintGraticule(pen, frame, edge, colours);
  if (scene.outlines.length > 0) paintOutlines(pen, frame, scene.outlines, colours);
  const placed = scene.spots.map((spot) => ({
    spot,
    radius: sizeOf(spot),
    x: (spot.x - frame.box.left) * frame.pixels,
    y: (spot.y - frame.box.top) * frame.pixels,
  }));
  const shown = placed
    .filter(({ x, y }) => x > -OFF && y > -OFF && x < frame.width + OFF && y < frame.height + OFF)
    .sort((one, other) => one.radius - other.radius);
  paintNames(pen, frame, ringsFirst(scene), shown, colours);
  for (const { spot, radius, ...at } of shown) {
    if (spot.kind === 'ring') paintRing(pen, spot, at, colours, shortCount(spot.total, scene.language));
    else paintMine(pen, spot, at, colours);
    if (spot.key === scene.pointedAt) paintHalo(pen, at, radius, colours);
  }
  paintScale(pen, frame, edge, scene.lengthOf, colours);
};

/** What a ring stands for is named before what lies between. */
const ringsFirst = ({ names, spots }: Scene) => {
  const rings = new Set(spots.map(({ x, y }) => `${x}:${y}`));
  const isRing = ({ x, y }: { x: number; y: number }) => (rings.has(`${x}:${y}`) ? 0 : 1);
  return [...names].sort((one, other) => isRing(one) - isRing(other));
};

const sizeOf = (spot: Spot): number => (spot.kind === 'ring' ? radiusOf(spot) : MARK_RADIUS);
