import { expect, test } from '@jest/globals';
import { violations } from './testing/axe';
import { PLACES } from './testing/places';
import { settled } from './testing/settled';
import { revisit, visit } from './testing/visit';

const LOOKS = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

test.each(PLACES)(
  '$name has no violation of WCAG 2.2 AA, in either language, by day or night',
  async ({ who, path }) => {
    const address = await path();
    const page = await visit(who, address);
    const found: Record<string, string[]> = {};
    for (const look of LOOKS) {
      await revisit(page, look);
      await settled(page);
      found[`${look.language} ${look.theme}`] = await violations(page);
    }
    expect(found).toEqual({ 'zh light': [], 'zh dark': [], 'en light': [], 'en dark': [] });
  },
);
