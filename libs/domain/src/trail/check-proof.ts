import { sameBytes } from './bytes';
import { isInTurn, type Finding } from './check-log';
import { keyChain, type KeyTerm } from './key-chain';
import { isIncluded } from './merkle-proofs';
import { leafHash, type Hash } from './merkle-tree';
import { isSignedBy, parseNote, type Verify, type VerifierKey } from './signed-note';

/** What one hands over to prove a single entry says so. */
export const PROOF_FORMAT = 'qingshan-proof-1';

interface Given {
  readonly hash: Hash;
  readonly verify: Verify;
  /** Trusted; what follows from them by handovers is trusted too. */
  readonly keys: readonly [VerifierKey, ...VerifierKey[]];
  readonly handovers: readonly string[];
  /** The checkpoint that the path leads to. */
  readonly note: string;
  readonly index: number;
  readonly id: number;
  readonly body: Uint8Array;
  readonly leaf: Uint8Array;
  readonly path: readonly Uint8Array[];
}

interface ProofReport {
  readonly keys: readonly KeyTerm[];
  readonly findings: readonly Finding[];
}

/** Whether one entry stands where it says under a root that a trusted key signed; of the others nothing has to be known. */
export const checkProof = (given: Given): ProofReport => {
  const { hash, verify, handovers, note, index, id, body, leaf, path } = given;
  const read = parseNote(note);
  if (!read) return { keys: [], findings: [{ kind: 'note', size: 0, why: 'unreadable' }] };
  const { terms, findings } = keyChain({ hash, verify, origin: read.origin, keys: given.keys, handovers });
  const { size, root } = read;
  const isSigned = terms.some((term) => isInTurn(term, read) && isSignedBy(verify, read, term.key));
  const own = leafHash(hash, body);
  return {
    keys: terms,
    findings: [
      ...findings,
      ...(isSigned ? [] : [{ kind: 'note', size, why: 'unsigned' } as const]),
      ...(sameBytes(own, leaf) ? [] : [{ kind: 'changed', index, id } as const]),
      // Another entry has its place.
      ...(isIncluded(hash, { leaf, index, size, root, path })
        ? []
        : [{ kind: 'inserted', index, id } as const]),
    ],
  };
};
