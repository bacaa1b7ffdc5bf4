import { afterEach, describe, expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import { caller } from './testing/caller';
import { enterMine } from './testing/found-mine';
import { house } from './testing/house';
import {
  closeOldBrowser,
  hasOldBrowser,
  openOldBrowser,
  press,
  retype,
  says,
  signInOld,
} from './testing/old-browser';
import { counted, zh } from './testing/words';

const GRID = '[role="grid"][aria-busy="false"]';
const at = (path: string) => `${house().url}${path}`;

// Trusted browsers of many offices are Chromium 90 inside (ux.md D2). There is a build of it for 64-bit Linux only.
(hasOldBrowser() ? describe : describe.skip)('on a real Chromium 90', () => {
  afterEach(closeOldBrowser);

  test('it is that old', async () => {
    const { page } = await openOldBrowser();
    expect(await page.browser().version()).toMatch(/Chrome\/90\./);
  });

  test('an official signs in, finds a mine, opens its file and edits it', async () => {
    const { id, name } = await enterMine(caller('official'), 'E2E-OLD', { name: '老浏览器石场' });
    const { page, troubles } = await openOldBrowser();
    await page.goto(at('/sign-in?to=%2Fmines'));
    await signInOld(page, 'official');
    await page.waitForSelector(GRID);
    await page.type('input[type="search"]', '老浏览器');
    await page.waitForSelector('[role="grid"][aria-busy="false"][aria-rowcount="2"]');
    await press(page, '[role="grid"] a', name);
    await says(page, 'h1', name);
    await press(page, 'a', zh('mines.edit.open'));
    await page.waitForSelector('dialog[open] input[name="town"], [role="dialog"] input[name="town"]');
    await retype(page, 'input[name="town"]', '江口镇');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('input[name="town"]') === null);
    const saved = await caller('official').get(mineRoutes.read, { params: { id } });
    expect(saved.town).toBe('江口镇');
    await says(page, 'main', '江口镇');
    expect(troubles).toEqual([]);
  });

  test('a manager sees the figures of a past day and the mines behind them', async () => {
    const { page, troubles } = await openOldBrowser();
    await page.goto(at('/sign-in?to=%2Ffigures%3FasOf%3D2022-12-31'));
    await signInOld(page, 'manager');
    await says(page, 'main', counted(10_253));
    await says(page, 'main', counted(7_023));
    await page.goto(at('/mines?stage=restored&asOf=2022-12-31'));
    await page.waitForSelector(`[role="grid"][aria-busy="false"][aria-rowcount="${7_023 + 1}"]`);
    expect(troubles).toEqual([]);
  });

  test('a manager sees the mines on the map, and opens the ring in the middle by keyboard', async () => {
    const { page, troubles } = await openOldBrowser();
    await page.goto(at(`/sign-in?to=${encodeURIComponent('/mines/map?at=115.65,24.95,8.0')}`));
    await signInOld(page, 'manager');
    await page.waitForSelector('[role="application"][data-settled="true"]');
    await page.focus('[role="application"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`[aria-label="${zh('mines.map.under')}"]`);
    await page.focus('[role="application"]');
    await page.keyboard.press('Escape');
    await page.waitForSelector(`[aria-label="${zh('mines.map.rings')}"]`);
    const painted = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLCanvasElement>('[role="application"] canvas')].some((canvas) =>
        canvas
          .getContext('2d')
          ?.getImageData(0, 0, canvas.width, canvas.height)
          .data.some((value) => value > 0),
      ),
    );
    expect(painted).toBe(true);
    expect(troubles).toEqual([]);
  });

  test('an auditor finds the exports and the choosers of the ledger', async () => {
    const { page, troubles } = await openOldBrowser();
    await page.goto(at('/sign-in?to=%2Fexports'));
    await signInOld(page, 'auditor');
    await says(page, 'h1', zh('exports.title'));
    await page.goto(at('/mines'));
    await page.waitForSelector(GRID);
    await page.waitForSelector('.ant-select');
    expect(troubles).toEqual([]);
  });
});
