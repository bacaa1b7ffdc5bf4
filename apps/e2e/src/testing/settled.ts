import type { Page } from 'playwright-core';
import { en, zh } from './words';

/** Waits until a page has its heading and nothing on it is still on its way. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(
    (loading) =>
      !document.querySelector('[aria-busy="true"]') &&
      ![...document.querySelectorAll('[role="status"]')].some((element) =>
        loading.includes(element.textContent.trim()),
      ),
    [zh('ui.loading'), en('ui.loading')],
  );
};
