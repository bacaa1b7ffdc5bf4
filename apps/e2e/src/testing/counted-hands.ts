import type { Locator, Page } from 'playwright-core';

/**
 * What a person does at the page, counted: presses of the mouse, and strokes of the keyboard (a chord is one). Text that
 * has to be typed anyway is not counted, neither is waiting.
 */
export const countedHands = (page: Page) => {
  const count = { clicks: 0, keys: 0 };
  return {
    count,
    click: async (target: Locator, options: Parameters<Locator['click']>[0] = {}) => {
      count.clicks += 1;
      await target.click(options);
    },
    doubleClick: async (target: Locator) => {
      count.clicks += 2;
      await target.dblclick();
    },
    press: async (...keys: string[]) => {
      for (const key of keys) {
        count.keys += 1;
        await page.keyboard.press(key);
      }
    },
    /** Words and numbers that only the person knows. */
    type: (text: string) => page.keyboard.type(text),
  };
};
