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

/** Strokes at the keyboard of the old browser, counted; a chord is one. Words that only the person knows are not. */
export const oldHands = (page: Page) => {
  const hands = {
    strokes: 0,
    press: async (...strokes: string[]) => {
      for (const stroke of strokes) {
        hands.strokes += 1;
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
