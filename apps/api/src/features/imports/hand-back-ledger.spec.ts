import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callUrl, importRoutes, type BodyOf, type ImportView } from '@qingshan/contracts';
import { CRITERION_NAMES, PROBLEM_CODES } from '@qingshan/domain';
import { gbk } from '../../testing/gbk';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import * as counties from '../../testing/ugly-ledgers/counties';
import { upload } from '../../testing/upload';
import { guardArchive } from './reading/guard-archive';
import { cellXml, makeZip, workbookParts } from './reading/making-zips';
import { readTable } from './reading/read-table';

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
});
afterAll(() => house.close());

const WORDS = {
  errors: '错误',
  warnings: '提示',
  colon: '：',
  problems: Object.fromEntries(PROBLEM_CODES.map((code) => [code, `【${code}】`])),
  gate: '尚缺',
  met: '已齐',
  criteria: Object.fromEntries(CRITERION_NAMES.map((name) => [name, `〔${name}〕`])),
} as BodyOf<typeof importRoutes.original>;

const checked = (by: Visitor, { id, columns }: ImportView): Promise<ImportView> =>
  by.get(importRoutes.check, {
    params: { id },
    body: { columns: columns.map(({ column, field, unit }) => ({ column, field, unit })) },
  });

const handedBack = async (by: Visitor, id: number) => {
  const reply = await by.inject({
    method: 'POST',
    url: callUrl(importRoutes.original, { params: { id } }),
    payload: WORDS,
  });
  return { status: reply.statusCode, type: String(reply.headers['content-type']), bytes: reply.rawPayload };
};

/** The file as it comes back from a ledger just uploaded and checked. */
const back = async (name: string, content: string | Buffer) => {
  const view = await checked(official, await upload(official, name, content));
  return { view, ...(await handedBack(official, view.id)) };
};

const textIn = (bytes: Buffer, encoding: string) => new TextDecoder(encoding).decode(bytes);

describe('a workbook', () => {
  // A title, a number with a look of its own, a formula, a styled empty cell behind the table, and a total.
  const sheet = `<dimension ref="A1:E5"/><cols><col min="1" max="16384" width="12"/></cols><sheetData><row r="1">${cellXml('A1', '赣县区矿山台账')}</row><row r="2" spans="1:4">${cellXml('A2', '主体编号')}${cellXml('B2', '矿山名称')}${cellXml('C2', '图斑面积(亩)')}${cellXml('D2', '关闭年度')}</row><row r="3" ht="20" customHeight="1">${cellXml('A3', 'HB-1')}${cellXml('B3', '还回石场')}<c r="C3" s="1"><f>10+5</f><v>15</v></c><c r="D3"><v>1998</v></c><c r="E3" s="1"/><c r="G3"><v>7</v></c></row><row r="4">${cellXml('A4', 'HB-2')}${cellXml('B4', '又一石场')}<c r="C4"><v>20</v></c>${cellXml('D4', '很久以前')}</row><row r="5">${cellXml('A5', '合计')}<c r="C5"><f>SUM(C3:C4)</f><v>35</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>`;
  const chain = { name: 'xl/calcChain.xml', body: '<calcChain><c r="C3" i="1"/></calcChain>' };
  const file = makeZip(workbookParts(sheet, [chain]));

  test('comes back as a workbook, every cell with its type and look, and three columns of words', async () => {
    const { status, type, bytes } = await back('台账.xlsx', file);
    expect(status).toBe(200);
    expect(type).toContain('spreadsheetml');
    const { columns, rows } = await readTable({ name: 'x.xlsx', bytes });
    const at = columns.indexOf('错误');
    expect(columns.slice(0, 4)).toEqual(['主体编号', '矿山名称', '图斑面积(亩)', '关闭年度']);
    expect(columns.slice(at + 1)).toEqual(['提示', '尚缺']);
    // A quarry with an area and no place: what a survey still asks of it. A row that is not written lacks nothing.
    expect(rows.slice(0, 2).map(({ cells }) => cells[at + 2] ?? '')).toEqual([
      expect.stringContaining('〔located〕\n〔mineralKnown〕'),
      '',
    ]);
    expect(rows.map(({ cells }) => cells[at]?.includes('D4：【')).slice(0, 2)).toEqual([false, true]);
    const archive = await guardArchive(bytes);
    const part = archive.parts().find((name) => name.includes('worksheets/')) ?? '';
    const chunks = [];
    for await (const chunk of archive.chunks(part)) chunks.push(chunk);
    const xml = Buffer.concat(chunks).toString('utf8');
    for (const kept of [
      '<c r="C3" s="1"><v>15</v></c><c r="D3"><v>1998</v></c>',
      '<row r="3" ht="20" customHeight="1">',
      '<mergeCell ref="A1:D1"/>',
      '<c r="C4"><v>20</v></c>',
    ])
      expect(xml).toContain(kept);
    expect(xml).not.toMatch(/<f[ >]|<dimension|spans=/);
    expect(archive.has('xl/calcChain.xml')).toBe(false);
    const references = [...xml.matchAll(/<c r="([A-Z]+)3"/g)].map(([, letters]) => letters);
    expect(references).toEqual([...new Set(references)].sort());
  });

  test('put right and downloaded again, it has the three columns once, and says no more of that cell', async () => {
    const first = await back('台账.xlsx', file);
    const again = await checked(official, await upload(official, '再次.xlsx', first.bytes));
    const cells = [{ row: 4, column: 3, value: '1999' }];
    await official.get(importRoutes.correct, { params: { id: again.id }, body: { cells } });
    const { bytes } = await handedBack(official, again.id);
    const { columns, rows } = await readTable({ name: 'x.xlsx', bytes });
    for (const header of ['错误', '提示', '尚缺'])
      expect(columns.filter((one) => one === header)).toHaveLength(1);
    const fourth = rows.find(({ rowNumber }) => rowNumber === 4);
    expect(fourth?.cells[3]).toBe('1999');
    expect(fourth?.cells[columns.indexOf('错误')]).not.toContain('D4');
  });
});

describe('a text', () => {
  const lines = ['主体编号;矿山名称;图斑面积(亩);关闭年度', 'HB-7;"石场;甲";12;=1+1', 'HB-8;乙石场;12;1990'];
  const content = `${lines.join('\r\n')}\r\n`;

  test.each([
    ['gb18030', gbk(content)],
    ['utf-8', Buffer.from(`\ufeff${content}`)],
    ['utf-16le', Buffer.from(`\ufeff${content}`, 'utf16le')],
  ])('in %s comes back in that encoding, with its delimiter and line ends', async (encoding, bytes) => {
    const { type, bytes: came } = await back('台账.csv', bytes);
    expect(type).toContain('text/csv');
    const [header = '', wrong = '', right = '', end] = textIn(came, encoding).split('\r\n');
    expect(header.replace('\ufeff', '')).toBe(`${lines[0]};错误;提示;尚缺`);
    // What would run as a formula is made safe as in every file of ours.
    expect(wrong.startsWith(`HB-7;"石场;甲";12;'=1+1;D2：【`)).toBe(true);
    expect(right.startsWith(`${lines[2]};`)).toBe(true);
    expect(end).toBe('');
  });

  test('whose encoding has no sign for the words comes back in UTF-8 with its mark', async () => {
    const guessed = await upload(
      official,
      'caf.csv',
      Buffer.from('Mine number,Mine name\nW1,Caf\xe9 \x96 Nord\n', 'latin1'),
    );
    const params = { id: guessed.id };
    await checked(
      official,
      await official.get(importRoutes.reading, { params, body: { encoding: 'windows-1252' } }),
    );
    const { bytes } = await handedBack(official, guessed.id);
    expect(textIn(bytes, 'utf-8')).toContain('W1,Café – Nord,');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

test('an import given up is handed back by its rows, and nobody gets another’s', async () => {
  const { view } = await back('台账.csv', '主体编号,矿山名称,关闭年度\nHB-9,丙石场,很久\n');
  await official.get(importRoutes.cancel, { params: { id: view.id } });
  const { bytes } = await handedBack(official, view.id);
  expect(textIn(bytes, 'utf-8')).toMatch(
    /^主体编号,矿山名称,关闭年度,错误,提示,尚缺\r\nHB-9,丙石场,很久,C2：/,
  );
  expect((await handedBack(await house.as('manager'), view.id)).status).toBe(404);
});

test.each([
  ['utf-16be', counties.unmarked('utf-16be')],
  ['full-width commas', counties.fullWidthCommas()],
  ['numbers kept by a formula', counties.keptZeros()],
])('%s: what comes back is read as the same ledger, with the words beside it', async (_, bytes) => {
  const before = await readTable({ name: 'x.csv', bytes });
  const { status, bytes: returned } = await back('x.csv', bytes);
  expect(status).toBe(200);
  const after = await readTable({ name: 'x.csv', bytes: returned });
  expect(after).toMatchObject({ encoding: before.encoding, delimiter: before.delimiter });
  expect(after.columns).toEqual([...before.columns, '错误', '提示', '尚缺']);
  expect(after.rows.map(({ cells }) => cells.slice(0, before.columns.length))).toEqual(
    before.rows.map(({ cells }) => cells),
  );
});
