import type { MapBoundaries } from '@qingshan/contracts';
import { degreesOf, mapPoint } from '@qingshan/domain';
import type { Colours } from './colours';
import { graticule, scaleBar } from './graticule';
import type { Box } from './map-view';

type Pen = CanvasRenderingContext2D;

/** From a point of the map to the canvas. */
export interface Frame {
  readonly box: Box;
  readonly pixels: number;
  readonly width: number;
  readonly height: number;
}

export interface Name {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Outlines as points of the map, one after the other: x, y, x, y. */
export type Outline = Float64Array;

export const outlinesOf = ({ areas }: MapBoundaries): Outline[] =>
  areas.flatMap(({ polygons }) =>
    polygons.flat().map((ring) => {
      const outline = new Float64Array(ring.length * 2);
      ring.forEach(([longitude, latitude], index) => {
        const { x, y } = mapPoint(longitude, latitude);
        outline[index * 2] = x;
        outline[index * 2 + 1] = y;
      });
      return outline;
    }),
  );

/** Meridians and parallels with their degrees at the edge of the view. */
export const paintGraticule = (pen: Pen, frame: Frame, edge: Box, colours: Colours): void => {
  const { meridians, parallels } = graticule(edge);
  pen.strokeStyle = colours.line;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const { at } of meridians) {
    const x = Math.round((at - frame.box.left) * frame.pixels) + 0.5;
    pen.moveTo(x, 0);
    pen.lineTo(x, frame.height);
  }
  for (const { at } of parallels) {
    const y = Math.round((at - frame.box.top) * frame.pixels) + 0.5;
    pen.moveTo(0, y);
    pen.lineTo(frame.width, y);
  }
  pen.stroke();
  pen.font = `11px ${colours.font}`;
  pen.fillStyle = colours.faint;
  pen.textAlign = 'left';
  pen.textBaseline = 'top';
  const top = (edge.top - frame.box.top) * frame.pixels + 4;
  const left = (edge.left - frame.box.left) * frame.pixels + 4;
  for (const { at, degrees } of meridians)
    pen.fillText(`${degrees}°E`, (at - frame.box.left) * frame.pixels + 4, top);
  for (const { at, degrees } of parallels)
    pen.fillText(`${degrees}°N`, left, (at - frame.box.top) * frame.pixels + 4);
};

/** The official outlines. A point that lies on the pixel of the one before it is not drawn again. */
export const paintOutlines = (
  pen: Pen,
  frame: Frame,
  outlines: readonly Outline[],
  colours: Colours,
): void => {
  pen.strokeStyle = colours.border;
  pen.lineWidth = 1;
  pen.lineJoin = 'round';
  pen.beginPath();
  for (const outline of outlines) {
    let [lastX, lastY] = [NaN, NaN];
    for (let index = 0; index < outline.length; index += 2) {
      const x = ((outline[index] ?? 0) - frame.box.left) * frame.pixels;
      const y = ((outline[index + 1] ?? 0) - frame.box.top) * frame.pixels;
      if (index === 0) pen.moveTo(x, y);
      else if (Math.abs(x - lastX) < 1 && Math.abs(y - lastY) < 1) continue;
      else pen.lineTo(x, y);
      [lastX, lastY] = [x, y];
    }
    pen.closePath();
  }
  pen.stroke();
};

/** What no name may cover, on the canvas. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const GAP = 3;
const NAME_SIZE = 12;

/** Names where there is room for them, the first come first: under their ring, or where their county is. */
export const paintNames = (
  pen: Pen,
  frame: Frame,
  names: readonly Name[],
  obstacles: readonly Obstacle[],
  colours: Colours,
): void => {
  const taken: { x: number; y: number; width: number }[] = [];
  pen.font = `${NAME_SIZE}px ${colours.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  pen.lineWidth = 3;
  pen.lineJoin = 'round';
  for (const name of names) {
    const x = (name.x - frame.box.left) * frame.pixels;
    const centre = (name.y - frame.box.top) * frame.pixels;
    if (x < 0 || centre < 0 || x > frame.width || centre > frame.height) continue;
    const own = obstacles.find((other) => Math.hypot(other.x - x, other.y - centre) < 1);
    const y = own ? centre + own.radius + GAP : centre - NAME_SIZE / 2;
    const width = pen.measureText(name.text).width / 2;
    const hidden =
      taken.some(
        (other) =>
          Math.abs(other.x - x) < other.width + width + GAP && Math.abs(other.y - y) < NAME_SIZE + GAP,
      ) ||
      obstacles.some((other) => {
        const aside = Math.max(0, Math.abs(other.x - x) - width);
        const apart = Math.max(0, y - other.y, other.y - y - NAME_SIZE);
        return other !== own && Math.hypot(aside, apart) < other.radius;
      });
    if (hidden) continue;
    taken.push({ x, y, width });
    pen.strokeStyle = colours.paper;
    pen.strokeText(name.text, x, y);
    pen.fillStyle = colours.faint;
    pen.fillText(name.text, x, y);
  }
};

/** A bar of a round length in the lower corner, drawn here so that it is right on paper too. */
export const paintScale = (
  pen: Pen,
  frame: Frame,
  edge: Box,
  lengthOf: (metres: number) => string,
  colours: Colours,
): void => {
  const middle = degreesOf({ x: edge.left, y: (edge.top + edge.bottom) / 2 });
  const { metres, width } = scaleBar(middle.latitude, frame.pixels);
  const left = (edge.left - frame.box.left) * frame.pixels + 14;
  const bottom = (edge.bottom - frame.box.top) * frame.pixels - 12;
  const text = lengthOf(metres);
  pen.font = `12px ${colours.font}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillStyle = colours.paper;
  pen.fillRect(left - 6, bottom - 12, width + pen.measureText(text).width + 18, 18);
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(left, bottom - 6);
  pen.lineTo(left, bottom);
  pen.lineTo(left + width, bottom);
  pen.lineTo(left + width, bottom - 6);
  pen.stroke();
  pen.fillStyle = colours.ink;
  pen.fillText(text, left + width + 6, bottom - 4);
};
