import { expect, test } from '@jest/globals';
import { settled } from './testing/settled';
import { visit } from './testing/visit';
import { en, zh } from './testing/words';

test('one press changes the language of everything, and it stays so', async () => {
  const page = await visit('manager', '/mines');
  await settled(page);
  await page.getByRole('button', { name: en('shell.language.en') }).click();
  await page.getByRole('heading', { level: 1, name: en('mines.title'), exact: true }).waitFor();
  expect(await page.title()).toBe(`${en('mines.title')} · ${en('app.name')}`);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: en('mines.title'), exact: true }).waitFor();
  await page.getByRole('button', { name: zh('shell.language.zh') }).click();
  await page.getByRole('heading', { level: 1, name: zh('mines.title'), exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});
