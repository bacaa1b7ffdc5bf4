import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createApp } from '../create-app';
import { TestClock } from '../testing/test-clock';
import { connected, openBareDatabase, testEnv, type TestDatabase } from '../testing/test-database';
import { prepareFirstRun } from './first-run';
import { readDivisions } from './read-divisions';

const HEADER = 'code,name_zh,name_en,parent_code,level,successor_code,valid_from,valid_to';
const HUNAN = [
  HEADER,
  '430112,望城区,Wangcheng District,430100,county,,2011-06-20,',
  '430122,望城县,Wangcheng County,430100,county,430112,,2011-06-19',
  '430000,湖南省,Hunan Province,,province,,,',
  '430100,长沙市,Changsha City,430000,city,,,',
  '430112-01,经开区,Economic Zone,430112,functional,,,',
  '',
].join('\n');

let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qingshan-divisions-'));
  database = await openBareDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const start = async (csv: string): Promise<void> => {
  const file = join(folder, 'divisions.csv');
  await writeFile(file, csv);
  const env = testEnv(database.url, { QINGSHAN_REGIONS: file });
  const clock = new TestClock();
  const { close } = await createApp(env, clock, prepareFirstRun(env, clock, () => undefined).loadData);
  await close();
};

const stored = () =>
  connected(database.url, async (client) => {
    const { rows } = await client.query(
      `SELECT code, name_zh, parent_code, successor_code, valid_from, valid_to FROM region ORDER BY code`,
    );
    return rows as unknown[];
  });

describe('another province loads its own divisions', () => {
  test('not before its file is right: a second root, a missing parent or an end without successor stops it', async () => {
    for (const wrong of [
      `${HUNAN}440000,广东省,Guangdong,430000,province,,,\n`,
      `${HUNAN}430102,芙蓉区,Furong District,430900,county,,,\n`,
      `${HUNAN}430103,天心区,Tianxin District,430100,county,,,2020-01-01\n`,
    ])
      await expect(start(wrong)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
    expect(await stored()).toEqual([]);
  });

  test('in any order, with codes that were replaced, functional areas and a waiting room', async () => {
    await start(HUNAN);
    expect(await stored()).toMatchObject([
      { code: '430000', parent_code: null },
      { code: '430000-00', name_zh: '待定', parent_code: '430000' },
      { code: '430100' },
      { code: '430112', valid_from: '2011-06-20', valid_to: null },
      { code: '430112-01', parent_code: '430112' },
      { code: '430122', successor_code: '430112', valid_to: '2011-06-19' },
    ]);
  });

  test('once: a later start leaves them as they are', async () => {
    const before = await stored();
    await start(`${HEADER}\n360000,江西省,Jiangxi Province,,province,,,\n`);
    expect(await stored()).toEqual(before);
  });
});

test.each([
  ['without a level', 'code,name_zh,name_en,parent_code\n', 'lacks the columns level'],
  ['with a code of five digits', `${HEADER}\n43000,湖南省,Hunan,,province,,,\n`, 'row 2'],
  ['with a level that is none', `${HEADER}\n430000,湖南省,Hunan,,state,,,\n`, 'row 2'],
  ['with a division without a name', `${HEADER}\n430000,,Hunan,,province,,,\n`, 'row 2'],
  ['with a day that is none', `${HEADER}\n430000,湖南省,Hunan,,province,,2011-02-30,\n`, 'row 2'],
  ['without a province', `${HEADER}\n430100,长沙市,Changsha City,430000,city,,,\n`, 'names no province'],
])('a file %s says where it is wrong', (_, csv, said) => {
  expect(() => readDivisions('hunan.csv', Buffer.from(csv))).toThrow(said);
});
