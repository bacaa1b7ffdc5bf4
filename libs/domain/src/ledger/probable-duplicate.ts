import { plain } from './cell-text';
import { metresBetween, positionOf } from './distance';

export interface Likeness {
  readonly number: string;
  readonly name: string;
  readonly regionCode: string;
  readonly longitude?: string | null;
  readonly latitude?: string | null;
}

/** Why two mines of different numbers are probably one. */
export type DuplicateBy = 'number' | 'name' | 'distance';

const NEAR_METRES = 200;
const SAME_SPOT_METRES = 20;

/** A number without the signs that people set and leave out: `GX-01` and `gx 01` are one. */
export const foldedNumber = (number: string): string =>
  plain(number)
    .toUpperCase()
    .replace(/[-_./ ]/g, '');

const KIND = /(?:有限责任公司|有限公司|公司|历史遗留|废弃|矿山|矿区|采石场|石场|采场|砖厂|矿|厂|场)/g;

/** 下庄采石场, 下庄石场 and 废弃下庄采石场 share 下庄; a name of nothing but such words stays whole. */
export const coreOfName = (name: string): string => {
  const text = plain(name).replace(/[\s()·、,,.-]/g, '');
  const core = text.replace(KIND, '');
  return core.length >= 2 ? core : text;
};

/** Whether two names may be of one mine: the same, or the one within the other. */
export const sharesName = (one: string, other: string): boolean => {
  const [a, b] = [coreOfName(one), coreOfName(other)];
  return a === b || (Math.min(a.length, b.length) >= 3 && (a.includes(b) || b.includes(a)));
};

/**
 * Number, name and distance, in this order. The same name in one county says so where nothing tells the places apart; near to
 * each other, a similar name is enough, and on one spot none is needed.
 */
export const probableDuplicate = (told: Likeness, known: Likeness): DuplicateBy | null => {
  if (told.number === known.number) return null;
  if (foldedNumber(told.number) === foldedNumber(known.number)) return 'number';
  const [here, there] = [positionOf(told), positionOf(known)];
  const metres = here && there ? metresBetween(here, there) : null;
  if (metres === null)
    return told.regionCode === known.regionCode && plain(told.name) === plain(known.name) ? 'name' : null;
  if (metres <= SAME_SPOT_METRES) return 'distance';
  return metres <= NEAR_METRES && sharesName(told.name, known.name) ? 'name' : null;
};
