import { sameBytes } from './bytes';
import { isInTurn, type Finding, type LoggedEntry } from './check-log';
import { keyChain, type KeyTerm } from './key-chain';
import { isIncluded } from './merkle-proofs';
import { leafHash, type Hash } from './merkle-tree';
import { isSignedBy, parseNote, type Verify, type VerifierKey } from './signed-note';

/** What one hands over to prove a single entry says so. */
export const PROOF_FORMAT = 'qingshan-proof-1';

/** What one hands over to prove some entries, each with its path to the same checkpoint, says so. */
export const EXCERPT_FORMAT = 'qingshan-excerpt-1';

interface Given {
  readonly hash: Hash;
  readonly verify: Verify;
  /** Trusted; what follows from them by handovers is trusted too. */
  readonly keys: readonly [VerifierKey, ...VerifierKey[]];
  readonly handovers: readonly string[];
  /** The checkpoint that the paths lead to. */
  readonly note: string;
}

/** An entry with what leads from it to the root. */
export interface ProvenEntry extends LoggedEntry {
  readonly body: Uint8Array;
  readonly path: readonly Uint8Array[];
}

interface ProofCheck {
  readonly origin: string;
  readonly keys: readonly KeyTerm[];
  /** What is wrong with the checkpoint and its keys. */
  readonly findings: readonly Finding[];
  /** What is wrong with an entry: of the others nothing has to be known. */
  readonly entry: (entry: ProvenEntry) => readonly Finding[];
}

/** Whether entries stand where they say under a root that a trusted key signed. */
export const proofCheck = (given: Given): ProofCheck => {
  const { hash, verify, handovers, note } = given;
  const read = parseNote(note);
  if (!read)
    return {
      origin: '',
      keys: [],
      findings: [{ kind: 'note', size: 0, why: 'unreadable' }],
      entry: () => [],
    };
  const { origin, size, root } = read;
  const { terms, findings } = keyChain({ hash, verify, origin, keys: given.keys, handovers });
  const isSigned = terms.some((term) => isInTurn(term, read) && isSignedBy(verify, read, term.key));
  return {
    origin,
    keys: terms,
    findings: [...findings, ...(isSigned ? [] : [{ kind: 'note', size, why: 'unsigned' } as const])],
    entry: ({ index, id, body, leaf, path }) => [
      ...(sameBytes(leafHash(hash, body), leaf) ? [] : [{ kind: 'changed', index, id } as const]),
      // Another entry has its place.
      ...(isIncluded(hash, { leaf, index, size, root, path })
        ? []
        : [{ kind: 'inserted', index, id } as const]),
    ],
  };
};
