import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyText, verifierKeyOf, type VerifierKey } from '@qingshan/domain';
import { KEY_PREFIX, sha256 } from '../platform/sealing/crypto';
import { writeWhole } from './write-whole';

const NAME = 'qingshan';

export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly verifier: VerifierKey;
}

/** The key of this signer, made at its first start; nobody but its owner may read the file. */
export const keepKey = (folder: string): SigningKey => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'signer.key');
  const privateKey = createPrivateKey(readIfThere(file) ?? makeKey(folder, file));
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const verifier = verifierKeyOf(sha256, NAME, new Uint8Array(der.subarray(KEY_PREFIX.length)));
  writeWhole(join(folder, 'signer.pub'), `${keyText(verifier)}\n`, 0o444);
  return { privateKey, verifier };
};

const readIfThere = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const makeKey = (folder: string, file: string): string => {
  const made = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  // Two that start at once over one folder end with one key.
  writeWhole(file, made, 0o400, { onlyIfAbsent: true });
  return readIfThere(file) ?? made;
};
