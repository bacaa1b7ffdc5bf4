import { folded } from './cell-text';
import type { AreaUnit, LedgerUnit, MoneyUnit } from './fields';

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const of = (numerator: bigint, denominator = 1n): Fraction => ({ numerator, denominator });

/** Square metres in one unit. Mu is exactly 2000/3 m²; many offices use 666.67 or 667, which K11 catches (practice.md §5). */
export const SQUARE_METRES_IN: Readonly<Record<AreaUnit, Fraction>> = {
  m2: of(1n),
  mu: of(2_000n, 3n),
  wanMu: of(20_000_000n, 3n),
  ha: of(10_000n),
  km2: of(1_000_000n),
  acre: of(40_468_564_224n, 10_000_000n),
};

export const FEN_IN: Readonly<Record<MoneyUnit, Fraction>> = {
  yuan: of(100n),
  wan: of(1_000_000n),
  yi: of(10_000_000_000n),
};

/** Longer words first, so that 万亩 is never read as 亩 and km2 never as m2. */
const UNIT_WORDS: readonly (readonly [word: string, unit: LedgerUnit])[] = [
  ['100millionyuan', 'yi'],
  ['tenthousandyuan', 'wan'],
  ['10,000yuan', 'wan'],
  ['10000yuan', 'wan'],
  ['tenthousandmu', 'wanMu'],
  ['10,000mu', 'wanMu'],
  ['10000mu', 'wanMu'],
  ['squarekilometres', 'km2'],
  ['squarekilometers', 'km2'],
  ['squaremetres', 'm2'],
  ['squaremeters', 'm2'],
  ['平方公里', 'km2'],
  ['平方千米', 'km2'],
  ['hectares', 'ha'],
  ['hectare', 'ha'],
  ['平方米', 'm2'],
  ['acres', 'acre'],
  ['acre', 'acre'],
  ['英亩', 'acre'],
  ['万亩', 'wanMu'],
  ['万元', 'wan'],
  ['亿元', 'yi'],
  ['公顷', 'ha'],
  ['平米', 'm2'],
  ['km2', 'km2'],
  ['hm2', 'ha'],
  ['sqm', 'm2'],
  ['yuan', 'yuan'],
  ['cny', 'yuan'],
  ['m2', 'm2'],
  ['ha', 'ha'],
  ['mu', 'mu'],
  ['亩', 'mu'],
  ['万', 'wan'],
  ['亿', 'yi'],
  ['元', 'yuan'],
];

const BY_WORD = new Map(UNIT_WORDS);

/** The unit a word stands for, the word alone: `亩`, `㎡`, `(公顷)`. */
export const unitOfWord = (text: string): LedgerUnit | null =>
  BY_WORD.get(
    folded(text)
      .replace(/^[(（\[【]?(?:单位:?)?/, '')
      .replace(/[)）\]】。.]$/, ''),
  ) ?? null;

const isLatin = (word: string): boolean => /^[a-z]/.test(word) && !word.startsWith('ten');
const isManifold = (word: string): boolean => /^(?:\d|ten)/.test(word);

/** What stands before a unit makes it another: a thousand mu and 百万元 are not ours, and a person must say what is meant. */
const isMultiplied = (before: string): boolean =>
  /(?:000|\bk|ten|hundred|thousand|million|billion)['’]?s?[ -]?(?:of )?$|[十百千万亿]$/.test(before);

/** A unit in another size than ours, such as 千亩 or million yuan: named, and not to be guessed. */
export const UNCLEAR = 'unclear';

const unitAtEnd = (bare: string): LedgerUnit | typeof UNCLEAR | null => {
  const found = UNIT_WORDS.find(
    ([word]) => !isLatin(word) && word !== '万' && word !== '亿' && bare.endsWith(word),
  );
  if (!found) return null;
  return isMultiplied(bare.slice(0, -found[0].length)) ? UNCLEAR : found[1];
};

/** A unit in another size than ours: 千亩, 百万元. */
export const isUnclearUnit = (word: string): boolean => unitAtEnd(folded(word)) === UNCLEAR;

const latinUnit = (text: string): LedgerUnit | typeof UNCLEAR | null => {
  const words = new Set(text.split(/[^a-z0-9]+/));
  const found = UNIT_WORDS.find(([word]) => isLatin(word) && words.has(word));
  if (!found) return null;
  return isMultiplied(text.slice(0, text.search(new RegExp(`\\b${found[0]}\\b`)))) ? UNCLEAR : found[1];
};

/** A unit among other signs: 公顷/亩, 10⁴ m², 公亩. */
const HOLDS_UNIT = /[亩顷]|平方|平米|m2|^公?分$/;

/** The unit of a header's brackets: 亩, 约亩, and 亩,1亩=666.67平方米; two of them, or one of another size, are for a person to say. */
const unitInBrackets = (inner: string): LedgerUnit | typeof UNCLEAR | null => {
  const parts = folded(inner)
    .split(/[,;、]/)
    .filter((part) => !part.includes('='));
  const units = new Set(parts.flatMap((part) => unitOfWord(part.replace(/^约/, '')) ?? []));
  if (units.size === 1) return [...units][0] ?? null;
  return HOLDS_UNIT.test(folded(inner)) || unitAtEnd(folded(inner)) === UNCLEAR ? UNCLEAR : null;
};

/** The unit word a header ends with or holds as a word of its own: `图斑面积(平方米)`, `面积亩`, `Unfunded GPRA Acres`, `area_m2`. */
export const unitOfHeader = (header: string): LedgerUnit | typeof UNCLEAR | null => {
  const text = header.normalize('NFKC').toLowerCase();
  for (const bracket of text.matchAll(/[([【]([^()[\]【】]{1,40})[)\]】]/g)) {
    const unit = unitInBrackets(bracket[1] ?? '');
    if (unit) return unit;
  }
  const bare = folded(text).replace(/[:]$/, '');
  const manifold = UNIT_WORDS.find(([word]) => isManifold(word) && bare.includes(word));
  return manifold ? manifold[1] : (latinUnit(text) ?? unitAtEnd(bare));
};

/** A header without its unit, whether in brackets or at the end. */
export const withoutUnit = (foldedHeader: string): string => {
  const bare = foldedHeader.replace(
    /[([【](?:单位:?)?([^()[\]【】]{1,20})[)\]】]/g,
    (whole, inner: string) => (unitOfWord(inner) ? '' : whole),
  );
  const found = UNIT_WORDS.find(
    ([word]) =>
      bare.length > word.length &&
      bare.endsWith(word) &&
      (!isLatin(word) || /\p{Script=Han}$/u.test(bare.slice(0, -word.length))),
  );
  return found ? bare.slice(0, -found[0].length).replace(/[/:_-]$/, '') : bare;
};

const TITLE_UNITS =
  /(?:(?:^|[ (])(?:计量|面积|资金)?单位:|(?:面积|资金|金额|计量)单位(?:均?为|是))([^()。]{1,30})/;
const OF_WHAT = /^(?:计量|面积|资金|金额)单位:/;

/** What a title says of all figures below it: `单位:亩、万元`. 填报单位 is an office and no unit. */
export const unitsInTitles = (titles: readonly string[]): LedgerUnit[] =>
  titles.flatMap((title) =>
    (TITLE_UNITS.exec(title.normalize('NFKC').slice(0, 200))?.[1] ?? '')
      .split(/[、,;/ ]/)
      .flatMap((word) => unitOfWord(word.replace(OF_WHAT, '')) ?? []),
  );
