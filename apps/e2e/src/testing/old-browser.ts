import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { house, resident, type Username } from './house';

/** A page in the Chromium 90 of many offices, and what went wrong on it that nobody looking at it would see. */
export interface OldPage {
  readonly page: Page;
  readonly troubles: string[];
}

let browser: Browser | undefined;

/** Whether one was built for this machine. */
export const hasOldBrowser = (): boolean => house().oldBrowser !== null;

/** Opens it anew: with more than one page it is not to be trusted (ux.md §9). */
export const openOldBrowser = async (): Promise<OldPage> => {
  browser = await puppeteer.launch({
    ...house().oldBrowser,
    defaultViewport: { width: 1440, height: 900 },
    timeout: 120_000,
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(message.text());
  });
  return { page, troubles };
};

export const closeOldBrowser = async (): Promise<void> => {
  const running = browser?.process();
  browser = undefined;
  if (!running || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGKILL');
  await ended;
};

/** Types what nobody has to remember and goes in. */
export const signInOld = async (page: Page, who: Username): Promise<void> => {
  const { username, password } = resident(who);
  await page.waitForSelector('input[type="password"]');
  await page.type('input[name="username"]', username);
  await page.type('input[type="password"]', password);
  await page.keyboard.press('Enter');
};

/** Waits until a part of the page says a text. */
export const says = async (page: Page, selector: string, text: string): Promise<void> => {
  await page.waitForFunction(
    (where: string, what: string) =>
      [...document.querySelectorAll(where)].some((element) => element.textContent?.includes(what)),
    {},
    selector,
    text,
  );
};

/** Presses the control that bears a name. */
export const press = async (page: Page, selector: string, name: string): Promise<void> => {
  await says(page, selector, name);
  for (const control of await page.$$(selector)) {
    const text = await control.evaluate((element) => element.textContent);
    if (text?.trim() !== name) continue;
    await control.click();
    return;
  }
  throw new Error(`Nothing is called ${name}`);
};

/** Puts another text into a field, letter by letter: this build dies when a text is selected, on any page. */
export const retype = async (page: Page, field: string, text: string): Promise<void> => {
  const { length } = await page.$eval(field, (input) => (input as HTMLInputElement).value);
  await page.focus(field);
  await page.keyboard.press('End');
  for (let letter = 0; letter < length; letter += 1) await page.keyboard.press('Backspace');
  await page.type(field, text);
};
