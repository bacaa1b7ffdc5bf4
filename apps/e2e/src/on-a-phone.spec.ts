import { expect, test } from '@jest/globals';
import { PLACES } from './testing/places';
import { settled } from './testing/settled';
import { revisit, visit } from './testing/visit';

const WIDTH = 390;

test.each(PLACES)(
  '$name fits a phone, in both languages: nothing has to be pushed aside',
  async ({ who, path }) => {
    const page = await visit(who, await path(), { width: WIDTH });
    for (const language of ['zh', 'en'] as const) {
      await revisit(page, { language });
      await settled(page);
      const { wide, sticking } = await page.evaluate(() => ({
        // The frame around a page scrolls on its own: what sticks out of it makes the document no wider.
        wide: Math.max(
          ...[document.documentElement, ...document.querySelectorAll('#main')].map(
            ({ scrollWidth }) => scrollWidth,
          ),
        ),
        sticking: [...document.querySelectorAll('main *')]
          .filter(
            (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
          )
          .slice(0, 5)
          .map((element) => element.outerHTML.slice(0, 120)),
      }));
      expect({ language, wide, sticking: wide > WIDTH ? sticking : [] }).toEqual({
        language,
        wide: WIDTH,
        sticking: [],
      });
    }
  },
);
