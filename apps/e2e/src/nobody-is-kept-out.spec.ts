import { expect, test } from '@jest/globals';
import { violations } from './testing/axe';
import { OVERLAYS } from './testing/overlays';
import { settled } from './testing/settled';
import { revisit, visit } from './testing/visit';
import { en, zh } from './testing/words';

/** Each language once and each theme once: words and colours do not know of each other. */
const LOOKS = [
  { language: 'zh', theme: 'light', say: zh },
  { language: 'en', theme: 'dark', say: en },
] as const;

test.each(OVERLAYS)(
  '$name, opened over its page, has no violation of WCAG 2.2 AA',
  async ({ who, path, open }) => {
    const page = await visit(who, path);
    const found: Record<string, string[]> = {};
    for (const { language, theme, say } of LOOKS) {
      await revisit(page, { language, theme });
      await settled(page);
      await open(page, say);
      found[`${language} ${theme}`] = await violations(page);
    }
    expect(found).toEqual({ 'zh light': [], 'en dark': [] });
  },
);
