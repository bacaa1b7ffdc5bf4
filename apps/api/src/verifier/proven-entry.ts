import { bytesOfBase64, utf8, type ProvenEntry } from '@qingshan/domain';

/** An entry as it is handed over, by whomever. */
export interface HandedEntry {
  readonly index?: unknown;
  readonly id?: unknown;
  readonly leaf?: unknown;
  readonly body?: unknown;
  readonly path?: unknown;
}

/** The texts of a list, if it is one. */
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** An entry with its path, ready to be held to a root; null where that is not what was handed over. */
export const provenEntry = ({ index, id, leaf, body, path }: HandedEntry): ProvenEntry | null => {
  const hashes = textsOf(path).map(bytesOfBase64);
  const own = typeof leaf === 'string' ? bytesOfBase64(leaf) : null;
  if (typeof index !== 'number' || typeof id !== 'number' || typeof body !== 'string') return null;
  if (!isHash(own) || !hashes.every(isHash)) return null;
  return { index, id, leaf: own, body: utf8(body), path: hashes };
};

const isHash = (bytes: Uint8Array | null): bytes is Uint8Array => bytes?.length === 32;
