import type { Page } from 'playwright-core';

/** What makes a page wider than its window, and by how much: a phone's would have to be pushed aside. */
export const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // The frame around a page scrolls on its own: what sticks out of it makes the document no wider.
    const wide = Math.max(
      ...[document.documentElement, ...document.querySelectorAll('#main')].map(
        ({ scrollWidth }) => scrollWidth,
      ),
    );
    if (wide <= window.innerWidth) return [];
    const sticking = [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120));
    return [`${wide} px wide`, ...sticking];
  });
