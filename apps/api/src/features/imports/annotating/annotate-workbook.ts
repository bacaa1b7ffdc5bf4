import { append, close, frame, type Member } from '../../exports/writing/archive';
import { guardArchive, type GuardedArchive } from '../reading/guard-archive';
import { readParts } from '../reading/read-parts';
import { coalesced } from '../reading/repack';
import { turnAway } from '../reading/ledger-table';
import { annotateSheet } from './annotate-sheet';
import type { Additions } from './annotation';

/** The order in which formulas are computed: with a formula less it is wrong, without it a spreadsheet makes its own. */
const CALC_CHAIN = /(?:^|\/)calcChain\.xml$/i;
const CALC_CHAIN_NAMED = /<(?:\w{1,20}:)?(?:Override|Relationship)(?=\s)[^<>]*calcChain\.xml["'][^<>]*\/>/gi;
const NAMES_PARTS = /\.rels$|^\[content_types\]\.xml$/i;
/** Archives carry a day for each part; the parts of a workbook are as old as the oldest that an archive knows. */
const NO_DAY = '1980-01-01';

const contentOf = (archive: GuardedArchive, part: string): AsyncGenerator<Buffer> =>
  coalesced(NAMES_PARTS.test(part) ? textOf(archive, part) : archive.chunks(part));

async function* textOf(archive: GuardedArchive, part: string): AsyncGenerator<Buffer> {
  yield Buffer.from(archive.text(part).replace(CALC_CHAIN_NAMED, ''));
}

const pack = async (
  name: string,
  chunks: AsyncIterable<Buffer>,
): Promise<{ member: Member; bytes: Buffer[] }> => {
  let member: Member = { name, crc: 0, size: 0, packedSize: 0 };
  const bytes: Buffer[] = [];
  for await (const chunk of chunks) {
    const piece = await append(member, chunk);
    member = piece.member;
    bytes.push(piece.bytes);
  }
  const last = close(member);
  return { member: last.member, bytes: [...bytes, last.bytes] };
};

/** The workbook as it came, with the sheet that was read annotated; all its other parts stay. */
export const annotateWorkbook = async (
  bytes: Buffer,
  sheet: string,
  additions: Additions,
): Promise<Buffer> => {
  const archive = await guardArchive(bytes);
  const found = readParts(archive).sheets.find(({ name }) => name === sheet);
  if (!found) throw turnAway('no-such-sheet', { sheet });
  const packed = [];
  for (const part of archive.parts().filter((name) => !CALC_CHAIN.test(name))) {
    const content = contentOf(archive, part);
    packed.push(await pack(part, part === found.part ? annotateSheet(content, additions) : content));
  }
  const { heads, directory } = frame(
    packed.map(({ member }) => member),
    NO_DAY,
  );
  return Buffer.concat([
    ...packed.flatMap(({ bytes: pieces }, index) => [heads[index] ?? Buffer.alloc(0), ...pieces]),
    directory,
  ]);
};
