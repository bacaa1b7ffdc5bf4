import { mkdtempSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { house, resident, type Username } from './house';

type Key = Parameters<Page['keyboard']['press']>[0];

/** Goes to a page as somebody whose session is open already. */
export const visitOld = async (page: Page, who: Username, path: string): Promise<void> => {
  const [name = '', value = ''] = resident(who).cookie.split('=');
  await page.setCookie({ name, value, url: house().url, httpOnly: true, sameSite: 'Strict' });
  await page.goto(`${house().url}${path}`);
};

/**
 * The middle of what is called so, or of the first there is: waits until it can be seen and pressed, and has stood where it
 * stands for as long as two pictures take.
 */
export const placeOfOld = async (page: Page, selector: string, name?: string): Promise<[number, number]> => {
  const found = await page.waitForFunction(
    async (where: string, words: string | null) => {
      const control = [...document.querySelectorAll(where)].find(
        (element) =>
          (words === null ||
            [element.getAttribute('aria-label'), element.textContent?.trim()].includes(words)) &&
          !element.matches(':disabled') &&
          element.getClientRects().length > 0,
      );
      if (!control) return null;
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const seen = control.getBoundingClientRect();
      for (let picture = 0; picture < 2; picture += 1) await new Promise(requestAnimationFrame);
      const { x, y, width, height } = control.getBoundingClientRect();
      const at = [x + width / 2, y + height / 2] as const;
      const onTop = document.elementFromPoint(...at);
      const stands = control.isConnected && seen.x === x && seen.y === y;
      return stands && onTop && (control.contains(onTop) || onTop.contains(control)) ? at : null;
    },
    {},
    selector,
    name ?? null,
  );
  return (await found.jsonValue()) as [number, number];
};

/** Presses of the mouse in the old browser, counted; of a double press, both. */
export const oldMouse = (page: Page) => {
  const mouse = {
    clicks: 0,
    click: async (selector: string, name?: string) => {
      mouse.clicks += 1;
      await page.mouse.click(...(await placeOfOld(page, selector, name)));
    },
    doubleClick: async (selector: string, name?: string) => {
      mouse.clicks += 2;
      const at = await placeOfOld(page, selector, name);
      await page.mouse.click(...at);
      await page.mouse.click(...at, { clickCount: 2 });
    },
  };
  return mouse;
};

/** Goes on to a field that Tab would come to next and has text in it: Tab would select that, and this build dies of it. */
const goesToText = (page: Page) =>
  page.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, [tabindex]')];
    const next = stops.find(
      (stop) =>
        stop.tabIndex >= 0 &&
        !stop.matches(':disabled') &&
        stop.getClientRects().length > 0 &&
        (document.activeElement?.compareDocumentPosition(stop) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    if (!(next instanceof HTMLInputElement) || next.value === '') return false;
    next.focus();
    return true;
  });

/** Strokes at the keyboard of the old browser, counted; a chord is one. Words that only the person knows are not. */
export const oldHands = (page: Page) => {
  const hands = {
    strokes: 0,
    press: async (...strokes: string[]) => {
      for (const stroke of strokes) {
        hands.strokes += 1;
        if (stroke === 'Tab' && (await goesToText(page))) continue;
        const keys = stroke.split('+') as Key[];
        const last = keys.pop() ?? 'Escape';
        for (const key of keys) await page.keyboard.down(key);
        await page.keyboard.press(last);
        for (const key of keys.reverse()) await page.keyboard.up(key);
      }
    },
    type: (text: string) => page.keyboard.type(text),
  };
  return hands;
};

/** Presses, and gives the file that lies in the folder of downloads in the end. */
export const oldDownload = async (page: Page, press: () => Promise<void>): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'qingshan-old-download-'));
  const session = await page.target().createCDPSession();
  await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await press();
  for (;;) {
    const [file] = (await readdir(folder)).filter((name) => !name.endsWith('.crdownload'));
    if (file) return readFile(join(folder, file));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Waits until the grid holds so many rows and asks for no more. */
export const oldRows = (page: Page, count: number) =>
  page.waitForSelector(`[role="grid"][aria-busy="false"][aria-rowcount="${count + 1}"]`);

/** Waits until focus is there. A selector with `:focus` would wait for a change of the page, which focus is not. */
export const focusOn = (page: Page, selector: string) =>
  page.waitForFunction((wanted: string) => document.activeElement?.matches(wanted), {}, selector);

export const noDialog = (page: Page) => page.waitForFunction(() => !document.querySelector('dialog[open]'));

/** The browser is told first that its chooser is ours, and only then is it opened. */
export const chooserAfter = async (page: Page, press: () => Promise<void>) => {
  const coming = page.waitForFileChooser();
  await page.evaluate(() => null);
  await press();
  return coming;
};

/** A file as a chooser takes it. */
export const onDisk = (name: string, bytes: Buffer): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'qingshan-old-')), name);
  writeFileSync(path, bytes);
  return path;
};
