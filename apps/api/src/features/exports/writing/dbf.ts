import type { SHAPEFILE_ENCODINGS } from '@qingshan/contracts';
import { EXPORT_COLUMNS } from '../export-columns';
import type { Cells, Plan, Tally } from './file-writer';
import { gbkOf } from './gbk';

type Encoding = (typeof SHAPEFILE_ENCODINGS)[number];

/** What a text field of dBASE holds, in bytes and not in signs. */
const LONGEST_TEXT = 254;
/** Beyond it common readers lose their place. */
const LARGEST = 2 ** 31 - 1;
const QUESTION_MARK = 0x3f;
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

/** As many whole signs as fit: Node never writes half of one. */
const writeUtf8 = (text: string, into: Buffer, tally: Tally): void => {
  into.write(text);
  if (Buffer.byteLength(text) > into.length) tally.cut += 1;
};

/** The same in GBK, with a question mark for each sign that it lacks. */
const writeGbk = (text: string, into: Buffer, tally: Tally): void => {
  let at = 0;
  let isWritable = true;
  for (const sign of text) {
    const known = gbkOf(sign);
    if (known === null) isWritable = false;
    const code = known ?? QUESTION_MARK;
    const size = code < 0x100 ? 1 : 2;
    if (at + size > into.length) {
      tally.cut += 1;
      break;
    }
    into.writeUIntBE(code, at, size);
    at += size;
  }
  if (!isWritable) tally.unwritable += 1;
};

const WRITE_TEXT: Record<Encoding, typeof writeGbk> = { 'UTF-8': writeUtf8, GBK: writeGbk };

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
      if (type === 'C') WRITE_TEXT[encoding](value, into, tally);
      else if (type === 'D') into.write(value.replaceAll('-', ''), 'ascii');
      else into.write(value.padStart(length), 'ascii');
    });
  });
  return records;
};

export const DBF_END = Buffer.from([0x1a]);
