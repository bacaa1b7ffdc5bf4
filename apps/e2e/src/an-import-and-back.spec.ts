import { expect, test } from '@jest/globals';
import { importRoutes, mineRoutes, systemRoutes } from '@qingshan/contracts';
import type { Page } from 'playwright-core';
import { violations } from './testing/axe';
import { caller } from './testing/caller';
import { apiPid, house } from './testing/house';
import { ledgerSample } from './testing/ledgers';
import { settled } from './testing/settled';
import { revisit, visit } from './testing/visit';
import { counted, zh } from './testing/words';

const FILE = 'input[type=file]';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const file = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer });
const csv = (name: string, lines: readonly string[]) => file(name, Buffer.from(`${lines.join('\n')}\n`));

const press = (page: Page, key: string, slots = {}) =>
  page.getByRole('button', { name: zh(key, slots), exact: true }).click();

const rowsOf = (count: number) => ({ count, value: counted(count) });

/** Whatever is on screen keeps nobody out, in either language. */
const expectAccessible = async (page: Page) => {
  for (const language of ['en', 'zh'] as const) {
    await revisit(page, { language });
    await settled(page);
    expect(await violations(page)).toEqual([]);
  }
};

const mines = async (q: string) =>
  (await caller('official').get(mineRoutes.list, { query: { q } })).rows.filter(
    ({ stage }) => stage !== 'removed',
  );

test('with the mouse: a sheet is chosen, a cell put right, the rows written and taken back', async () => {
  const page = await visit('official', '/imports');
  await page
    .locator(FILE)
    .setInputFiles(file('分镇.xlsx', Buffer.from(await ledgerSample('sheets-by-town.xlsx').arrayBuffer())));
  await page.waitForURL('**/imports/*');
  await expectAccessible(page);
  await page.getByLabel(zh('imports.reading.sheet')).selectOption('梅林镇');
  await press(page, 'imports.reading.again');
  await press(page, 'imports.columns.check', rowsOf(1));
  await page.getByRole('heading', { name: zh('imports.rows.title') }).waitFor();
  // Both presses of a double click are to meet the row at one place.
  await settled(page);
  await page.getByRole('gridcell', { name: /ST-11/ }).first().dblclick();
  const row = page.getByRole('dialog');
  await row.getByRole('button', { name: zh('imports.correct.open') }).click();
  await row.getByRole('textbox', { name: /矿山名称/ }).fill('章甫老石场');
  await row.getByRole('button', { name: zh('imports.correct.save') }).click();
  await row.getByRole('button', { name: zh('imports.correct.open') }).waitFor();
  await page.keyboard.press('Escape');
  await press(page, 'imports.apply.open', rowsOf(1));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh('imports.apply.confirm') })
    .click();
  await page.getByText(zh('imports.state.done'), { exact: true }).waitFor();
  expect((await mines('ST-11')).map(({ name }) => name)).toEqual(['章甫老石场']);
  await expectAccessible(page);

  await press(page, 'imports.undo.open');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh('imports.undo.confirm') })
    .click();
  await page.getByText(zh('imports.undo.done', rowsOf(1))).waitFor();
  expect(await mines('ST-11')).toEqual([]);
  await expectAccessible(page);
});

/** Presses Tab until what has the focus says so. */
const tabTo = async (page: Page, name: string | RegExp) => {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '';
    });
    if (typeof name === 'string' ? said === name : name.test(said)) return;
  }
  throw new Error(`Tab does not reach ${String(name)}`);
};

test('by keyboard alone: a ledger is chosen, checked and written', async () => {
  const ledger = csv('键盘.csv', ['主体编号,矿山名称,图斑面积(亩)', 'E2E-KEYS-1,键盘石场,15']);
  const page = await visit('official', '/imports');
  // Asked for before the key is pressed: the browser offers no second chance to answer its dialog.
  page.on('filechooser', (chooser) => void chooser.setFiles(ledger));
  await settled(page);
  await tabTo(page, zh('imports.drop.choose'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/imports/*');
  await settled(page);
  await tabTo(page, zh('imports.columns.check', rowsOf(1)));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: zh('imports.rows.title') }).waitFor();
  await tabTo(page, zh('imports.apply.open', rowsOf(1)));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, zh('imports.apply.confirm'));
  await page.keyboard.press('Enter');
  await page.getByText(zh('imports.state.done'), { exact: true }).waitFor();
  expect((await mines('E2E-KEYS-1')).map(({ regionCode }) => regionCode)).toEqual(['360704']);
});

test('words in a guessed encoding are looked at and confirmed before they are checked', async () => {
  const page = await visit('official', '/imports');
  await page
    .locator(FILE)
    .setInputFiles(
      file('west.csv', Buffer.from('Mine number;Mine name\nWW-1;Caf\xe9 \x96 Nord\n', 'latin1')),
    );
  await page.waitForURL('**/imports/*');
  await page.getByText(zh('imports.reading.confirmFirst')).waitFor();
  await expectAccessible(page);
  const check = page.getByRole('button', { name: zh('imports.columns.check', rowsOf(1)), exact: true });
  expect(await check.isDisabled()).toBe(true);
  await press(page, 'imports.reading.confirm', { encoding: 'WINDOWS-1252' });
  await page.getByText(zh('imports.reading.confirmFirst')).waitFor({ state: 'detached' });
  expect(await check.isEnabled()).toBe(true);
});

const answersAgain = async (): Promise<void> => {
  const health = () => fetch(`${house().url}/api${systemRoutes.health.path}`);
  const isWell = () =>
    health().then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isWell())) await pause(50);
};

test('a page that is reloaded and a server that is killed in the middle lose nothing', async () => {
  const ROWS = 3_000;
  const lines = Array.from({ length: ROWS }, (_, index) => `E2E-CUT-${index + 1},断电石场${index + 1},15`);
  const official = caller('official');
  const uploaded = await official.get(importRoutes.upload, {
    file: new File([['主体编号,矿山名称,图斑面积(亩)', ...lines].join('\n')], '断电.csv'),
  });
  const params = { id: uploaded.id };
  const columns = uploaded.columns.map(({ column, field, unit }) => ({ column, field, unit }));
  await official.get(importRoutes.check, { params, body: { columns } });

  const page = await visit('official', `/imports/${uploaded.id}`);
  await press(page, 'imports.apply.open', rowsOf(ROWS));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh('imports.apply.confirm') })
    .click();
  await page.getByRole('progressbar').waitFor();
  await page.reload();
  await page.getByRole('progressbar').waitFor();
  const killed = apiPid();
  process.kill(killed, 'SIGKILL');
  while (apiPid() === killed) await pause(20);
  await answersAgain();
  await page.getByText(zh('imports.state.done'), { exact: true }).waitFor();
  const there = await official.get(mineRoutes.list, { query: { q: 'E2E-CUT-', pageSize: 1 } });
  expect(there.total).toBe(ROWS);

  await press(page, 'imports.undo.open');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh('imports.undo.confirm') })
    .click();
  await page.getByText(zh('imports.undo.done', rowsOf(ROWS))).waitFor();
  expect(await mines('E2E-CUT-')).toEqual([]);
});
