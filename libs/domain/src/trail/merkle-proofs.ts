import { sameBytes } from './bytes';
import { nodeHash, type Hash } from './merkle-tree';

/** Leaves `from` up to, not including, `to`: a proof is the hashes of such ranges, in this order. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const largestPowerBelow = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

/** RFC 6962, 2.1.1: what has to be known besides a leaf to come to the root over `size` leaves. */
export const inclusionRanges = (index: number, size: number): Range[] => {
  const path = (from: number, to: number): Range[] => {
    if (to - from <= 1) return [];
    const middle = from + largestPowerBelow(to - from);
    return index < middle
      ? [...path(from, middle), { from: middle, to }]
      : [...path(middle, to), { from, to: middle }];
  };
  return path(0, size);
};

/** RFC 6962, 2.1.2: what has to be known to see that the first `older` leaves are still the first ones of `size`. */
export const consistencyRanges = (older: number, size: number): Range[] => {
  const proof = (from: number, to: number, isWhole: boolean): Range[] => {
    if (to === older) return isWhole ? [] : [{ from, to }];
    const middle = from + largestPowerBelow(to - from);
    return older <= middle
      ? [...proof(from, middle, isWhole), { from: middle, to }]
      : [...proof(middle, to, false), { from, to: middle }];
  };
  return older === 0 ? [] : proof(0, size, true);
};

interface Inclusion {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** RFC 9162, 2.1.3.2. */
export const isIncluded = (hash: Hash, { leaf, index, size, root, path }: Inclusion): boolean => {
  if (!(index >= 0 && index < size)) return false;
  let [own, last] = [index, size - 1];
  let found = leaf;
  for (const beside of path) {
    if (last === 0) return false;
    if (own % 2 === 1 || own === last) {
      found = nodeHash(hash, beside, found);
      while (own % 2 === 0 && own !== 0) [own, last] = [half(own), half(last)];
    } else found = nodeHash(hash, found, beside);
    [own, last] = [half(own), half(last)];
  }
  return last === 0 && sameBytes(found, root);
};

interface Consistency {
  readonly older: { readonly size: number; readonly root: Uint8Array };
  readonly newer: { readonly size: number; readonly root: Uint8Array };
  readonly proof: readonly Uint8Array[];
}

/** RFC 9162, 2.1.4.2. Of nothing at all everything is a continuation. */
export const isConsistent = (hash: Hash, { older, newer, proof }: Consistency): boolean => {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root);
  if (older.size === 0) return proof.length === 0;
  const isComplete = Number.isInteger(Math.log2(older.size));
  const [first, ...others] = isComplete ? [older.root, ...proof] : proof;
  if (!first) return false;
  let [own, last] = [older.size - 1, newer.size - 1];
  while (own % 2 === 1) [own, last] = [half(own), half(last)];
  let [old, now] = [first, first];
  for (const beside of others) {
    if (last === 0) return false;
    if (own % 2 === 1 || own === last) {
      old = nodeHash(hash, beside, old);
      now = nodeHash(hash, beside, now);
      while (own % 2 === 0 && own !== 0) [own, last] = [half(own), half(last)];
    } else now = nodeHash(hash, now, beside);
    [own, last] = [half(own), half(last)];
  }
  return last === 0 && sameBytes(old, older.root) && sameBytes(now, newer.root);
};

const half = (value: number): number => Math.floor(value / 2);
