import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { violations } from './testing/axe';
import { settled } from './testing/settled';
import { revisit, visit } from './testing/visit';
import { en, zh, type Say } from './testing/words';

const header = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
const widthOf = async (page: Page, name: string) =>
  Math.round((await header(page, name).boundingBox())?.width ?? 0);
const edgeOf = (page: Page, say: Say, column: string) =>
  page.getByRole('separator', { name: say('ui.grid.widthOf', { column }) });

/** Takes the edge of a column in hand and moves it, without letting go. */
const pull = async (page: Page, say: Say, column: string, by: number) => {
  await edgeOf(page, say, column).scrollIntoViewIfNeeded();
  const box = await edgeOf(page, say, column).boundingBox();
  if (!box) throw new Error(`${column} has no edge`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 5 });
};

/** Counts what changes in the rows from now on. */
const watchRows = (page: Page) =>
  page.evaluate(() => {
    const seen = globalThis as unknown as { rowChanges: number };
    seen.rowChanges = 0;
    const rows = [...document.querySelectorAll('[role="grid"] [role="row"]:not([aria-rowindex="1"])')];
    const watch = new MutationObserver((changes) => (seen.rowChanges += changes.length));
    for (const row of rows) watch.observe(row, { attributes: true, childList: true, subtree: true });
    return rows.length;
  });
const rowChanges = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { rowChanges: number }).rowChanges);

/** Waits until something in a column is cut off, or until nothing is. */
const cutsOff = async (page: Page, column: string, wanted: boolean) => {
  const at = await header(page, column).getAttribute('aria-colindex');
  await page.waitForFunction(
    ([place, cut]) =>
      [...document.querySelectorAll(`[aria-colindex="${place}"] [data-content]`)].some(
        (words) => words.scrollWidth > words.clientWidth,
      ) === cut,
    [at, wanted] as const,
  );
};

/** Mines of the demo: those that other journeys enter have short words. */
const MINES = '?q=ZT3607040';

const LANGUAGES = [
  ['zh', zh],
  ['en', en],
] as const;

test.each(LANGUAGES)('by mouse an edge is dragged, and pressed twice (%s)', async (language, say) => {
  const page = await visit('official', `/mines${MINES}`, { language });
  await settled(page);
  const column = say('labels.field.mineralCode');
  const before = await widthOf(page, column);
  expect(await watchRows(page)).toBeGreaterThan(10);
  await pull(page, say, column, 60);
  expect(await widthOf(page, column)).toBe(before + 60);
  expect(await rowChanges(page)).toBe(0);
  await page.mouse.up();
  expect(await widthOf(page, column)).toBe(before + 60);
  expect(new URL(page.url()).search).toBe(MINES);
  expect(await violations(page)).toEqual([]);

  await revisit(page, { language });
  await settled(page);
  expect(await widthOf(page, column)).toBe(before + 60);
  await pull(page, say, column, -900);
  await page.mouse.up();
  expect(await widthOf(page, column)).toBe(64);
  await cutsOff(page, column, true);
  await edgeOf(page, say, column).dblclick();
  await cutsOff(page, column, false);
  expect(await widthOf(page, column)).toBeGreaterThan(64);

  await page.getByRole('button', { name: say('mines.view.open') }).click();
  await page.getByRole('button', { name: say('mines.view.reset') }).click();
  await page.getByRole('button', { name: say('mines.view.done') }).click();
  expect(await widthOf(page, column)).toBe(before);
});

test.each(LANGUAGES)(
  'by keyboard the column of the cell one is in, and its width is told (%s)',
  async (language, say) => {
    const page = await visit('official', `/mines${MINES}`, { language });
    await settled(page);
    const column = say('labels.field.number');
    const before = await widthOf(page, column);
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.getByText(say('ui.grid.width', { column, width: before + 32 })).waitFor();
    expect(await widthOf(page, column)).toBe(before + 32);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await page.getByText(say('ui.grid.width', { column, width: before + 16 })).waitFor();
    expect(await widthOf(page, column)).toBe(before + 16);
    await page.keyboard.press('Alt+Shift+Enter');
    await cutsOff(page, column, false);
    expect(new URL(page.url()).search).toBe(MINES);
    await page.keyboard.press('?');
    await page.getByText(say('shell.keys.columnWidth')).waitFor();
  },
);
