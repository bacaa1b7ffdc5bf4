import { sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOfBase64, checkpointText, isConsistent, keyText, noteOf, utf8 } from '@qingshan/domain';
import type { Clock } from '../platform/clock';
import { sha256 } from '../platform/sealing/crypto';
import { keepKey, type SigningKey } from './keep-key';
import { signedHead, type SignedHead, type SignerView, type SignRequest } from './protocol';
import { writeWhole } from './write-whole';

/** What is asked for does not continue what was signed: history was rewritten, or an older copy put back. */
export class NotConsistent extends Error {}

/**
 * Signs the tree of a log only when it is proved to continue the one it signed before, and remembers that before it
 * gives the signature away: whoever owns the database and the API still gets no second history signed.
 */
export class Signer {
  private readonly key: SigningKey;

  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
  ) {
    this.key = keepKey(folder);
  }

  view(origin: string): SignerView {
    return { key: keyText(this.key.verifier), last: this.last(origin) };
  }

  sign({ origin, size, root, proof }: SignRequest): SignedHead {
    const last = this.last(origin);
    if (last?.size === size && last.root === root) return last;
    const newer = { size, root: decoded(root) };
    const older = last ? { size: last.size, root: decoded(last.root) } : { size: 0, root: new Uint8Array() };
    if (!isConsistent(sha256, { older, newer, proof: proof.map(decoded) }))
      throw new NotConsistent(`${size} entries do not continue the ${older.size} that were signed`);
    const text = checkpointText({ origin, size, root: newer.root, signedAt: this.clock.now().toISOString() });
    const signature = sign(null, utf8(text), this.key.privateKey);
    const head = { size, root, note: noteOf(text, this.key.verifier, signature) };
    writeWhole(this.fileOf(origin), JSON.stringify(head), 0o600);
    return head;
  }

  private last(origin: string): SignedHead | null {
    try {
      return signedHead.parse(JSON.parse(readFileSync(this.fileOf(origin), 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  private fileOf(origin: string): string {
    return join(this.folder, `${origin.replaceAll(/[^\w-]/g, '_')}.json`);
  }
}

const decoded = (text: string): Uint8Array => {
  const bytes = bytesOfBase64(text);
  if (bytes?.length !== 32) throw new NotConsistent('a hash has 32 bytes');
  return bytes;
};
