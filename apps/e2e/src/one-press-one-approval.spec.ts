import { expect, test } from '@jest/globals';
import { reviewRoutes, type MineView } from '@qingshan/contracts';
import type { Locator, Page } from 'playwright-core';
import { caller } from './testing/caller';
import { enterMine } from './testing/found-mine';
import { submit } from './testing/reviews';
import { visit } from './testing/visit';
import { zh } from './testing/words';

/** Two that wait one after the other, the first of them open, and the requests that approve. */
const openFirst = async (...numbers: [string, string]) => {
  const mines: MineView[] = [];
  for (const number of numbers) mines.push(await enterMine(caller('official'), number));
  for (const { id } of mines) await submit(id, '2026-04-01');
  const [first, next] = mines as [MineView, MineView];
  const query = { show: 'mine', mineId: first.id } as const;
  const { rows } = await caller('city').get(reviewRoutes.list, { query });
  const page = await visit('city', `/reviews?open=${rows[0]?.id}`);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/approval')) asked.push(request.url());
  });
  const heading = (mine: MineView): Locator => page.getByRole('heading', { level: 2, name: mine.name });
  await heading(first).waitFor();
  const approve = page.getByRole('button', { name: zh('reviews.approveKey'), exact: true });
  return { page, approve, asked, atNext: heading(next) };
};

/** What a press sets going has been asked for by then. */
const pressed = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));

test('the second click of a double click approves nothing: what it meant is not shown any more', async () => {
  const { page, approve, asked, atNext } = await openFirst('E2E-TWICE-1', 'E2E-TWICE-2');
  await approve.hover();
  await page.mouse.down();
  await page.mouse.up();
  await atNext.waitFor();
  await approve.hover();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await pressed(page);
  expect(asked).toHaveLength(1);
});

test('Enter pressed again on the button opens what came next to be read, and approves it not', async () => {
  const { page, approve, asked, atNext } = await openFirst('E2E-TWICE-3', 'E2E-TWICE-4');
  await approve.focus();
  await page.keyboard.press('Enter');
  await atNext.waitFor();
  await page.keyboard.press('Enter');
  await pressed(page);
  expect(asked).toHaveLength(1);
  expect(await atNext.evaluate((element) => element === document.activeElement)).toBe(true);
});
