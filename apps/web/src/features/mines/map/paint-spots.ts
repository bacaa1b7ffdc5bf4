import { STAGES } from '@qingshan/domain';
import { STAGE_LOOK } from '../../../shell/labels';
import { MARK_FILLS, MARK_LINES } from '../../../ui/mark';
import type { Colours } from './colours';
import { radiusOf, type MineSpot, type Ring } from './spots';

type Pen = CanvasRenderingContext2D;

interface Place {
  readonly x: number;
  readonly y: number;
}

const BAND = 5;
const MARK = 15;
const TURN = Math.PI * 2;

/** A ring: its stages in their order and colours, clockwise from the top, around the number of its mines. */
export const paintRing = (pen: Pen, ring: Ring, at: Place, colours: Colours, written: string): void => {
  const radius = radiusOf(ring);
  disc(pen, at, radius + 1.5, colours.paper);
  let from = -TURN / 4;
  for (const [index, count] of ring.counts.entries()) {
    if (count === 0) continue;
    const to = from + (count / ring.total) * TURN;
    pen.beginPath();
    pen.arc(at.x, at.y, radius - BAND / 2, from, to);
    pen.lineWidth = BAND;
    pen.strokeStyle = colours.stages[index] ?? colours.ink;
    pen.stroke();
    from = to;
  }
  pen.fillStyle = colours.ink;
  pen.font = `600 ${radius > 17 ? 12 : 11}px ${colours.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(written, at.x, at.y + 0.5);
};

/** One mine by the mark of its stage: a shape and a colour, on a disc that parts it from the ground. */
export const paintMine = (pen: Pen, { stage }: MineSpot, at: Place, colours: Colours): void => {
  const { shape } = STAGE_LOOK[stage];
  const colour = colours.stages[STAGES.indexOf(stage)] ?? colours.ink;
  disc(pen, at, MARK / 2 + 1.5, colours.paper);
  pen.save();
  pen.translate(at.x - MARK / 2, at.y - MARK / 2);
  pen.scale(MARK / 16, MARK / 16);
  pen.lineWidth = 1.8;
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(8, 8, 6.5, 0, TURN);
  pen.stroke();
  if (shape === 'whole') {
    pen.fill();
    pen.strokeStyle = colours.paper;
    pen.stroke(new Path2D(MARK_LINES.whole));
  }
  if (MARK_FILLS[shape] !== '') pen.fill(new Path2D(MARK_FILLS[shape]));
  if (shape === 'barred') pen.stroke(new Path2D(MARK_LINES.barred));
  pen.restore();
};

/** Where the keyboard or a list points. */
export const paintHalo = (pen: Pen, at: Place, radius: number, colours: Colours): void => {
  pen.beginPath();
  pen.arc(at.x, at.y, radius + 4, 0, TURN);
  pen.lineWidth = 2.5;
  pen.strokeStyle = colours.focus;
  pen.stroke();
};

const disc = (pen: Pen, { x, y }: Place, radius: number, colour: string) => {
  pen.beginPath();
  pen.arc(x, y, radius, 0, TURN);
  pen.fillStyle = colour;
  pen.fill();
};

export const MARK_RADIUS = MARK / 2;
