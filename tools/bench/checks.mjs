import { countOf } from './load.mjs';

/** An answer of so many of a mark, and nothing else. @param {string} mark @param {number} count */
export const holds = (mark, count) => (/** @type {Buffer} */ body, /** @type {number} */ status) => {
  if (status !== 200) return 'not 200';
  const found = countOf(body, mark);
  return found === count ? undefined : `${found} times ${mark} instead of ${count}`;
};
