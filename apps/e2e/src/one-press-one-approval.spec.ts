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

test('of two approved at once the one that somebody else took is named, and the dialog stays about two', async () => {
  const { page, asked } = await openFirst('E2E-TAKEN-1', 'E2E-TAKEN-2');
  for (const number of ['E2E-TAKEN-1', 'E2E-TAKEN-2'])
    await page.getByRole('checkbox', { name: new RegExp(`${number}`) }).check();
  const many = zh('reviews.approveMany', { count: 2, value: '2' });
  await page.getByRole('button', { name: many, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: many });
  const query = { show: 'mine', pageSize: 200 } as const;
  const { rows } = await caller('city').get(reviewRoutes.list, { query });
  const taken = rows.find(({ number }) => number === 'E2E-TAKEN-2');
  if (!taken) throw new Error('nothing waits');
  const { id, version, contentHash } = taken;
  await caller('city').get(reviewRoutes.approve, { params: { id }, body: { version, contentHash } });
  await dialog.getByRole('button', { name: zh('reviews.approve'), exact: true }).click();
  await dialog.getByText(zh('reviews.notApproved')).waitFor();
  // What was refused makes the page ask anew: by then the queue is without both.
  await page
    .getByRole('checkbox', { name: /E2E-TAKEN/, includeHidden: true })
    .first()
    .waitFor({ state: 'detached' });
  expect(asked).toHaveLength(2);
  expect(await dialog.getByRole('alert').getByText(taken.name).count()).toBe(1);
});
