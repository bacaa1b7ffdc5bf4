import type { SHAPEFILE_ENCODINGS } from '@qingshan/contracts';
import { EXPORT_COLUMNS } from '../export-columns';
import type { Cells, Plan, Tally } from './file-writer';
import { gbkOf } from './gbk';

type Encoding = (typeof SHAPEFILE_ENCODINGS)[number];

/** What a text field of dBASE holds, in bytes and not in signs. */
const LONGEST_TEXT = 254;
/** Beyond it common readers lose their place. */
const LARGEST = 2 ** 31 - 1;
const LANGUAGE_DRIVER: Record<Encoding, number> = { 'UTF-8': 0, GBK: 0x4d };

interface DbfField {
  readonly type: 'C' | 'N' | 'D';
  readonly length: number;
  readonly places: number;
}

const fieldOf = (index: number, plan: Plan): DbfField => {
  switch (EXPORT_COLUMNS[index]?.kind) {
    case 'year':
      return { type: 'N', length: 4, places: 0 };
    case 'degrees':
      return { type: 'N', length: 11, places: 6 };
    case 'amount':
      return { type: 'N', length: 20, places: 2 };
    case 'day':
      return { type: 'D', length: 8, places: 0 };
    default:
      // GBK never needs more bytes than UTF-8.
      return { type: 'C', length: Math.min(Math.max(plan.widths[index] ?? 1, 1), LONGEST_TEXT), places: 0 };
  }
};

const fieldsOf = (plan: Plan): DbfField[] => EXPORT_COLUMNS.map((_, index) => fieldOf(index, plan));

const recordSize = (fields: readonly DbfField[]): number =>
  fields.reduce((sum, { length }) => sum + length, 1);

/** Everything before the first record. */
export const dbfHead = (plan: Plan, encoding: Encoding): Buffer => {
  const fields = fieldsOf(plan);
  const head = Buffer.alloc(32 + 32 * fields.length + 1);
  if (head.length + recordSize(fields) * plan.rows > LARGEST)
    throw new Error('A shapefile holds 2 GB of attributes at most: export fewer rows at once');
  const [year = 1900, month = 1, date = 1] = plan.day.split('-').map(Number);
  head.set([0x03, year - 1900, month, date]);
  head.writeUInt32LE(plan.rows, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(recordSize(fields), 10);
  head[29] = LANGUAGE_DRIVER[encoding];
  fields.forEach(({ type, length, places }, index) => {
    const at = 32 + 32 * index;
    head.write(EXPORT_COLUMNS[index]?.field ?? '', at, 'ascii');
    head.write(type, at + 11, 'ascii');
    head.set([length, places], at + 16);
  });
  head[head.length - 1] = 0x0d;
  return head;
};

/** Writes as many whole signs as fit; whether all did, and whether each has bytes in the encoding. */
const writeText = (text: string, into: Buffer, encoding: Encoding, tally: Tally): void => {
  let at = 0;
  let isWritable = true;
  for (const sign of text) {
    const own = encoding === 'GBK' ? gbkOf(sign) : Buffer.from(sign);
    if (own === null) isWritable = false;
    const bytes = own ?? Buffer.from('?');
    if (at + bytes.length > into.length) {
      tally.cut += 1;
      break;
    }
    into.set(bytes, at);
    at += bytes.length;
  }
  if (!isWritable) tally.unwritable += 1;
};

export const dbfRows = (plan: Plan, encoding: Encoding, rows: readonly Cells[], tally: Tally): Buffer => {
  const fields = fieldsOf(plan);
  const size = recordSize(fields);
  const records = Buffer.alloc(size * rows.length, ' ');
  rows.forEach((cells, row) => {
    let at = row * size + 1;
    fields.forEach(({ type, length }, index) => {
      const value = cells[index];
      const into = records.subarray(at, at + length);
      at += length;
      if (value === null || value === undefined) return;
      if (type === 'C') writeText(value, into, encoding, tally);
      else if (type === 'D') into.write(value.replaceAll('-', ''), 'ascii');
      else into.write(value.padStart(length), 'ascii');
    });
  });
  return records;
};

export const DBF_END = Buffer.from([0x1a]);
