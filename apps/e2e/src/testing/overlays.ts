import type { Page } from 'playwright-core';
import type { Username } from './house';
import type { Say } from './words';

interface Overlay {
  readonly name: string;
  readonly who: Username;
  readonly path: string;
  /** Opens it over its page, which speaks the given language. */
  readonly open: (page: Page, say: Say) => Promise<void>;
}

const pressed = (key: string) => (page: Page, say: Say) =>
  page
    .getByRole('button', { name: say(key) })
    .first()
    .click();

/** What opens over a page and has no address of its own. */
export const OVERLAYS: readonly Overlay[] = [
  { name: 'columns and density', who: 'official', path: '/mines', open: pressed('mines.view.open') },
  { name: 'more filters', who: 'official', path: '/mines', open: pressed('mines.filter.more') },
  {
    name: 'a view to be saved',
    who: 'official',
    path: '/mines?stage=survey',
    open: pressed('mines.views.save'),
  },
  {
    name: 'many mines to be edited',
    who: 'official',
    path: '/mines',
    open: async (page, say) => {
      await page.getByRole('checkbox', { name: say('mines.bulk.tickAll') }).check();
      await pressed('mines.bulk.open')(page, say);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a mine at the side',
    who: 'official',
    path: '/mines',
    open: async (page) => {
      await page.locator('[data-cell="0:0"]').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('complementary').last().waitFor();
    },
  },
  {
    name: 'the keys',
    who: 'auditor',
    path: '/exports',
    open: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'the quick find',
    who: 'official',
    path: '/exports',
    open: async (page, say) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: say('shell.find.label') }).fill('稀土');
      await page.getByText(say('shell.find.mines'), { exact: true }).waitFor();
    },
  },
  {
    name: 'the quick find without a find',
    who: 'auditor',
    path: '/exports',
    open: async (page, say) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: say('shell.find.label') }).fill('无此矿山名');
      await page.getByText(say('shell.find.none', { text: '无此矿山名' })).waitFor();
    },
  },
  { name: 'light, dark and size', who: 'auditor', path: '/exports', open: pressed('shell.display.label') },
  { name: 'the account', who: 'auditor', path: '/exports', open: pressed('shell.account.label') },
];
