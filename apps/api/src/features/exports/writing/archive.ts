import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const packed = promisify(deflateRaw);

/** How much of a member is written. */
export interface Member {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}

/** An empty last block: ends a deflated stream whose pieces were each flushed to a byte. */
const LAST_BLOCK = Buffer.from([0x03, 0x00]);

/** Sizes and places in an archive without the 64-bit extension, which old readers do not know. */
const LIMIT = 0xffff_ffff;

const UTF8_NAME = 0x0800;
const DEFLATED = 8;
const VERSION = 20;

/** The next bytes of a member, packed on their own, and how much of it there is then. */
export const append = async (member: Member, bytes: Buffer): Promise<{ member: Member; bytes: Buffer }> => {
  const piece = await packed(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  return {
    bytes: piece,
    member: {
      name: member.name,
      crc: crc32(bytes, member.crc),
      size: member.size + bytes.length,
      packedSize: member.packedSize + piece.length,
    },
  };
};

/** Nothing comes behind. */
export const close = (member: Member): { member: Member; bytes: Buffer } => ({
  bytes: LAST_BLOCK,
  member: { ...member, packedSize: member.packedSize + LAST_BLOCK.length },
});

/** MS-DOS date of a day at midnight; archives know no year before 1980. */
const dosDate = (day: string): number => {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return ((Math.max(year, 1980) - 1980) << 9) | (month << 5) | date;
};

/** The fields that a member's head and its line in the directory share. */
const facts = ({ name, crc, size, packedSize }: Member, day: string): Buffer => {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(UTF8_NAME, 2);
  bytes.writeUInt16LE(DEFLATED, 4);
  bytes.writeUInt16LE(dosDate(day), 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packedSize, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(Buffer.byteLength(name), 22);
  return bytes;
};

const headOf = (member: Member, day: string): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts(member, day), Buffer.from(member.name)]);

const lineOf = (member: Member, day: string, offset: number): Buffer => {
  const more = Buffer.alloc(14);
  more.writeUInt32LE(offset, 10);
  const version = Buffer.from([VERSION, 0]);
  return Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    version,
    facts(member, day),
    more,
    Buffer.from(member.name),
  ]);
};

/** What stands between and behind the packed members: a head for each with its true sizes, and the directory. */
export const frame = (members: readonly Member[], day: string): { heads: Buffer[]; directory: Buffer } => {
  const heads = members.map((member) => headOf(member, day));
  let offset = 0;
  const lines = members.map((member, index) => {
    const line = lineOf(member, day, offset);
    offset += (heads[index]?.length ?? 0) + member.packedSize;
    return line;
  });
  if (offset > LIMIT || members.some(({ size }) => size > LIMIT))
    throw new Error('The file would be larger than 4 GB: export fewer rows at once');
  const list = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return { heads, directory: Buffer.concat([list, end]) };
};
