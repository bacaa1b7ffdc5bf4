/** What is taken in: what every office can open and nothing runs in. The running system of the field takes pdf and jpg too. */
export const MEDIA_TYPES = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
} as const;
export type MediaType = keyof typeof MEDIA_TYPES;

/** 20 MB: a scanned file of fifty pages, or a photo as a camera takes it. */
export const LARGEST_DOCUMENT_BYTES = 20_000_000;
/** A picture that takes a gigabyte to unfold is an attack and no photo (S38). */
const LARGEST_PIXELS = 120_000_000;

const startsWith = (bytes: Uint8Array, signs: readonly number[], at = 0): boolean =>
  signs.every((sign, index) => bytes[at + index] === sign);

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const ZIP_END = [0x50, 0x4b, 0x05, 0x06];
/** The end of an archive lies in its last 22 bytes and a comment of up to 64 KB. */
const ZIP_TAIL = 22 + 65_535;

/** The type the bytes themselves have, whatever the name says; null for all that is not taken in. */
export const mediaTypeOf = (bytes: Uint8Array): MediaType | null => {
  if (isArchiveToo(bytes)) return null;
  if (startsWith(bytes, PDF)) return 'application/pdf';
  const size = startsWith(bytes, PNG) ? pngSize(bytes) : startsWith(bytes, JPEG) ? jpegSize(bytes) : null;
  if (size === null || size.width * size.height === 0 || size.width * size.height > LARGEST_PIXELS)
    return null;
  return startsWith(bytes, PNG) ? 'image/png' : 'image/jpeg';
};

/** A file that is also an archive is two files, and one of them nobody looked at. */
const isArchiveToo = (bytes: Uint8Array): boolean => {
  for (let at = Math.max(0, bytes.length - ZIP_TAIL); at <= bytes.length - ZIP_END.length; at += 1)
    if (startsWith(bytes, ZIP_END, at)) return true;
  return false;
};

const word = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);

interface Size {
  readonly width: number;
  readonly height: number;
}

const pngSize = (bytes: Uint8Array): Size | null =>
  bytes.length < 33
    ? null
    : {
        width: word(bytes, 16) * 65_536 + word(bytes, 18),
        height: word(bytes, 20) * 65_536 + word(bytes, 22),
      };

/** Walks the segments of a JPEG to the frame, which tells its size. */
const jpegSize = (bytes: Uint8Array): Size | null => {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: word(bytes, at + 5), width: word(bytes, at + 7) };
    const length = word(bytes, at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
};
