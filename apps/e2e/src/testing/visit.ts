import { join } from 'node:path';
import type { Language } from '@qingshan/domain';
import { chromium, type Browser, type Page } from 'playwright-core';
import { house, resident, type Resident, type Username } from './house';

export interface Manner {
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

/** A page that is open, and what went wrong on it that nobody looking at it would see. */
interface Visit {
  readonly page: Page;
  readonly troubles: string[];
}

const PICTURES = join(__dirname, '../../../../.qingshan/journeys');
const heightFor = (width: number) => (width < 600 ? 844 : 900);

let browser: Promise<Browser> | undefined;
let visits: Visit[] = [];

/** Opens the page as somebody who is signed in, or as nobody. */
export const visit = async (
  who: Username | Resident | null,
  path: string,
  manner: Manner = {},
): Promise<Page> => {
  const { language = 'zh', theme = 'light', width = 1440 } = manner;
  browser ??= chromium.connect(house().browser);
  const context = await (
    await browser
  ).newContext({
    baseURL: house().url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height: heightFor(width) },
    reducedMotion: 'reduce',
    storageState: storageOf(typeof who === 'string' ? resident(who) : who, { language, theme }),
  });
  // Machines differ in speed; a journey that hangs is ended by jest.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    // A refused request is told as an error by the browser itself, and is often what the journey is about.
    const isOurs = message.type() === 'error' && !message.text().startsWith('Failed to load resource');
    if (isOurs) troubles.push(message.text());
  });
  visits.push({ page, troubles });
  await page.goto(path);
  return page;
};

/** The same page in another manner, as if it were opened anew: quicker than a visit. */
export const revisit = async (page: Page, { width, ...taste }: Manner): Promise<void> => {
  await page.evaluate((chosen) => {
    for (const [key, value] of chosen) localStorage.setItem(`qingshan.${key}`, value);
  }, Object.entries(taste));
  if (width !== undefined) await page.setViewportSize({ width, height: heightFor(width) });
  await page.reload();
};

const storageOf = (who: Resident | null, taste: Record<string, string>) => {
  const { origin, hostname } = new URL(house().url);
  const [name = '', value = ''] = who?.cookie.split('=') ?? [];
  const cookie = { name, value, domain: hostname, path: '/', expires: -1, httpOnly: true, secure: false };
  return {
    cookies: who ? [{ ...cookie, sameSite: 'Strict' as const }] : [],
    origins: [
      {
        origin,
        localStorage: Object.entries(taste).map(([key, chosen]) => ({
          name: `qingshan.${key}`,
          value: chosen,
        })),
      },
    ],
  };
};

/** Closes what the test opened and gives its hidden troubles; a failed test leaves pictures. */
export const leave = async (pictureName: string | null): Promise<string[]> => {
  const open = visits;
  visits = [];
  for (const [index, { page }] of open.entries()) {
    if (pictureName && !page.isClosed())
      await page
        .screenshot({ path: join(PICTURES, `${pictureName} ${index + 1}.png`) })
        .catch(() => undefined);
    await page.context().close();
  }
  return open.flatMap(({ troubles }) => troubles);
};

export const closeBrowser = async (): Promise<void> => {
  await (await browser)?.close();
  browser = undefined;
};
