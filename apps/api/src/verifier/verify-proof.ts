import { PROOF_FORMAT, proofCheck, type Finding, type KeyTerm } from '@qingshan/domain';
import { sha256, verifyEd25519 } from '../platform/sealing/crypto';
import { provenEntry, textsOf } from './proven-entry';
import { toldOf, type ToldEntry } from './told-entries';
import { keysOf, NoPackage } from './trusted-keys';

export interface ProofReport {
  readonly origin: string;
  readonly keys: readonly KeyTerm[];
  readonly told: readonly ToldEntry[];
  readonly findings: readonly Finding[];
}

interface Proof {
  readonly index?: unknown;
  readonly path?: unknown;
  readonly note?: unknown;
  readonly key?: unknown;
  readonly handovers?: unknown;
}

interface Handed {
  readonly id?: unknown;
  readonly body?: unknown;
  readonly leaf?: unknown;
  readonly proof?: Proof | null;
}

/** The proof of a single entry, if that is what was handed in. */
export const readProof = (text: string): Handed | null => {
  try {
    const value = JSON.parse(text) as { format?: unknown } | null;
    return value?.format === PROOF_FORMAT ? (value as Handed) : null;
  } catch {
    return null;
  }
};

/** Holds one entry to the checkpoint that came with it, and that to a key. */
export const verifyProof = ({ proof, ...handed }: Handed, keys: readonly string[]): ProofReport => {
  if (!proof) throw new NoPackage('the entry waits for its seal: take it once more in a moment');
  const entry = provenEntry({ ...handed, index: proof.index, path: proof.path });
  if (!entry || typeof proof.note !== 'string') throw new NoPackage('this is no proof of an entry');
  const { findings, ...check } = proofCheck({
    hash: sha256,
    verify: verifyEd25519,
    keys: keysOf(keys, proof.key),
    handovers: textsOf(proof.handovers),
    note: proof.note,
  });
  return {
    origin: check.origin,
    keys: check.keys,
    findings: [...findings, ...check.entry(entry)],
    told: toldOf(entry, String(handed.body), null),
  };
};
