import { expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import type { Page } from 'playwright-core';
import { caller } from './testing/caller';
import { enterMine } from './testing/found-mine';
import { gridOf } from './testing/grid';
import { visit } from './testing/visit';
import { zh } from './testing/words';

const focused = (page: Page) => page.locator(':focus');
const peek = (page: Page) => page.getByRole('complementary', { name: zh('mines.peek.label') });

const openLedger = async () => {
  const { rows, total } = await caller('official').get(mineRoutes.list, { query: {} });
  const page = await visit('official', '/mines');
  await gridOf(page, total);
  return { page, rows };
};

test('`/` goes to the search, arrows go through the rows, Enter opens a mine and Esc closes it', async () => {
  const { page, rows } = await openLedger();
  await page.keyboard.press('/');
  expect(await focused(page).getAttribute('type')).toBe('search');
  for (let step = 0; (await focused(page).getAttribute('data-cell')) === null && step < 40; step += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page).getAttribute('data-cell')).toBe('2:0');
  await page.keyboard.press('Enter');
  await peek(page).getByRole('heading', { name: rows[2]?.name }).waitFor();
  await page.keyboard.press('j');
  await peek(page).getByRole('heading', { name: rows[3]?.name }).waitFor();
  await page.keyboard.press('k');
  await peek(page).getByRole('heading', { name: rows[2]?.name }).waitFor();
  await page.keyboard.press('Escape');
  await peek(page).waitFor({ state: 'detached' });
  expect(await focused(page).getAttribute('data-cell')).toBe('2:0');
});

test('Home, End and Ctrl reach the edges of the ledger', async () => {
  const { page, rows } = await openLedger();
  await page.locator('[data-cell="0:0"]').focus();
  await page.keyboard.press('Control+End');
  expect(await focused(page).getAttribute('data-cell')).toMatch(new RegExp(`^${rows.length - 1}:`));
  await page.keyboard.press('Control+Home');
  expect(await focused(page).getAttribute('data-cell')).toBe('0:0');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/mines?sort=*');
});

test('`?` shows the keys, Esc hides them, and focus comes back to where it was', async () => {
  const { page } = await openLedger();
  await page.locator('[data-cell="0:0"]').focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: zh('shell.keys.title') });
  await help.waitFor();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  expect(await focused(page).getAttribute('data-cell')).toBe('0:0');
});

test('`g` and a letter go to a place, and typing a word in the search goes nowhere', async () => {
  const { page } = await openLedger();
  // The address changes before the page does: its heading says that it is there.
  const headed = (key: string) =>
    page.getByRole('heading', { level: 1, name: zh(key), exact: true }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await headed('exports.title');
  await page.locator('main').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await headed('mines.title');
  await page.keyboard.press('/');
  await page.keyboard.type('ge?');
  expect(await page.getByRole('searchbox').inputValue()).toBe('ge?');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('Ctrl+K finds a mine by its number from any page, and a command by its words', async () => {
  const { number, name } = await enterMine(caller('official'), 'E2E-FIND', { name: '快查石场' });
  const page = await visit('official', '/exports');
  await page.getByRole('heading', { level: 1, name: zh('exports.title') }).waitFor();
  const find = page.getByRole('combobox', { name: zh('shell.find.label') });
  await page.keyboard.press('Control+k');
  await find.waitFor();
  // Enter before the answer is there waits for it.
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(zh('shell.account.keys'));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: zh('shell.keys.title') }).waitFor();
});

test('the quick find says when it fails, and finds once the line is back', async () => {
  await enterMine(caller('official'), 'E2E-CUTLINE', { name: '断线石场' });
  const page = await visit('official', '/exports');
  await page.getByRole('heading', { level: 1, name: zh('exports.title') }).waitFor();
  await page.route('**/api/mines?*', (route) => route.fulfill({ status: 400, body: '' }));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('E2E-CUTLINE');
  await page.getByRole('alert').waitFor();
  await page.unroute('**/api/mines?*');
  await page.getByRole('button', { name: zh('ui.retry') }).click();
  await page.getByRole('option', { name: /断线石场/ }).waitFor();
});

test('keys of one sign can be switched off, and stay so; the others work on', async () => {
  const { page } = await openLedger();
  const help = page.getByRole('dialog', { name: zh('shell.keys.title') });
  await page.keyboard.press('?');
  await help.getByRole('checkbox', { name: zh('shell.keys.single') }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.locator('[data-cell="0:0"]').focus();
  for (const key of ['?', 'j', 'e', 'x', 'f', '/', 'g', 'e']) await page.keyboard.press(key);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await focused(page).getAttribute('data-cell')).toBe('0:0');
  expect(await page.getByRole('row', { selected: true }).count()).toBe(0);
  await page.keyboard.press('ArrowDown');
  expect(await focused(page).getAttribute('data-cell')).toBe('1:0');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: zh('shell.find.label') }).waitFor();
});

test('the first Tab offers to skip the navigation', async () => {
  const { page } = await openLedger();
  await page.keyboard.press('Tab');
  expect(await focused(page).innerText()).toBe(zh('shell.skip'));
  await page.keyboard.press('Enter');
  expect(await focused(page).getAttribute('id')).toBe('main');
});

test('`j` enters the ledger, `e` edits the mine, Ctrl+Enter saves and Ctrl+Z takes it back, both on record', async () => {
  const { id } = await enterMine(caller('official'), 'E2E-STROKES', { town: '撤销镇' });
  const page = await visit('official', '/mines?q=撤销镇');
  await gridOf(page, 1);
  await page.keyboard.press('j');
  expect(await focused(page).getAttribute('data-cell')).toBe('0:0');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'name');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('改名石场');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  const nameNow = async () => (await caller('official').get(mineRoutes.read, { params: { id } })).name;
  expect(await nameNow()).toBe('改名石场');
  await page.getByText(zh('mines.edit.saved', { count: 1 })).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText(zh('mines.edit.takenBack')).waitFor();
  expect(await nameNow()).toBe('青石坳石场E2E-STROKES');
  const { entries } = await caller('official').get(mineRoutes.history, { params: { id } });
  expect(entries).toHaveLength(3);
});

test('`f` opens the filters and stands among them', async () => {
  const { page } = await openLedger();
  await page.keyboard.press('f');
  await page.getByRole('button', { name: zh('mines.filter.fewer') }).waitFor();
  expect(await page.locator('[data-more] :focus').count()).toBe(1);
});

test('a menu is walked with arrows and shut with Esc', async () => {
  const { page } = await openLedger();
  await page.getByRole('button', { name: zh('shell.display.label') }).focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused(page).getAttribute('role')).toBe('menuitemradio');
  await page.keyboard.press('End');
  expect(await focused(page).innerText()).toContain(zh('shell.display.large'));
  await page.keyboard.press('Enter');
  expect(await page.locator('html').getAttribute('data-size')).toBe('large');
});
