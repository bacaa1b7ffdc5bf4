import { expect, test } from '@jest/globals';
import { violations } from './testing/axe';
import { PLACES } from './testing/places';
import { brokenOn, chineseOn } from './testing/said';
import { settled } from './testing/settled';
import { stickingOut } from './testing/sticking-out';
import { revisit, visit } from './testing/visit';

const DESK = 1440;
const PHONE = 390;

/** Each language once and each theme once: words and colours do not know of each other. */
const LOOKS = [
  { language: 'zh', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

test.each(PLACES)(
  '$name keeps nobody out (WCAG 2.2 AA), speaks the chosen language, and fits a phone',
  async ({ who, path }) => {
    const address = await path();
    const page = await visit(who, address, LOOKS[0]);
    for (const look of LOOKS) {
      if (look !== LOOKS[0]) await revisit(page, { ...look, width: DESK });
      await settled(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(look.language === 'zh' ? 'zh-CN' : 'en');
      const found = { look, violations: await violations(page), broken: await brokenOn(page) };
      expect(found).toEqual({ look, violations: [], broken: [] });
      if (look.language === 'en') expect(await chineseOn(page, who, address)).toEqual([]);
      await page.setViewportSize({ width: PHONE, height: 844 });
      await settled(page);
      expect([look, await stickingOut(page)]).toEqual([look, []]);
    }
  },
);
