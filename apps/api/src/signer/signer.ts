import { sign } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { bytesOfBase64, checkpointText, isConsistent, keyText, noteOf, utf8 } from '@qingshan/domain';
import type { Clock } from '../platform/clock';
import { sha256 } from '../platform/sealing/crypto';
import { handOverIfWanted, handoversTo } from './handovers';
import { keepKey, type SigningKey } from './keep-key';
import { headOf, putHead } from './memory';
import type { SignedHead, SignerView, SignRequest } from './protocol';
import { isWanted } from './wanted-handover';

/** What is asked for does not continue what was signed: history was rewritten, or an older copy put back. */
export class NotConsistent extends Error {}

/**
 * Signs the tree of a log only when it is proved to continue the one it signed before, and remembers that before it
 * gives the signature away: whoever owns the database and the API still gets no second history signed. Its memory outlives
 * its key, so that this holds over a handover too.
 */
export class Signer {
  private kept: SigningKey;

  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    handOverIfWanted(folder, clock);
    this.kept = keepKey(folder);
  }

  view(origin: string): SignerView {
    const { verifier } = this.key();
    return {
      key: keyText(verifier),
      last: headOf(this.folder, origin),
      handovers: handoversTo(this.folder, verifier).map(({ note }) => note),
    };
  }

  sign({ origin, size, root, proof }: SignRequest): SignedHead {
    const { privateKey, verifier } = this.key();
    const last = headOf(this.folder, origin);
    if (last?.size === size && last.root === root) return last;
    const newer = { size, root: decoded(root) };
    const older = last ? { size: last.size, root: decoded(last.root) } : { size: 0, root: new Uint8Array() };
    if (!isConsistent(sha256, { older, newer, proof: proof.map(decoded) }))
      throw new NotConsistent(`${size} entries do not continue the ${older.size} that were signed`);
    const text = checkpointText({ origin, size, root: newer.root, signedAt: this.clock.now().toISOString() });
    const head = { size, root, note: noteOf(text, verifier, sign(null, utf8(text), privateKey)) };
    putHead(this.folder, origin, head);
    return head;
  }

  /** The key as it is now: the operator may have asked for another since. */
  private key(): SigningKey {
    if (isWanted(this.folder)) {
      handOverIfWanted(this.folder, this.clock);
      this.kept = keepKey(this.folder);
    }
    return this.kept;
  }
}

const decoded = (text: string): Uint8Array => {
  const bytes = bytesOfBase64(text);
  if (bytes?.length !== 32) throw new NotConsistent('a hash has 32 bytes');
  return bytes;
};
