import { describe, expect, test } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { hasOldBrowser } from './testing/old-browser';
import { focusOn, placeOfOld } from './testing/old-hands';
import { oneOldPage } from './testing/old-ledger';
import { zh } from './testing/words';

/** Mines of the demo: those that other journeys enter have short words. */
const MINES = '/mines?q=ZT3607040';
const COLUMN = zh('labels.field.mineralCode');
const EDGE = ['[role="separator"]', zh('ui.grid.widthOf', { column: COLUMN })] as const;

const filled = (page: Page) => page.waitForSelector('[role="grid"][aria-busy="false"] [role="rowheader"]');

/** The width of the column, and whether anything in it is cut off. */
const seen = (page: Page) =>
  page.evaluate((name: string) => {
    const header = [...document.querySelectorAll('[role="columnheader"]')].find(
      ({ textContent }) => textContent?.trim() === name,
    );
    const cells = document.querySelectorAll(`[aria-colindex="${header?.ariaColIndex}"] [data-content]`);
    return {
      width: Math.round(header?.getBoundingClientRect().width ?? 0),
      cutOff: [...cells].some((words) => words.scrollWidth > words.clientWidth),
    };
  }, COLUMN);

(hasOldBrowser() ? describe : describe.skip)('columns on a real Chromium 90', () => {
  const { asAuditor } = oneOldPage();

  test('by mouse an edge is dragged, pressed twice, and stays where it was put', async () => {
    const { page, mouse, troubles } = await asAuditor(MINES);
    await filled(page);
    const { width } = await seen(page);
    const drag = async (by: number) => {
      const [x, y] = await placeOfOld(page, ...EDGE);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + by, y, { steps: 3 });
      await page.mouse.up();
    };
    await drag(60);
    expect((await seen(page)).width).toBe(width + 60);
    await drag(-900);
    expect(await seen(page)).toEqual({ width: 64, cutOff: true });
    await page.reload();
    await filled(page);
    expect(await seen(page)).toEqual({ width: 64, cutOff: true });
    await mouse.doubleClick(...EDGE);
    const fitted = await seen(page);
    expect(fitted.width).toBeGreaterThan(64);
    expect(fitted.cutOff).toBe(false);
    expect(troubles).toEqual([]);
  });

  test('Ctrl+C copies the cell one is in', async () => {
    const { page, hands, troubles } = await asAuditor('/mines?stage=restored');
    await filled(page);
    await hands.press('j', 'Control+c', '/');
    await focusOn(page, 'input[type="search"]');
    await hands.press('Control+v');
    const name = await page.$eval('[data-cell="0:0"] [data-content]', ({ textContent }) => textContent);
    const value = await page.$eval('input[type="search"]', (input) => (input as HTMLInputElement).value);
    expect(value).toBe(name);
    expect(troubles).toEqual([]);
  });

  test('a finger drags an edge too, and nothing under it scrolls', async () => {
    const { page, troubles } = await asAuditor(MINES);
    await page.setViewport({ width: 1024, height: 768, hasTouch: true });
    await filled(page);
    const { width } = await seen(page);
    const [x, y] = await placeOfOld(page, ...EDGE);
    const scrolled = () => page.$eval('[role="grid"]', ({ scrollLeft }) => [scrollLeft, window.scrollY]);
    const before = await scrolled();
    const session = await page.target().createCDPSession();
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: { x: number; y: number }[]
    ) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', { x, y });
    for (const by of [10, 25, 40]) await touch('touchMove', { x: x + by, y });
    expect(await scrolled()).toEqual(before);
    await touch('touchEnd');
    expect((await seen(page)).width).toBe(width + 40);
    expect(troubles).toEqual([]);
  });
});
