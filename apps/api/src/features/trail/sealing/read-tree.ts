import { foldedHash, inclusionRanges, subtreesOf, type Range, type Subtree } from '@qingshan/domain';
import { sha256 } from '../../../platform/sealing/crypto';

export type RunsSql = <T>(sql: string, values: readonly unknown[]) => Promise<T[]>;

/** A tree that lacks what it must have: somebody took it out behind our back. */
export class BrokenTree extends Error {}

const SUBTREES = `
  SELECT coalesce((SELECT leaf FROM trail_leaf WHERE w.level = 0 AND leaf_index = w.index),
    (SELECT hash FROM trail_node n WHERE n.level = w.level AND n.index = w.index)) AS hash
  FROM unnest($1::int[], $2::bigint[]) WITH ORDINALITY AS w (level, index, place) ORDER BY place`;

/** The hashes of complete subtrees, as they are kept. */
export const readSubtrees = async (rows: RunsSql, wanted: readonly Subtree[]): Promise<Uint8Array[]> => {
  if (wanted.length === 0) return [];
  const found = await rows<{ hash: Buffer | null }>(SUBTREES, [
    wanted.map(({ level }) => level),
    wanted.map(({ index }) => index),
  ]);
  return found.map(({ hash }, at) => {
    if (!hash) throw new BrokenTree(`no hash at ${wanted[at]?.level}/${wanted[at]?.index}`);
    return hash;
  });
};

/** The hash of each range of leaves. */
export const readRanges = async (rows: RunsSql, ranges: readonly Range[]): Promise<Uint8Array[]> => {
  const parts = ranges.map(({ from, to }) => subtreesOf(from, to));
  const hashes = await readSubtrees(rows, parts.flat());
  return parts.map(({ length }) => foldedHash(sha256, hashes.splice(0, length)));
};

/** What leads from each of some leaves to the root over `size`; what several of them pass is read once. */
export const readPaths = async (
  rows: RunsSql,
  indexes: readonly number[],
  size: number,
): Promise<Uint8Array[][]> => {
  const ranges = indexes.map((index) => inclusionRanges(index, size));
  const once = new Map(ranges.flat().map((range) => [keyOf(range), range]));
  const hashes = await readRanges(rows, [...once.values()]);
  const byKey = new Map([...once.keys()].map((key, at) => [key, hashes[at] ?? new Uint8Array()]));
  return ranges.map((path) => path.map((range) => byKey.get(keyOf(range)) ?? new Uint8Array()));
};

const keyOf = ({ from, to }: Range): string => `${from}-${to}`;
