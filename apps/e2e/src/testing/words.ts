import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@qingshan/domain';

type Tree = { readonly [key: string]: string | Tree };
type Slots = Readonly<Record<string, string | number>>;
/** The page's words for a key, with its slots filled. */
export type Say = (key: string, slots?: Slots) => string;

const LOCALES = join(__dirname, '../../../web/src/locales');

const find = (language: Language, key: string): string | undefined => {
  const [namespace = '', ...path] = key.split('.');
  const tree = JSON.parse(readFileSync(join(LOCALES, language, `${namespace}.json`), 'utf8')) as Tree;
  const found = path.reduce<string | Tree | undefined>(
    (at, part) => (typeof at === 'object' ? at[part] : undefined),
    tree,
  );
  return typeof found === 'string' ? found : undefined;
};

const form = (language: Language, count: unknown) => (language === 'en' && count === 1 ? '_one' : '_other');

/** Journeys speak by keys, so that a better sentence breaks none of them. */
const wordsIn =
  (language: Language): Say =>
  (key, slots = {}) => {
    const text = find(language, key) ?? find(language, `${key}${form(language, slots.count)}`);
    if (text === undefined) throw new Error(`The page has no words for ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, slot: string) => String(slots[slot]));
  };

export const zh = wordsIn('zh');
export const en = wordsIn('en');

/** A number as every page writes it. */
export const counted = (count: number): string => count.toLocaleString('en');

/** A number on a page, read back. */
export const numberIn = (text: string): number => {
  const digits = /\d[\d,]*/.exec(text);
  if (!digits) throw new Error(`There is no number in “${text}”`);
  return Number(digits[0].replaceAll(',', ''));
};
