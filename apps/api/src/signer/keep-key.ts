import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyText, verifierKeyOf, type VerifierKey } from '@qingshan/domain';
import { KEY_PREFIX, sha256 } from '../platform/sealing/crypto';
import { writeWhole } from './write-whole';

const NAME = 'qingshan';

export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly verifier: VerifierKey;
}

const keyIn = (folder: string) => join(folder, 'signer.key');
export const publicKeyIn = (folder: string) => join(folder, 'signer.pub');

/** The key of this signer, made at its first start; nobody but its owner may read the file. */
export const keepKey = (folder: string): SigningKey => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = readKey(folder) ?? firstKey(folder);
  publish(folder, key);
  return key;
};

export const readKey = (folder: string): SigningKey | null => {
  try {
    return keyOf(createPrivateKey(readFileSync(keyIn(folder), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

export const makeKey = (): SigningKey => keyOf(generateKeyPairSync('ed25519').privateKey);

/** The key takes the place of the one before. */
export const putKey = (folder: string, key: SigningKey): void => {
  writeWhole(keyIn(folder), pemOf(key), 0o400);
  publish(folder, key);
};

const keyOf = (privateKey: KeyObject): SigningKey => {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    privateKey,
    verifier: verifierKeyOf(sha256, NAME, new Uint8Array(der.subarray(KEY_PREFIX.length))),
  };
};

const pemOf = ({ privateKey }: SigningKey): string =>
  privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;

const publish = (folder: string, { verifier }: SigningKey): void =>
  writeWhole(publicKeyIn(folder), `${keyText(verifier)}\n`, 0o444);

const firstKey = (folder: string): SigningKey => {
  // A new one in its place would be a break that nobody wrote down.
  if (existsSync(publicKeyIn(folder)))
    throw new Error('signer.key is gone: put it back, or begin anew with the command break');
  const made = makeKey();
  // Two that start at once over one folder end with one key.
  writeWhole(keyIn(folder), pemOf(made), 0o400, { onlyIfAbsent: true });
  return readKey(folder) ?? made;
};
