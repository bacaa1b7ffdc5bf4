import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { bytesOfHex, hexOf, utf8 } from './bytes';
import { consistencyRanges, inclusionRanges, isConsistent, isIncluded, type Range } from './merkle-proofs';
import { foldedHash, GrowingTree, leafHash, nodeHash, subtreesOf } from './merkle-tree';

const hash = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const leaf = (text: string) => leafHash(hash, utf8(text));
const LARGEST = 40;
const LEAVES = Array.from({ length: LARGEST }, (_, index) => leaf(`entry ${index}`));

/** The definition itself, RFC 6962 2.1: MTH. */
const rootOf = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return hash(new Uint8Array());
  const [only] = leaves;
  if (leaves.length === 1 && only) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(hash, rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
};
const known = new Map<string, Uint8Array>();
const hashOf = ({ from, to }: Range): Uint8Array => {
  const found = known.get(`${from} ${to}`) ?? rootOf(LEAVES.slice(from, to));
  known.set(`${from} ${to}`, found);
  return found;
};
const treeOf = (leaves: readonly Uint8Array[]) => {
  const tree = new GrowingTree(hash);
  const nodes = leaves.flatMap((one) => tree.append(one));
  return { tree, nodes };
};
const sizes = Array.from({ length: LARGEST + 1 }, (_, size) => size);
const spoilt = (bytes: Uint8Array) => bytes.map((byte, at) => (at === 7 ? byte ^ 1 : byte));

// The inputs and roots of the certificate transparency project, which RFC 6962 logs agree on.
const KNOWN = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
test.each([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])('the root over %i leaves is the known one', (size, root) => {
  const leaves = KNOWN.slice(0, size).map((hex) => leafHash(hash, bytesOfHex(hex) as Uint8Array));
  expect(hexOf(treeOf(leaves).tree.root())).toBe(root);
});

test('a tree that grows has the root of its definition, and completes each subtree once', () => {
  for (const size of sizes) {
    const { tree, nodes } = treeOf(LEAVES.slice(0, size));
    expect(hexOf(tree.root())).toBe(hexOf(hashOf({ from: 0, to: size })));
    for (const { level, index, hash: own } of nodes)
      expect(hexOf(own)).toBe(hexOf(hashOf({ from: index * 2 ** level, to: (index + 1) * 2 ** level })));
    expect(new Set(nodes.map(({ level, index }) => `${level} ${index}`)).size).toBe(nodes.length);
  }
});

test('a tree goes on from the complete subtrees along its edge', () => {
  for (const size of sizes) {
    const edge = subtreesOf(0, size).map(({ level, index }) =>
      hashOf({ from: index * 2 ** level, to: (index + 1) * 2 ** level }),
    );
    const tree = new GrowingTree(hash, size, edge);
    for (const one of LEAVES.slice(size)) tree.append(one);
    expect(hexOf(tree.root())).toBe(hexOf(rootOf(LEAVES)));
  }
});

test('every range of a proof is complete subtrees side by side', () => {
  for (const size of sizes)
    for (let index = 0; index < size; index += 1)
      for (const { from, to } of [...inclusionRanges(index, size), ...consistencyRanges(index, size)])
        expect(
          hexOf(
            foldedHash(
              hash,
              subtreesOf(from, to).map(({ level, index: at }) =>
                hashOf({ from: at * 2 ** level, to: (at + 1) * 2 ** level }),
              ),
            ),
          ),
        ).toBe(hexOf(hashOf({ from, to })));
});

describe('inclusion, for every entry of every size', () => {
  const proofs = sizes.flatMap((size) =>
    LEAVES.slice(0, size).map((one, index) => ({
      leaf: one,
      index,
      size,
      root: hashOf({ from: 0, to: size }),
      path: inclusionRanges(index, size).map(hashOf),
    })),
  );

  test('is proved', () => {
    expect(proofs).toHaveLength(820);
    for (const proof of proofs) expect(isIncluded(hash, proof)).toBe(true);
  });

  test('is not proved by anything forged', () => {
    for (const proof of proofs) {
      const { path, index, size } = proof;
      const forged = [
        { ...proof, leaf: spoilt(proof.leaf) },
        { ...proof, root: spoilt(proof.root) },
        { ...proof, path: [...path, proof.leaf] },
        { ...proof, index: -1 },
        { ...proof, index: size },
        ...path.map((_, at) => ({
          ...proof,
          path: path.map((one, place) => (place === at ? spoilt(one) : one)),
        })),
        ...path.map((_, at) => ({ ...proof, path: path.filter((__, place) => place !== at) })),
        // Another place in the same tree.
        ...LEAVES.slice(0, size).flatMap((_, other) => (other === index ? [] : [{ ...proof, index: other }])),
      ];
      expect(forged.filter((one) => isIncluded(hash, one))).toEqual([]);
    }
  });
});

describe('consistency, of every size with every later one', () => {
  const proofs = sizes.flatMap((size) =>
    sizes.slice(0, size + 1).map((older) => ({
      older: { size: older, root: hashOf({ from: 0, to: older }) },
      newer: { size, root: hashOf({ from: 0, to: size }) },
      proof: consistencyRanges(older, size).map(hashOf),
    })),
  );

  test('is proved', () => {
    expect(proofs).toHaveLength(861);
    for (const proof of proofs) expect(isConsistent(hash, proof)).toBe(true);
  });

  test('is not proved by anything forged', () => {
    for (const given of proofs) {
      const { older, newer, proof } = given;
      if (older.size === 0) continue;
      const forged = [
        { ...given, older: { ...older, root: spoilt(older.root) } },
        { ...given, newer: { ...newer, root: spoilt(newer.root) } },
        { ...given, proof: [...proof, older.root] },
        ...proof.map((_, at) => ({
          ...given,
          proof: proof.map((one, place) => (place === at ? spoilt(one) : one)),
        })),
        ...proof.map((_, at) => ({ ...given, proof: proof.filter((__, place) => place !== at) })),
        ...(older.size < newer.size ? [{ older: newer, newer: older, proof }] : []),
      ];
      expect(forged.filter((one) => isConsistent(hash, one))).toEqual([]);
    }
  });
});
