import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ImportView } from '@qingshan/contracts';
import { openTestApp, type TestApp } from '../../testing/test-app';
import { upload } from '../../testing/upload';

let house: TestApp;

beforeAll(async () => {
  house = await openTestApp();
}, 60_000);
afterAll(() => house.close());

const LEDGER = '主体编号,矿山名称\nZT1,一号矿\n';

const nameOf = async (sent: string): Promise<ImportView['fileName']> =>
  (await upload(await house.as('official'), sent, LEDGER)).fileName;

test.each([
  ['台账 2026.csv', '台账 2026.csv'],
  ['../../etc/passwd.csv', 'passwd.csv'],
  ['C:\\Users\\x\\台账.csv', '台账.csv'],
  ['..\\..\\x.csv', 'x.csv'],
  ['..%2f..%2fx.csv', '..%2f..%2fx.csv'],
  ['CON', 'CON'],
  ['.htaccess', '.htaccess'],
  ['台账\u202evsc.exe.csv', '台账vsc.exe.csv'],
  ['a\u0007b\u0000c.csv', 'abc.csv'],
  ['e\u0301tat.csv', 'état.csv'],
  ['<img onerror=alert(1)>.csv', '<img onerror=alert(1)>.csv'],
  [`${'长'.repeat(300)}.csv`, '长'.repeat(200)],
])('a file called %j is shown as %j (S36, S37)', async (sent, shown) => {
  expect(await nameOf(sent)).toBe(shown);
});

test.each(['..', '/', '\u202e', ' '])('a file called %j still has a name', async (sent) => {
  expect(await nameOf(sent)).toMatch(/^(?:-|\.\.)$/);
});
