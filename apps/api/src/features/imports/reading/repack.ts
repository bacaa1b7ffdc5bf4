import { setImmediate } from 'node:timers/promises';
import type { GuardedArchive } from './guard-archive';
import type { SheetPart, WorkbookParts } from './read-parts';
import type { ShownCells } from './shown-cells';
import { withoutPhonetics } from './without-phonetics';

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A stored entry's local header. The stream reader needs no more: no checksum, no directory. */
const localHeader = (name: string, size: number): Buffer => {
  const title = Buffer.from(name, 'utf8');
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(title.length, 26);
  return Buffer.concat([header, title]);
};

const stored = (name: string, text: string): Buffer => {
  const body = Buffer.from(text, 'utf8');
  return Buffer.concat([localHeader(name, body.length), body]);
};

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;

const CHUNK = 256 * 1024;

/**
 * Inflate hands out 16 KB pieces; larger ones spare the reader most of its copying. hucre parses as fast as bytes come and
 * queues the rows, so each piece waits until the rows of the one before have been taken.
 */
export async function* coalesced(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < CHUNK) continue;
    yield Buffer.concat(waiting);
    await setImmediate();
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}

const sheetChunks = (
  archive: GuardedArchive,
  part: string,
  shown: ShownCells | null,
): AsyncGenerator<Buffer> => {
  const chunks = coalesced(archive.chunks(part));
  const words = archive.scanOf(part)?.phonetics ? withoutPhonetics(chunks) : chunks;
  return shown ? shown.watched(words) : words;
};

/**
 * A workbook of one sheet, made anew from parts the guard has counted: its skeleton is ours, its three parts come straight
 * from inflate. So hucre parses strings, styles and cells and nothing else of the file, whatever a second directory or a
 * duplicate part in it may say, and the sheet is never whole in memory.
 */
export async function* repacked(
  archive: GuardedArchive,
  workbook: WorkbookParts,
  sheet: SheetPart,
  shown: ShownCells | null,
): AsyncGenerator<Uint8Array> {
  const { sharedStrings, styles, dates1904 } = workbook;
  yield stored(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  );
  yield stored(
    '_rels/.rels',
    `<Relationships xmlns="${RELATIONS}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  );
  const parts = [
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    ...(sharedStrings ? [relation('rId2', 'sharedStrings', 'sharedStrings.xml')] : []),
    ...(styles ? [relation('rId3', 'styles', 'styles.xml')] : []),
  ];
  yield stored(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${RELATIONS}">${parts.join('')}</Relationships>`,
  );
  yield stored(
    'xl/workbook.xml',
    `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><workbookPr date1904="${dates1904 ? 1 : 0}"/><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  const copies: [name: string, part: string | null][] = [
    ['xl/sharedStrings.xml', sharedStrings],
    ['xl/styles.xml', styles],
    ['xl/worksheets/sheet1.xml', sheet.part],
  ];
  for (const [name, part] of copies) {
    if (part === null) continue;
    yield localHeader(name, archive.sizeOf(part));
    yield* part === sheet.part ? sheetChunks(archive, part, shown) : coalesced(archive.chunks(part));
  }
}
