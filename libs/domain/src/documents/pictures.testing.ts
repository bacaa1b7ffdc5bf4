const words = (...values: readonly number[]): number[] =>
  values.flatMap((value) => [value >> 8, value & 255]);

/** The head of a JPEG of a size: start, one segment, the frame. */
export const aJpeg = (width: number, height: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, ...words(6), 1, 2, 3, 4],
    ...[0xff, 0xc0, ...words(11), 8, ...words(height, width), 1, 1, 17, 0, 0xff, 0xd9],
  ]);

/** The head of a PNG of a size. */
export const aPng = (width: number, height: number): Uint8Array =>
  Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...words(0, 13), 0x49, 0x48, 0x44, 0x52],
    ...words(0, width, 0, height),
    ...[8, 2, 0, 0, 0, 1, 2, 3, 4],
  ]);
