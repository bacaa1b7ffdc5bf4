import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportRoutes, mineRoutes, trailRoutes, type ExportView } from '@qingshan/contracts';
import { undoFormulaSafe } from '@qingshan/domain';
import type { z } from 'zod';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { edit } from '../../testing/walk';

type Wanted = z.input<typeof exportRoutes.make.body>;

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
}, 60_000);
afterAll(() => house.close());

const make = (filter: Wanted['filter'] = {}, language: Wanted['language'] = 'zh', by = official) =>
  by.get(exportRoutes.make, { body: { filter, language } });

const fetchFile = (made: ExportView, by = official) =>
  by.call(exportRoutes.file, { params: { id: made.id } });

/** The record once the last byte has gone out: it is written a moment after. */
const finished = async (made: ExportView, by = official): Promise<ExportView> => {
  for (let look = 0; look < 100; look += 1) {
    const { exports } = await by.get(exportRoutes.list, { query: { pageSize: 200 } });
    const found = exports.find(({ id }) => id === made.id);
    if (found?.state === 'complete' || found?.state === 'broken') return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Export ${made.id} was never finished`);
};

/** CSV as RFC 4180 reads it: quotes doubled inside quotes, line ends inside quotes kept. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    if (
      end === undefined ||
      (end === '' && quoted === undefined && plain === '' && rows.at(-1)?.length === 0)
    )
      break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
};

const tableOf = (bytes: Buffer) => {
  const [header = [], ...rows] = readCsv(bytes.toString('utf8').replace(/^\ufeff/, ''));
  return {
    header,
    rows: rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']))),
  };
};

test('the file is UTF-8 behind a byte-order mark, with as many rows as the list shows, in its order', async () => {
  for (let index = 0; index < 3; index += 1) await enterMine(official);
  const filter = { stage: ['survey' as const], sort: '-number' as const };
  const list = await official.get(mineRoutes.list, { query: { ...filter, pageSize: 200 } });
  const answer = await fetchFile(await make(filter));
  expect(answer.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  const { rows } = tableOf(answer.bytes);
  expect(rows).toHaveLength(list.total);
  expect(rows.map((row) => row['主体编号'])).toEqual(list.rows.map(({ number }) => number));
});

test('the record has the rows, the bytes and the SHA-256 of exactly what went out, and so has the trail (S61)', async () => {
  await enterMine(official);
  const made = await make();
  expect(made).toMatchObject({ state: 'ready', mayFetch: true, rows: null, bytes: null, sha256: null });
  const { bytes } = await fetchFile(made);
  const record = await finished(made);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(record).toMatchObject({
    state: 'complete',
    mayFetch: false,
    rows: tableOf(bytes).rows.length,
    bytes: bytes.length,
    sha256,
  });
  const { entries } = await (
    await house.as('auditadmin')
  ).get(trailRoutes.list, { query: { action: 'export' } });
  const own = entries.filter(({ detail }) => detail.exportId === made.id);
  expect(own.map(({ action }) => action)).toEqual(['export.finished', 'export.fetched', 'export.made']);
  expect(own[0]?.detail).toMatchObject({ sha256, bytes: bytes.length });
});

test.each([
  [
    'zh',
    ['主体编号', '矿山名称', '地市', '区县', '损毁面积(亩)', '备注'],
    ['赣州市', '赣县区', '普查', '露天开采'],
  ],
  [
    'en',
    ['Mine number', 'Mine name', 'City', 'County', 'Damaged area (mu)', 'Remarks'],
    ['Survey', 'Open-pit'],
  ],
] as const)('headers and code names are in the language asked for: %s', async (language, headers, values) => {
  const mine = await enterMine(official);
  const { bytes } = await fetchFile(await make({ q: mine.number }, language));
  const { header, rows } = tableOf(bytes);
  expect(header).toEqual(expect.arrayContaining([...headers]));
  expect(Object.values(rows[0] ?? {})).toEqual(expect.arrayContaining([...values]));
});

test('areas are exact, mu is rounded last, money is yuan of exact fen', async () => {
  const mine = await enterMine(official, {
    facts: { fundsAllocatedFen: '9007199254740993' },
    patches: [{ areaSquareMetres: '333.33' }, { areaSquareMetres: '333.34' }],
  });
  const { rows } = tableOf((await fetchFile(await make({ q: mine.number }))).bytes);
  expect(rows[0]).toMatchObject({
    '损毁面积(平方米)': '666.67',
    '损毁面积(亩)': '1.00',
    '下达资金(元)': '90071992547409.93',
  });
  expect((await official.get(mineRoutes.read, { params: { id: mine.id } })).fundsAllocatedFen).toBe(
    '9007199254740993',
  );
});

describe('a cell that a spreadsheet would run (S35)', () => {
  const FORMULAS = [
    '=1+1',
    '+1',
    '-1',
    '--1',
    '@SUM(A1)',
    "'=1",
    "''x",
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    "=cmd|'/c calc'!A0",
  ];
  test.each(FORMULAS)('%s gets one apostrophe in front, and comes back as it was', async (name) => {
    const mine = await enterMine(official, { facts: { name, remark: `${name}，备注` } });
    const { rows } = tableOf((await fetchFile(await make({ q: mine.number }))).bytes);
    expect(rows[0]?.['矿山名称']).toBe(`'${name}`);
    expect(rows[0]?.['备注']).toBe(`'${name}，备注`);
    expect(undoFormulaSafe(String(rows[0]?.['矿山名称']))).toBe(name);
  });

  test.each(['\t=1', '\r=1'])(
    'so does one that begins with %j, which only an import could have left',
    async (name) => {
      const mine = await enterMine(official);
      await house.sql('UPDATE mine SET name = $2, version = version + 1 WHERE id = $1', [mine.id, name]);
      const { bytes } = await fetchFile(await make({ q: mine.number }));
      expect(bytes.toString()).toContain(`'${name}`);
    },
  );

  test.each(['大田=矿', 'a-b', '1+1', '“=1”'])('while %j stays as it is', async (town) => {
    const mine = await enterMine(official, { facts: { town } });
    const { rows } = tableOf((await fetchFile(await make({ q: mine.number }))).bytes);
    expect(rows[0]?.['乡镇']).toBe(town);
  });
});

test('commas, quotes and line ends inside a value stay inside their cell', async () => {
  const remark = '第一行,"引号"\n第二行；\\N';
  const mine = await enterMine(official, { facts: { remark, location: '\\.' } });
  const { rows } = tableOf((await fetchFile(await make({ q: mine.number }))).bytes);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ 备注: remark, 矿山位置: '\\.' });
});

test('what a filter holds is only compared, never run: quotes, dollars and backslashes', async () => {
  const mine = await enterMine(official, { facts: { name: "a'b $1 \\ $$" } });
  for (const q of ["a'b", '$1', '\\', '$$', "'; DROP TABLE mine; --", '$2 $3']) {
    const { rows } = tableOf((await fetchFile(await make({ q }))).bytes);
    expect(rows.map((row) => row['主体编号'])).toEqual("a'b $1 \\ $$".includes(q) ? [mine.number] : []);
  }
});

test('a file goes out once: a second fetch is refused, also together with the first, also under one key', async () => {
  const made = await make();
  const headers = { 'idempotency-key': 'the-file-once-only' };
  const answers = await Promise.all(
    [1, 2, 3].map(() => official.call(exportRoutes.file, { params: { id: made.id }, headers })),
  );
  answers.push(await fetchFile(made));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('already-done');
});

test('asking for the head of a file takes nothing away', async () => {
  const made = await make();
  const head = await official.inject({ method: 'HEAD', url: `/api/exports/${made.id}/file` });
  expect(head.statusCode).toBe(404);
  expect((await fetchFile(made)).status).toBe(200);
});

test('only its maker fetches a file: for anybody else it is not there', async () => {
  const made = await make();
  for (const who of ['neighbour', 'city', 'manager', 'auditor'] as const)
    expect((await fetchFile(made, await house.as(who))).problem).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  expect((await fetchFile(made)).status).toBe(200);
});

test('an export as of a day has the values of that day, though they changed since', async () => {
  const mine = await enterMine(official, { facts: { name: '旧名石场' } });
  await edit(official, mine, '2026-06-01', { name: '新名石场' });
  const nameOn = async (asOf: string | undefined) =>
    tableOf((await fetchFile(await make({ q: mine.number, asOf }))).bytes).rows[0]?.['矿山名称'];
  expect(await nameOn('2026-05-31')).toBe('旧名石场');
  expect(await nameOn('2026-06-01')).toBe('新名石场');
  expect(await nameOn(undefined)).toBe('新名石场');
  expect(await nameOn('2026-03-01')).toBeUndefined();
});

test('the Chinese file name arrives whole, and no sign of it breaks the header (S40)', async () => {
  const answer = await fetchFile(await make({ asOf: '2026-05-31' }));
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="export.csv"; filename*=UTF-8''${encodeURIComponent('矿山台账-赣县区-2026-05-31.csv')}`,
  );
  const english = await fetchFile(await make({}, 'en'));
  expect(english.headers['content-disposition']).toMatch(/mines-[A-Za-z-]+-2026-11-24\.csv$/);
});

test('an export that finds nothing has its header and no row', async () => {
  const made = await make({ q: '没有这样的矿山' });
  expect(tableOf((await fetchFile(made)).bytes).rows).toEqual([]);
  expect((await finished(made)).rows).toBe(0);
});

test('an export whose COPY is cut by the database is recorded as broken, and the next one works', async () => {
  const made = await make();
  await house.sql('ALTER TABLE region RENAME TO region_away');
  const answer = await fetchFile(made).catch(() => null);
  await house.sql('ALTER TABLE region_away RENAME TO region');
  expect(answer?.status).not.toBe(201);
  expect(await finished(made)).toMatchObject({ state: 'broken', sha256: null });
  expect((await fetchFile(await make())).status).toBe(200);
});
