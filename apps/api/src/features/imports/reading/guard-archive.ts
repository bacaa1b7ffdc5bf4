import type { FileReason } from '@qingshan/contracts';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Refused } from '../../../platform/http/refused';
import { LIMITS } from './limits';
import { turnAway } from './ledger-table';
import { XmlScanner, type SheetScan } from './scan-xml';

/** A workbook whose every byte has been inflated once, counted and looked at; parts are then read from it by name. */
export interface GuardedArchive {
  has(part: string): boolean;
  /** All parts in the order of the directory. */
  parts(): readonly string[];
  /** Bytes the part really has, as counted. */
  sizeOf(part: string): number;
  scanOf(part: string): SheetScan | undefined;
  /** Text of a small part: relations, workbook, content types. */
  text(part: string): string;
  chunks(part: string): AsyncGenerator<Buffer>;
}

/** Parts that act, or that fetch. Nothing of them would ever be parsed here; their file is still not one we take (S34). */
const FORBIDDEN: readonly (readonly [name: RegExp, why: FileReason])[] = [
  [/vbaproject|vbadata|(?:^|\/)(?:macrosheets|activex|dialogsheets)\//i, 'macro'],
  [/(?:^|\/)externallinks\//i, 'external-link'],
  [/(?:^|\/)embeddings\//i, 'embedded-object'],
  [/\.(?:zip|xlsx|xlsm|xlsb|docx|pptx|7z|rar|gz|jar|ods)$/i, 'nested-archive'],
];

const POLLUTING = new Set(['__proto__', 'constructor', 'prototype']);
const NESTED_MAGIC = [
  Buffer.from('PK\u0003\u0004'),
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
  Buffer.from('7z\u00bc\u00af', 'latin1'),
];
const SMALL_PART = /(?:\.rels|\[content_types\]\.xml|(?:^|\/)workbook\d*\.xml)$/i;
const SMALL_PART_BYTES = 4 * 1024 * 1024;

const checkName = (name: string): void => {
  const segments = name.split('/');
  if (
    segments.some((segment) => segment === '..' || POLLUTING.has(segment.toLowerCase().replace(/\.\w+$/, '')))
  )
    throw turnAway('bad-entry-name', { name: name.slice(0, 120) });
  const forbidden = FORBIDDEN.find(([pattern]) => pattern.test(name));
  if (forbidden) throw turnAway(forbidden[1], { part: name.slice(0, 120) });
};

const checkRatio = (name: string, bytes: number, compressed: number): void => {
  if (bytes > LIMITS.ratioJudgedAbove && bytes > compressed * LIMITS.ratio)
    throw turnAway('zip-bomb', {
      part: name.slice(0, 120),
      ratio: Math.round(bytes / Math.max(compressed, 1)),
    });
};

/** What the directory claims. Enough to turn away an honest bomb before a byte is inflated. */
const checkClaims = (entries: readonly Entry[]): void => {
  for (const entry of entries) {
    if (entry.isEncrypted()) throw turnAway('encrypted');
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw turnAway('damaged');
    if (entry.uncompressedSize > LIMITS.entryBytes)
      throw turnAway('zip-bomb', { bytes: entry.uncompressedSize });
    checkRatio(entry.fileName, entry.uncompressedSize, entry.compressedSize);
  }
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > LIMITS.unzippedBytes) throw turnAway('zip-bomb', { bytes: total });
};

const openZip = async (bytes: Buffer): Promise<ZipFile> => {
  try {
    // Sizes are counted here, so that a lie is told apart from damage.
    return await fromBufferPromise(bytes, { validateEntrySizes: false });
  } catch {
    throw turnAway('damaged');
  }
};

const listEntries = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  if (zip.entryCount > LIMITS.entries) throw turnAway('too-many-entries', { found: zip.entryCount });
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      checkName(entry.fileName);
      // Two parts of one name: the guard would see one and the reader the other.
      if (entries.has(entry.fileName.toLowerCase()))
        throw turnAway('bad-entry-name', { name: entry.fileName.slice(0, 120) });
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw turnAway(
      /relative path|absolute path|invalid characters/.test(String(error)) ? 'bad-entry-name' : 'damaged',
    );
  }
  return new Map([...entries.values()].map((entry) => [entry.fileName, entry]));
};

async function* inflated(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof Refused ? error : turnAway('damaged', { part: entry.fileName.slice(0, 120) });
  }
}

interface Counted {
  readonly bytes: number;
  readonly scan: SheetScan | null;
  readonly text: string | null;
}

/** Inflates one part, counting what really comes out and keeping nothing but small parts. */
const inspect = async (zip: ZipFile, entry: Entry, allowedBytes: number): Promise<Counted> => {
  const name = entry.fileName;
  const scanner = /\.(?:xml|rels|vml)$/i.test(name) ? new XmlScanner(name.slice(0, 120)) : null;
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of inflated(zip, entry)) {
    if (bytes === 0 && NESTED_MAGIC.some((magic) => chunk.subarray(0, magic.length).equals(magic)))
      throw turnAway('nested-archive', { part: name.slice(0, 120) });
    bytes += chunk.length;
    if (bytes > entry.uncompressedSize) throw turnAway('lying-size', { part: name.slice(0, 120) });
    if (bytes > allowedBytes) throw turnAway('zip-bomb', { part: name.slice(0, 120) });
    checkRatio(name, bytes, entry.compressedSize);
    scanner?.push(chunk);
    if (SMALL_PART.test(name)) kept.push(chunk);
    if (kept.length > 0 && bytes > SMALL_PART_BYTES) throw turnAway('damaged', { part: name.slice(0, 120) });
  }
  if (bytes !== entry.uncompressedSize) throw turnAway('lying-size', { part: name.slice(0, 120) });
  const text = SMALL_PART.test(name) ? Buffer.concat(kept).toString('utf8') : null;
  return { bytes, scan: scanner?.sheet ?? null, text };
};

/** Only a hyperlink may point outside: it is text until someone clicks it. */
const checkRelations = (relations: string): void => {
  for (const [tag] of relations.matchAll(/<[^<>]{0,4096}targetmode\s*=\s*["']external["'][^<>]{0,4096}>/gi))
    if (!/type\s*=\s*["'][^"']{0,200}\/hyperlink["']/i.test(tag)) throw turnAway('external-link');
};

const checkTexts = (parts: ReadonlyMap<string, Counted>): void => {
  for (const [name, { text }] of parts) {
    if (text === null) continue;
    if (/content_types/i.test(name) && /macroenabled|vbaproject/i.test(text)) throw turnAway('macro');
    if (/\.rels$/i.test(name)) checkRelations(text);
  }
};

/** Opens a workbook so that nothing in it can cost more than the limits: before any parser sees a byte (finding 11). */
export const guardArchive = async (bytes: Buffer): Promise<GuardedArchive> => {
  const zip = await openZip(bytes);
  const entries = await listEntries(zip);
  checkClaims([...entries.values()]);
  const parts = new Map<string, Counted>();
  let left: number = LIMITS.unzippedBytes;
  for (const [name, entry] of entries) {
    const counted = await inspect(zip, entry, Math.min(left, LIMITS.entryBytes));
    left -= counted.bytes;
    parts.set(name, counted);
  }
  checkTexts(parts);
  const entryOf = (part: string): Entry => {
    const entry = entries.get(part);
    if (!entry) throw turnAway('damaged', { part: part.slice(0, 120) });
    return entry;
  };
  return {
    has: (part) => entries.has(part),
    parts: () => [...entries.keys()].filter((name) => !name.endsWith('/')),
    sizeOf: (part) => parts.get(part)?.bytes ?? 0,
    scanOf: (part) => parts.get(part)?.scan ?? undefined,
    text: (part) => parts.get(part)?.text ?? '',
    chunks: (part) => inflated(zip, entryOf(part)),
  };
};
