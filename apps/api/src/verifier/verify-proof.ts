import {
  bytesOfBase64,
  checkProof,
  parseNote,
  PROOF_FORMAT,
  utf8,
  type Finding,
  type KeyTerm,
} from '@qingshan/domain';
import { sha256, verifyEd25519 } from '../platform/sealing/crypto';
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
export const verifyProof = ({ id, body, leaf, proof }: Handed, keys: readonly string[]): ProofReport => {
  if (!proof) throw new NoPackage('the entry waits for its seal: take it once more in a moment');
  const { index, note } = proof;
  const path = textsOf(proof.path).map(hashOf);
  const handovers = textsOf(proof.handovers);
  if (
    typeof index !== 'number' ||
    typeof id !== 'number' ||
    typeof body !== 'string' ||
    typeof note !== 'string'
  )
    throw new NoPackage('this is no proof of an entry');
  const report = checkProof({
    hash: sha256,
    verify: verifyEd25519,
    keys: keysOf(keys, proof.key),
    handovers,
    note,
    index,
    id,
    body: utf8(body),
    leaf: hashOf(leaf),
    path,
  });
  return { origin: parseNote(note)?.origin ?? '', ...report, told: toldOf({ index, id }, body, null) };
};

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const hashOf = (value: unknown): Uint8Array => {
  const hash = typeof value === 'string' ? bytesOfBase64(value) : null;
  if (hash?.length !== 32) throw new NoPackage('this is no proof of an entry');
  return hash;
};
