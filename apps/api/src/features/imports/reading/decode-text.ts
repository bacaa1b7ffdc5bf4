import { chineseButForSigns } from './damaged-text';
import { turnAway } from './ledger-table';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** Windows-1252 accepts every byte, so it proves nothing. */
  readonly guessed: boolean;
}

const BYTE_ORDER_MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** UTF-8 first: strict GB18030 accepts much UTF-8, and pure ASCII is both (assurance.md §1). */
const STRICT_ENCODINGS = ['utf-8', 'gb18030'] as const;

const strictly = (bytes: Buffer, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** What Windows-1252 has at 0x80–0x9F. Node 20 decodes the name as Latin-1 and leaves control characters there. */
export const signsOfWindows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export const windows1252 = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => signsOfWindows1252[sign.charCodeAt(0) - 0x80] ?? sign);

/** Control characters other than tab, line ends, form feed and the end mark of DOS belong to no ledger. */
const isBinary = (bytes: Buffer): boolean =>
  bytes
    .subarray(0, 65_536)
    .some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a].includes(byte)) || bytes.includes(0);

/** Signs a ledger is written with; text read in the wrong order of bytes has hardly any of them. */
const USUAL = /[\t\r\n -~\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/g;

const NO_SIGN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/;

/** "Unicode text" that lost its mark: commas and line ends leave zero bytes, and all but a few signs are usual. */
const unmarkedUtf16 = (bytes: Buffer): DecodedText | null => {
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = strictly(bytes, encoding);
    // A program's bytes in pairs look like Chinese signs too, but not like lines of cells.
    if (text === null || !/[\r\n]/.test(text) || !/[\t,;|]/.test(text) || NO_SIGN.test(text)) continue;
    if ((text.match(USUAL)?.length ?? 0) * 20 >= text.length * 19) return { text, encoding, guessed: false };
  }
  return null;
};

/** What a person says it is: then it is no guess, and what cannot be it is refused. */
const asAsked = (bytes: Buffer, encoding: string): DecodedText => {
  const text =
    encoding === 'windows-1252'
      ? windows1252(bytes)
      : (strictly(bytes, encoding) ?? chineseButForSigns(bytes, encoding));
  if (text === null) throw turnAway('damaged', { encoding });
  return { text, encoding, guessed: false };
};

const decoded = (bytes: Buffer): DecodedText => {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) {
    const text = strictly(bytes, marked[1]);
    if (text === null) throw turnAway('damaged', { encoding: marked[1] });
    return { text, encoding: marked[1], guessed: false };
  }
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return unmarked;
  if (isBinary(bytes)) throw turnAway('not-a-spreadsheet');
  for (const encoding of STRICT_ENCODINGS) {
    const text = strictly(bytes, encoding) ?? chineseButForSigns(bytes, encoding);
    if (text !== null) return { text, encoding, guessed: false };
  }
  return { text: windows1252(bytes), encoding: 'windows-1252', guessed: true };
};

/** A table all the same, that Excel or WPS opens and saves anew: a web page named .xls, XML of 2003, flat ODS. */
const TABLE_IN_MARKUP = /<table[\s>]|office:spreadsheet|urn:schemas-microsoft-com:office:excel/i;

const MARKUP =
  /^\s*<(?:!doctype|!--|\?(?:xml|mso)|(?:html|head|body|meta|style|title|div|center|font|table)[\s>])/i;
/** A page in one file, SYLK: what Excel opens and saves anew. */
const OTHER_TABLE = /^\s*(?:mime-version:|from: <saved by |ID;P)/i;
/** Texts that look like cells set apart by commas, and are none: a document, a page for print, objects of a program. */
const NO_TABLE = /^\s*(?:\{\\rtf|%pdf-|[[{]\s*[{"[])/i;

/** BOM, then UTF-8, then GB18030, each but for a few damaged signs, then Windows-1252 as a guess to be confirmed. */
export const decodeText = (bytes: Buffer, asked?: string): DecodedText => {
  const result = asked === undefined ? decoded(bytes) : asAsked(bytes, asked);
  const head = result.text.slice(0, 200);
  if (MARKUP.test(head))
    throw turnAway(TABLE_IN_MARKUP.test(result.text) ? 'other-format' : 'not-a-spreadsheet', {
      found: 'markup',
    });
  if (OTHER_TABLE.test(head)) throw turnAway('other-format');
  if (NO_TABLE.test(head)) throw turnAway('not-a-spreadsheet');
  if (result.text.trim() === '') throw turnAway('empty');
  return result;
};
