import {
  isSameKey,
  isSignedHandover,
  parseHandover,
  type HandoverKind,
  type SignedHandover,
} from './handover';
import type { Hash } from './merkle-tree';
import { keyText, type Verify, type VerifierKey } from './signed-note';

/** A key and what it may sign: trees of more entries than `after`, and of no more than `upTo`. */
export interface KeyTerm {
  readonly key: VerifierKey;
  readonly after: number;
  readonly upTo: number;
  /** How it followed the one before; null for the first. */
  readonly began: { readonly kind: HandoverKind; readonly at: string; readonly root: Uint8Array } | null;
}

export type KeyFinding =
  /** A handover that is none, that those did not sign who have to, or that a key made twice. */
  | { readonly kind: 'handover'; readonly size: number; readonly why: 'unreadable' | 'unsigned' | 'second' }
  /** A key was lost or stolen, and nobody who is trusted vouches for the next: it has to be compared with the one on paper. */
  | { readonly kind: 'break'; readonly size: number; readonly from: string; readonly to: string };

interface Given {
  readonly hash: Hash;
  readonly verify: Verify;
  readonly origin: string;
  /** Trusted from elsewhere; the first is where the chain is taken up. */
  readonly keys: readonly [VerifierKey, ...VerifierKey[]];
  readonly handovers: readonly string[];
}

interface Link extends SignedHandover {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * The keys of a log one after another, from one that is trusted in both directions: a key vouches for the next by signing
 * the handover, and for the one before by having taken over from it. A break is not crossed forwards on its own word.
 */
export const keyChain = (given: Given): { terms: readonly KeyTerm[]; findings: readonly KeyFinding[] } => {
  const findings: KeyFinding[] = [];
  const links = soleLinks(readLinks(given, findings), findings);
  const [start] = given.keys;
  const ahead = walked(start, links, 'from', 'to');
  const behind = links.filter((link) => !ahead.includes(link));
  const broken = ahead.findIndex(
    ({ kind, to }) => kind === 'broken' && !given.keys.some((key) => isSameKey(key, to)),
  );
  const untold = ahead[broken];
  if (untold) {
    const { size, from, to } = untold;
    findings.push({ kind: 'break', size, from: keyText(from), to: keyText(to) });
  }
  const chain = [
    ...walked(start, behind, 'to', 'from').reverse(),
    ...(untold ? ahead.slice(0, broken) : ahead),
  ];
  const keys = [chain[0]?.from ?? start, ...chain.map(({ to }) => to)];
  return { terms: keys.map((key, at) => termOf(key, chain[at - 1], chain[at] ?? untold)), findings };
};

const termOf = (key: VerifierKey, came: Link | undefined, went: Link | undefined): KeyTerm => ({
  key,
  after: came?.size ?? 0,
  upTo: went?.size ?? Number.POSITIVE_INFINITY,
  began: came ? { kind: came.kind, at: came.signedAt, root: came.root } : null,
});

const readLinks = ({ hash, verify, origin, handovers }: Given, findings: KeyFinding[]): Link[] =>
  handovers.flatMap((note) => {
    const read = parseHandover(hash, note);
    const place = read?.logs.find((log) => log.origin === origin);
    if (read && place && isSignedHandover(verify, read))
      return { ...read, size: place.size, root: place.root };
    // What a signer of several logs signed for others says nothing about this one.
    if (!read || place)
      findings.push({ kind: 'handover', size: place?.size ?? 0, why: read ? 'unsigned' : 'unreadable' });
    return [];
  });

/** One way out of each key and one way in; a key’s own word goes before that of a stranger who says it is broken. */
const soleLinks = (links: readonly Link[], findings: KeyFinding[]): readonly Link[] => {
  const sole: Link[] = [];
  const inOrder = [...links].sort(
    (one, other) => Number(one.kind === 'broken') - Number(other.kind === 'broken') || one.size - other.size,
  );
  for (const link of inOrder)
    if (sole.some(({ from, to }) => isSameKey(from, link.from) || isSameKey(to, link.to)))
      findings.push({ kind: 'handover', size: link.size, why: 'second' });
    else sole.push(link);
  return sole;
};

type End = 'from' | 'to';

/** From key to key, leaving each link by its other end; never round in a circle. */
const walked = (start: VerifierKey, links: readonly Link[], by: End, towards: End): Link[] => {
  const way: Link[] = [];
  for (let key = start; ;) {
    const next = links.find((link) => isSameKey(link[by], key));
    if (!next || way.includes(next)) return way;
    way.push(next);
    key = next[towards];
  }
};
