import { crc32, deflateSync } from 'node:zlib';

type Rgb = readonly [number, number, number];

const WIDTH = 600;
const HEIGHT = 400;

const SKY: Rgb = [196, 216, 226];
const HAZE: Rgb = [233, 231, 216];
const FAR: Rgb = [134, 163, 152];
const NEAR: Rgb = [74, 112, 84];
const ROCK: Rgb = [192, 142, 88];
const LEDGE: Rgb = [158, 110, 66];
const GRASS: Rgb = [112, 152, 84];
const TREE: Rgb = [58, 104, 66];

const blend = (one: Rgb, other: Rgb, part: number): Rgb => [
  one[0] + (other[0] - one[0]) * part,
  one[1] + (other[1] - one[1]) * part,
  one[2] + (other[2] - one[2]) * part,
];

/** The outline of a range of hills: its height at a place, from the top of the picture. */
const ridge = (x: number, seed: number, top: number, size: number): number =>
  top +
  size * (Math.sin(x / 97 + seed) + 0.6 * Math.sin(x / 41 + seed * 2.3) + 0.25 * Math.sin(x / 17 + seed));

/** The open pit: terraces of bare rock, or after the works rows of trees on grass. */
const pit = (x: number, y: number, isRestored: boolean): Rgb => {
  const step = Math.floor((y + 9 * Math.sin(x / 60)) / 34);
  const within = (y + 9 * Math.sin(x / 60)) / 34 - step;
  if (!isRestored) return blend(ROCK, LEDGE, within < 0.22 ? 1 : 0.35 * within);
  const isTree = Math.hypot(((x + step * 13) % 26) - 13, (within - 0.45) * 30) < 8;
  return isTree ? TREE : blend(GRASS, NEAR, 0.4 * within);
};

/** At a place of a picture of 960 × 640. */
const colourAt = (x: number, y: number, seed: number, isRestored: boolean): Rgb => {
  const far = ridge(x, seed, 210, 26);
  const near = ridge(x, seed + 2, 300, 34);
  const inPit = ((x - 480) / 300) ** 2 + ((y - 470) / 150) ** 2 < 1 + 0.06 * Math.sin(x / 23 + y / 31);
  if (y > near && inPit) return pit(x, y, isRestored);
  if (y > near) return blend(NEAR, TREE, Math.min(1, (y - near) / 300));
  if (y > far) return blend(FAR, HAZE, Math.min(0.5, (y - far) / 240));
  return blend(SKY, HAZE, y / 260);
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

/**
 * A drawn picture in place of a photo, for the demo: the hills differ by seed, and the same seed gives the same hills
 * before and after the works. PNG (RFC 2083), 600 × 400.
 */
export const drawnPhoto = (seed: number, isRestored: boolean): Buffer => {
  const lines = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT);
  let at = 0;
  for (let y = 0; y < HEIGHT; y += 1) {
    // Each line is led by its filter: none.
    at += 1;
    for (let x = 0; x < WIDTH; x += 1) {
      // Few shades make a small file.
      for (const part of colourAt(x * 1.6, y * 1.6, seed, isRestored)) lines[at++] = Math.round(part / 4) * 4;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
