import { degreesOf, mapPoint } from '@qingshan/domain';
import type { Box } from './map-view';

/** Degrees between two lines: round numbers, so that no more than a handful cross the view. */
const STEPS = [10, 5, 2, 1, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001] as const;
const LINES_AT_LEAST = 3;

export interface Line {
  /** Where it crosses, from 0 to 1. */
  readonly at: number;
  readonly degrees: number;
}

const multiplesWithin = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) =>
    Number(((first + index) * step).toFixed(4)),
  );
};

/** Meridians and parallels of a part of the map: what a map without boundaries is read by. */
export const graticule = (box: Box): { readonly meridians: Line[]; readonly parallels: Line[] } => {
  const [northWest, southEast] = [
    degreesOf({ x: box.left, y: box.top }),
    degreesOf({ x: box.right, y: box.bottom }),
  ];
  const span = Math.min(southEast.longitude - northWest.longitude, northWest.latitude - southEast.latitude);
  const step = STEPS.find((degrees) => span / degrees >= LINES_AT_LEAST) ?? 0.001;
  return {
    meridians: multiplesWithin(northWest.longitude, southEast.longitude, step).map((degrees) => ({
      degrees,
      at: mapPoint(degrees, 0).x,
    })),
    parallels: multiplesWithin(southEast.latitude, northWest.latitude, step).map((degrees) => ({
      degrees,
      at: mapPoint(0, degrees).y,
    })),
  };
};

const EQUATOR_METRES = 40_075_017;
const LONGEST = 110;

/** A bar for the scale: a round length that fits, in metres, and how many pixels it is here. */
export const scaleBar = (
  latitude: number,
  pixels: number,
): { readonly metres: number; readonly width: number } => {
  const metresOfPixel = (EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180)) / pixels;
  const most = LONGEST * metresOfPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((digit) => digit * power <= most) ?? 1) * power;
  return { metres, width: Math.round(metres / metresOfPixel) };
};
