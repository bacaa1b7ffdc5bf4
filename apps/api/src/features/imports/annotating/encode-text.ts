import { gbkOf } from '../../exports/writing/gbk';
import { signsOfWindows1252, windows1252 } from '../reading/decode-text';

const inGbk = (text: string): Buffer => {
  const bytes = Buffer.alloc(text.length * 2);
  let at = 0;
  for (const sign of text) {
    const code = gbkOf(sign) ?? 0x3f;
    if (code > 0xff) bytes[at++] = code >> 8;
    bytes[at++] = code & 0xff;
  }
  return bytes.subarray(0, at);
};

const in1252 = (text: string): Buffer =>
  Buffer.from(
    text.replace(/[^\u0000-\u007f\u00a0-\u00ff]/g, (sign) => {
      const at = signsOfWindows1252.indexOf(sign);
      return at === -1 ? '?' : String.fromCharCode(0x80 + at);
    }),
    'latin1',
  );

const withMark = (mark: readonly number[], body: Buffer): Buffer => Buffer.concat([Buffer.from(mark), body]);
const inUtf8 = (text: string): Buffer => withMark([0xef, 0xbb, 0xbf], Buffer.from(text));

const ENCODERS: Readonly<Record<string, (text: string) => Buffer>> = {
  gb18030: inGbk,
  'windows-1252': in1252,
  'utf-16le': (text) => withMark([0xff, 0xfe], Buffer.from(text, 'utf16le')),
  'utf-16be': (text) => withMark([0xfe, 0xff], Buffer.from(text, 'utf16le').swap16()),
};

const backFrom = (bytes: Buffer, encoding: string): string =>
  encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes);

/**
 * A text in the encoding its file had. One that has no sign for some of it, as Windows-1252 for a Chinese word, gives way
 * to UTF-8 with its mark, which every spreadsheet knows.
 */
export const encodeText = (text: string, encoding: string): Buffer => {
  const bytes = ENCODERS[encoding]?.(text);
  return bytes && backFrom(bytes, encoding) === text ? bytes : inUtf8(text);
};
