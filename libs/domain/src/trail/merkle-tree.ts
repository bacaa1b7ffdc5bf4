import { joined } from './bytes';

/** SHA-256, lent by whoever runs this: this library imports nothing. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

// RFC 6962, 2.1: a leaf can never be passed off as a node, nor a node as a leaf.
export const leafHash = (hash: Hash, body: Uint8Array): Uint8Array => hash(joined(LEAF, body));
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array =>
  hash(joined(NODE, left, right));

/** A complete subtree: the `index`th of those that hold 2^level leaves. A leaf is one of level 0. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

export interface Node extends Subtree {
  readonly hash: Uint8Array;
}

/** The complete subtrees that leaves `from` to `to` fall into, the largest first; `from` begins one as large as any. */
export const subtreesOf = (from: number, to: number): Subtree[] => {
  const found: Subtree[] = [];
  let at = from;
  while (at < to) {
    const level = Math.floor(Math.log2(to - at));
    found.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return found;
};

/** The hash over complete subtrees that stand side by side, the largest first. */
export const foldedHash = (hash: Hash, hashes: readonly Uint8Array[]): Uint8Array =>
  hashes.length === 0
    ? hash(new Uint8Array())
    : hashes.reduceRight((right, left) => nodeHash(hash, left, right));

/** A tree that grows on its right edge: only the complete subtrees along it are kept. */
export class GrowingTree {
  private readonly edge: Uint8Array[];

  constructor(
    private readonly hash: Hash,
    public size = 0,
    edge: readonly Uint8Array[] = [],
  ) {
    this.edge = [...edge];
  }

  /** Takes one more leaf and gives the nodes that it completes. */
  append(leaf: Uint8Array): Node[] {
    const completed: Node[] = [];
    let index = this.size;
    let own = leaf;
    for (let level = 1; index % 2 === 1; level += 1) {
      own = nodeHash(this.hash, this.edge.pop() as Uint8Array, own);
      index = (index - 1) / 2;
      completed.push({ level, index, hash: own });
    }
    this.edge.push(own);
    this.size += 1;
    return completed;
  }

  root(): Uint8Array {
    return foldedHash(this.hash, this.edge);
  }
}
