import { LIMITS } from './limits';
import { turnAway, type LedgerFile, type LedgerTable } from './ledger-table';
import { readDelimited } from './read-delimited';
import { readWorkbook } from './read-workbook';
import { shapeTable } from './shape-table';

export interface ReadOptions {
  /** The sheet to read instead of the one with the most rows. */
  readonly sheet?: string;
  /** The encoding of a text instead of the one that is found. */
  readonly encoding?: string;
  /** The row of the header, the lower one of two, instead of the one that is found. */
  readonly headerRow?: number;
}

const ZIP = Buffer.from('PK');
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** The stream an encrypted workbook hides in an OLE container. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

const readBytes = async (bytes: Buffer, { sheet, encoding }: ReadOptions) => {
  if (bytes.length === 0) throw turnAway('empty');
  if (bytes.length > LIMITS.fileBytes) throw turnAway('too-large', { limit: LIMITS.fileBytes });
  if (startsWith(bytes, OLE)) throw turnAway(bytes.includes(ENCRYPTED) ? 'encrypted' : 'old-xls');
  if (startsWith(bytes, ZIP))
    return { encoding: null, delimiter: null, ...(await readWorkbook(bytes, sheet)) };
  return { sheet: null, sheets: [], ...readDelimited(bytes, encoding) };
};

/** A ledger's bytes as a table of texts. What a file is, its bytes say; its name is only told back. */
export const readTable = async (file: LedgerFile, options: ReadOptions = {}): Promise<LedgerTable> => {
  const { rows, notes, merges, ...origin } = await readBytes(file.bytes, options);
  return { ...origin, ...shapeTable({ rows, notes, merges }, options.headerRow) };
};
