import { createHash, createPublicKey, verify as verifyWith } from 'node:crypto';
import type { Hash, Verify } from '@qingshan/domain';

// What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410).
export const KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest();

export const verifyEd25519: Verify = (publicKey, text, signature) =>
  verifyWith(
    null,
    text,
    createPublicKey({ key: Buffer.concat([KEY_PREFIX, publicKey]), format: 'der', type: 'spki' }),
    signature,
  );
