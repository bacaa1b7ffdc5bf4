import { inflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { mediaTypeOf } from '@qingshan/domain';
import { drawnPhoto } from './drawn-photo';
import { printedPage } from './printed-page';

const pixelsOf = (png: Buffer): Buffer => {
  const start = png.indexOf('IDAT') + 4;
  return inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
};

test('a drawn photo is a PNG, the same for the same seed, and the works change the pit and nothing else', () => {
  const before = drawnPhoto(7, false);
  expect(mediaTypeOf(before)).toBe('image/png');
  expect(drawnPhoto(7, false).equals(before)).toBe(true);
  expect(drawnPhoto(8, false).equals(before)).toBe(false);
  const [bare, green] = [pixelsOf(before), pixelsOf(drawnPhoto(7, true))];
  const line = 600 * 3 + 1;
  expect(bare.length).toBe(line * 400);
  expect(bare.subarray(0, 120 * line).equals(green.subarray(0, 120 * line))).toBe(true);
  expect(bare.equals(green)).toBe(false);
});

test('a printed page is a PDF whose table of objects leads to each of them', () => {
  const page = printedPage(['标题', '第一行']).toString('latin1');
  expect(mediaTypeOf(Buffer.from(page, 'latin1'))).toBe('application/pdf');
  expect(page).toContain('<68079898>');
  const offsets = [...page.matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
  expect(offsets.map((offset, index) => page.startsWith(`${index + 1} 0 obj`, offset))).toEqual(
    Array(6).fill(true),
  );
  expect(page.startsWith('xref', Number(/startxref\n(\d+)/.exec(page)?.[1]))).toBe(true);
});
