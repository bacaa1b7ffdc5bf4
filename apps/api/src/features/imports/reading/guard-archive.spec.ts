import { beforeAll, expect, test } from '@jest/globals';
import type { FileReason } from '@qingshan/contracts';
import { Refused } from '../../../platform/http/refused';
import { cellXml, makeZip, PLAIN_SHEET, workbookParts, type MadeEntry } from './making-zips';
import { readTable } from './read-table';

const MB = 1024 * 1024;

interface Answer {
  readonly code: string;
  readonly why: unknown;
  readonly milliseconds: number;
  readonly memoryMb: number;
}

const answerTo = async (bytes: Buffer, name = 'ledger.xlsx'): Promise<Answer> => {
  const [before, started] = [process.memoryUsage().rss, Date.now()];
  try {
    await readTable({ name, bytes });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const memoryMb = (process.memoryUsage().rss - before) / MB;
    return {
      code: error.refusal.code,
      why: error.refusal.data?.['why'],
      milliseconds: Date.now() - started,
      memoryMb,
    };
  }
  throw new Error('The file was read');
};

/** Refused for the reason, sooner than an honest ledger is read, and in less than 100 MB (S31). */
const expectRefused = async (bytes: Buffer, why: FileReason, code = 'file-refused') => {
  const answer = await answerTo(bytes);
  expect({ code: answer.code, why: answer.why }).toEqual({ code, why });
  expect(answer.milliseconds).toBeLessThan(honest);
  expect(answer.memoryMb).toBeLessThan(100);
};

/** How long an honest ledger of twenty thousand mines takes to read here and now, in milliseconds. */
let honest = 0;
beforeAll(async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => {
    const at = index + 2;
    return `<row r="${at}">${cellXml(`A${at}`, `K${at}`)}${cellXml(`B${at}`, '一号矿')}</row>`;
  });
  const header = `<row r="1">${cellXml('A1', '主体编号')}${cellXml('B1', '矿山名称')}</row>`;
  const bytes = makeZip(workbookParts(`<sheetData>${header}${rows.join('')}</sheetData>`));
  const started = Date.now();
  await readTable({ name: 'honest.xlsx', bytes });
  honest = Date.now() - started;
});

const withPart = (name: string, body: Buffer | string = 'x', claimedSize?: number): Buffer =>
  makeZip(
    workbookParts(PLAIN_SHEET, [claimedSize === undefined ? { name, body } : { name, body, claimedSize }]),
  );

test('a small honest workbook is read', async () => {
  const table = await readTable({ name: 'a.xlsx', bytes: makeZip(workbookParts(PLAIN_SHEET)) });
  expect(table.columns).toEqual(['主体编号', '矿山名称']);
  expect(table.rows).toEqual([
    { rowNumber: 2, cells: ['K1', '一号矿'] },
    { rowNumber: 3, cells: ['K2', '二号矿'] },
  ]);
});

test('S31: a bomb that says how large it is is refused unopened', async () => {
  const bomb = withPart('xl/sharedStrings.xml', Buffer.alloc(294 * MB, 0x61));
  expect(bomb.length).toBeLessThan(MB);
  await expectRefused(bomb, 'zip-bomb');
});

test('S31: a bomb that claims to be small is refused at the byte it lies about', () =>
  expectRefused(withPart('xl/worksheets/sheet1.xml', Buffer.alloc(294 * MB, 0x20), 2_000), 'lying-size'));

test('S31: a part that claims more than it holds is refused', () =>
  expectRefused(withPart('xl/styles.xml', '<styleSheet/>', 5_000), 'lying-size'));

test('S31: many parts that are small each and large together are refused', () => {
  // Half random, so that the ratio alone gives nothing away.
  const noise = Buffer.alloc(30 * MB, 0x62);
  for (let index = 0; index < noise.length; index += 20) noise[index] = 32 + ((index * 7_919) % 90);
  const parts: MadeEntry[] = [1, 2, 3, 4].map((number) => ({
    name: `xl/media/image${number}.bin`,
    body: noise,
  }));
  return expectRefused(makeZip(workbookParts(PLAIN_SHEET, parts)), 'zip-bomb');
});

test('S31: ten thousand entries are refused by their number', () => {
  const parts = Array.from({ length: 10_000 }, (_, index): MadeEntry => ({
    name: `xl/media/${index}.xml`,
    body: 'x',
  }));
  return expectRefused(makeZip(parts), 'too-many-entries');
});

test('S32: a single cell in the last corner of a sheet is refused', () =>
  expectRefused(
    makeZip(workbookParts(`<sheetData><row r="1048576">${cellXml('XFD1048576', 'far')}</row></sheetData>`)),
    'far-cell',
  ));

test('S32: a row of sixteen thousand columns is refused', () => {
  const cells = Array.from({ length: 16_384 }, () => '<c t="inlineStr"><is><t>x</t></is></c>').join('');
  return expectRefused(
    makeZip(workbookParts(`<sheetData><row r="1">${cells}</row></sheetData>`)),
    'far-cell',
  );
});

test('S32: a far cell cannot hide behind an entity in its reference', () =>
  expectRefused(
    makeZip(workbookParts(`<sheetData><row r="1"><c r="&#88;FD1" t="str"><v>x</v></c></row></sheetData>`)),
    'damaged',
    'file-not-readable',
  ));

test.each([
  [
    'behind a tag inside its own',
    `<sheetData><row r="1"><c x="<" r="XFD1" t="str"><v>x</v></c></row></sheetData>`,
  ],
  ['behind tags that never end', `<sheetData>${'<v\t'.repeat(300_000)}`],
])('S32: a far cell cannot hide %s, and looking takes no time', (_, sheet) =>
  expectRefused(makeZip(workbookParts(sheet)), 'damaged', 'file-not-readable'),
);

test('S32: far cells that are only styled cost nothing and are told', async () => {
  const sheet = PLAIN_SHEET.replace('</row></sheetData>', '<c r="XFD3" s="1"/></row></sheetData>');
  const table = await readTable({ name: 'a.xlsx', bytes: makeZip(workbookParts(sheet)) });
  expect(table.columns).toHaveLength(2);
  expect(table.notes).toContainEqual({ code: 'far-empty-cells', data: { count: 1 } });
});

test.each([
  'xl/worksheets/sheet1.xml',
  'xl/sharedStrings.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/workbook.xml',
])('S33: a document type in %s is refused', (name) =>
  expectRefused(
    withPart(name, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
    'doctype',
  ),
);

test('S33: a document type is found where two chunks of the stream meet', () =>
  expectRefused(withPart('xl/styles.xml', `<?xml?>${' '.repeat(16_384 - 12)}<!DOCTYPE x><x/>`), 'doctype'));

test('S33: XML in UTF-16, where a document type could hide, is not read', () =>
  expectRefused(
    withPart('xl/styles.xml', Buffer.from('\uFEFF<!DOCTYPE x><x/>', 'utf16le')),
    'damaged',
    'file-not-readable',
  ));

test.each<[string, FileReason]>([
  ['xl/vbaProject.bin', 'macro'],
  ['xl/macrosheets/sheet1.xml', 'macro'],
  ['xl/activeX/activeX1.xml', 'macro'],
  ['xl/externalLinks/externalLink1.xml', 'external-link'],
  ['xl/embeddings/oleObject1.bin', 'embedded-object'],
  ['xl/media/inner.zip', 'nested-archive'],
  ['../../etc/cron.d/x', 'bad-entry-name'],
  ['/etc/passwd', 'bad-entry-name'],
  ['xl\\..\\x.xml', 'bad-entry-name'],
  ['__proto__/polluted.xml', 'bad-entry-name'],
  ['xl/constructor.xml', 'bad-entry-name'],
])('S34, S36: a workbook with an entry %s is refused: %s', (name, why) => expectRefused(withPart(name), why));

test('S31: an archive inside the archive is found by its first bytes, whatever its name', () =>
  expectRefused(withPart('xl/media/image1.png', makeZip(workbookParts(PLAIN_SHEET))), 'nested-archive'));

test('S34: a workbook that calls itself macro-enabled is refused', () =>
  expectRefused(
    withPart(
      '[Content_Types].xml',
      '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
    ),
    'macro',
  ));

test('S34: a hyperlink may point outside, any other relation may not', async () => {
  const relations = (kind: string) =>
    `<Relationships><Relationship Id="r1" Type="http://x/${kind}" Target="https://gem.wiki" TargetMode="External"/></Relationships>`;
  const link = withPart('xl/worksheets/_rels/sheet1.xml.rels', relations('hyperlink'));
  expect((await readTable({ name: 'a.xlsx', bytes: link })).rows).toHaveLength(2);
  await expectRefused(
    withPart('xl/worksheets/_rels/sheet1.xml.rels', relations('oleObject')),
    'external-link',
  );
});

test('two parts of one name are refused: guard and reader could each take another', () => {
  const twice = makeZip([
    ...workbookParts(PLAIN_SHEET),
    { name: 'xl/worksheets/sheet1.xml', body: '<worksheet/>' },
  ]);
  return expectRefused(twice, 'bad-entry-name');
});

test.each<[string, Buffer, FileReason]>([
  [
    'an old .xls',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512)]),
    'old-xls',
  ],
  [
    'an encrypted workbook',
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    'encrypted',
  ],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-spreadsheet'],
  ['a web page called .xls', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'other-format'],
  ['a zip of something else', makeZip([{ name: 'word/document.xml', body: '<w/>' }]), 'not-a-spreadsheet'],
  ['half a workbook', makeZip(workbookParts(PLAIN_SHEET)).subarray(0, 400), 'damaged'],
  ['an empty file', Buffer.alloc(0), 'empty'],
  ['a file of blanks', Buffer.from(' \n \n'), 'empty'],
])('%s is not readable and says why', (_, bytes, why) => expectRefused(bytes, why, 'file-not-readable'));

test('S43: headers named after prototypes stay words and pollute nothing', async () => {
  const sheet = `<sheetData><row r="1">${cellXml('A1', '__proto__')}${cellXml('B1', '主体编号')}${cellXml('C1', '矿山名称')}</row><row r="2">${cellXml('A2', 'x')}${cellXml('B2', 'K1')}${cellXml('C2', '矿')}</row></sheetData>`;
  const table = await readTable({ name: 'a.xlsx', bytes: makeZip(workbookParts(sheet)) });
  expect(table.columns[0]).toBe('__proto__');
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('more strings than a tree of them should hold are refused before the tree is built', () => {
  const relations =
    '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
  const strings = Array.from(
    { length: 700_000 },
    (_, index) => `<si><t>${(index * 7_919) % 1_000_003}</t></si>`,
  ).join('');
  const parts: MadeEntry[] = [
    { name: 'xl/_rels/workbook.xml.rels', body: relations },
    { name: 'xl/sharedStrings.xml', body: `<sst>${strings}</sst>` },
  ];
  return expectRefused(makeZip(workbookParts(PLAIN_SHEET, parts)), 'too-many-cells');
});
