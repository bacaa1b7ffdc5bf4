import { crc32, deflateRawSync } from 'node:zlib';

/** For tests only: zip archives as an attacker would write them, where the directory may say anything. */
export interface MadeEntry {
  readonly name: string;
  readonly body: Buffer | string;
  /** What the headers claim instead of the true size. */
  readonly claimedSize?: number;
}

const local = (name: Buffer, body: Buffer, packed: Buffer, size: number): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc32(body), 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, packed]);
};

const central = (
  name: Buffer,
  body: Buffer,
  packed: Buffer,
  { size, offset }: { size: number; offset: number },
) => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(8, 10);
  header.writeUInt32LE(crc32(body), 16);
  header.writeUInt32LE(packed.length, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
};

export const makeZip = (entries: readonly MadeEntry[]): Buffer => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, body, claimedSize } of entries) {
    const title = Buffer.from(name, 'utf8');
    const bytes = Buffer.from(body);
    const packed = deflateRawSync(bytes);
    const size = claimedSize ?? bytes.length;
    centrals.push(central(title, bytes, packed, { size, offset }));
    const part = local(title, bytes, packed, size);
    locals.push(part);
    offset += part.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a small workbook whose sheet is given as XML; parts of the same name replace them. */
export const workbookParts = (sheetData: string, more: readonly MadeEntry[] = []): MadeEntry[] => {
  const parts = new Map<string, MadeEntry>(
    [
      {
        name: '[Content_Types].xml',
        body: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      },
      {
        name: '_rels/.rels',
        body: `<Relationships><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      },
      {
        name: 'xl/workbook.xml',
        body: `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        body: `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      },
      { name: 'xl/worksheets/sheet1.xml', body: `<worksheet>${sheetData}</worksheet>` },
    ].map((entry) => [entry.name, entry]),
  );
  for (const entry of more) parts.set(entry.name, entry);
  return [...parts.values()];
};

export const cellXml = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Two columns, number and name, and two mines. */
export const PLAIN_SHEET = `<sheetData><row r="1">${cellXml('A1', '主体编号')}${cellXml('B1', '矿山名称')}</row><row r="2">${cellXml('A2', 'K1')}${cellXml('B2', '一号矿')}</row><row r="3">${cellXml('A3', 'K2')}${cellXml('B3', '二号矿')}</row></sheetData>`;
