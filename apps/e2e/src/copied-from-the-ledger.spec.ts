import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settled } from './testing/settled';
import { visit } from './testing/visit';

const openLedger = async () => {
  const page = await visit('official', '/mines?q=ZT3607040');
  await settled(page);
  return page;
};
const wordsOf = (page: Page, cell: string) => page.locator(`[data-cell="${cell}"] [data-content]`);

/** What was copied, as it comes out where it is pasted. */
const pasted = async (page: Page): Promise<string> => {
  const search = page.locator('input[type="search"]').first();
  await search.fill('');
  await page.keyboard.press('Control+v');
  return search.inputValue();
};

test('Ctrl+C copies the cell one is in, as in a spreadsheet', async () => {
  const page = await openLedger();
  const name = await wordsOf(page, '2:0').innerText();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Control+c');
  expect(await pasted(page)).toBe(name);
});

test('words of a cell that were drawn over with the mouse are copied, and no mine opens', async () => {
  const page = await openLedger();
  const words = wordsOf(page, '1:2');
  const box = await words.boundingBox();
  if (!box) throw new Error('The cell is nowhere');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, middle, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.press('Control+c');
  expect(new URL(page.url()).searchParams.has('open')).toBe(false);
  const copied = await pasted(page);
  expect(copied.length).toBeGreaterThan(0);
  const whole = await words.innerText();
  expect(whole.startsWith(copied) && copied !== whole).toBe(true);
});
