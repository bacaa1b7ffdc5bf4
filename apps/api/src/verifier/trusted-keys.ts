import { parseKey, type VerifierKey } from '@qingshan/domain';
import { sha256 } from '../platform/sealing/crypto';

/** What is handed in is no package at all. */
export class NoPackage extends Error {
  override name = 'NoPackage';
}

/** The keys to believe: those from paper, or the one that came along where none is given. */
export const keysOf = (
  trusted: readonly string[],
  own: unknown,
): readonly [VerifierKey, ...VerifierKey[]] => {
  const believed = trusted.length > 0 ? trusted : typeof own === 'string' ? [own] : [];
  const [first, ...more] = believed.map(keyOf);
  if (!first) throw new NoPackage('there is no key');
  return [first, ...more];
};

const keyOf = (text: string): VerifierKey => {
  const key = parseKey(sha256, text);
  if (!key) throw new NoPackage('the key is none');
  return key;
};
