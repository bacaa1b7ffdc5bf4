import type { SignerKeyView } from '@qingshan/contracts';
import { keyChain, keyText, parseHandover, parseKey, type KeyTerm } from '@qingshan/domain';
import { sha256, verifyEd25519 } from '../../platform/sealing/crypto';

export const keyViews = (terms: readonly KeyTerm[]): SignerKeyView[] =>
  terms.map(({ key, after, began }) => ({
    key: keyText(key),
    after,
    began: began && { kind: began.kind, at: began.at },
  }));

/** Every key of a log, by the handovers that were kept; `signedLast` is the key of the last checkpoint. */
export const keysOf = (
  origin: string,
  signedLast: string | null,
  handovers: readonly string[],
): SignerKeyView[] => {
  const last = handovers.at(-1);
  const present = (last && parseHandover(sha256, last)?.to) ?? parseKey(sha256, signedLast ?? '');
  if (!present) return [];
  const { terms } = keyChain({ hash: sha256, verify: verifyEd25519, origin, keys: [present], handovers });
  return keyViews(terms);
};
