import { Inject, Injectable } from '@nestjs/common';
import { keyText, parseHandover, parseNote, type SignedHandover } from '@qingshan/domain';
import { Database } from '../../../platform/database/database';
import type { Anonymous } from '../../../platform/http/caller';
import { sha256 } from '../../../platform/sealing/crypto';
import type { SignerView } from '../../../signer/protocol';
import { SignerRefuses } from './signer-client';

/** Nobody signed in does this: the operator asked the signer itself. */
const SEALING: Anonymous = { actor: null, address: '127.0.0.1', requestId: 'sealer' };

const KEPT = `
  SELECT (SELECT signer_key FROM trail_checkpoint ORDER BY size DESC LIMIT 1) AS key,
    ARRAY(SELECT to_key FROM trail_handover) AS handed`;

/** Keeps what the signer says of its keys, and enters each new one in the trail. */
@Injectable()
export class KeepHandovers {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(origin: string, view: SignerView): Promise<void> {
    const handovers = view.handovers.flatMap((note) => {
      const read = parseHandover(sha256, note);
      return read ? { ...read, note } : [];
    });
    const [kept] = await this.database.rows<{ key: string | null; handed: string[] }>(KEPT);
    const isOurs = (key: string) => key === view.key || handovers.some(({ from }) => keyText(from) === key);
    if (kept?.key && !isOurs(kept.key))
      throw new SignerRefuses('its key is another, and none that was here handed over to it');
    for (const handover of handovers)
      if (!kept?.handed.includes(keyText(handover.to))) await this.keep(origin, handover);
  }

  private async keep(origin: string, handover: SignedHandover & { readonly note: string }): Promise<void> {
    const { kind, from, to, logs, note, signedAt } = handover;
    const size = logs.find((log) => log.origin === origin)?.size;
    if (size === undefined) return;
    await this.database.write(SEALING, async (tx) => {
      const fresh = await tx.rows(
        'INSERT INTO trail_handover (to_key, size, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING to_key',
        [keyText(to), size, note],
      );
      // Another instance was quicker, and has entered it.
      if (fresh.length === 0) tx.preparesOnly();
      else
        await tx.record({
          action: `key.${kind}`,
          subject: keyText(to),
          before: { key: keyText(from) },
          after: { key: keyText(to) },
          detail: { entries: size, signedAt },
        });
    });
  }
}

/** Which of its keys the signer signed this with. */
export const keyOfNote = ({ key, handovers }: SignerView, note: string): string => {
  const signed = parseNote(note)?.signatures[0]?.id.join();
  const former = handovers.flatMap((one) => parseHandover(sha256, one)?.from ?? []);
  const signer = former.find(({ id }) => id.join() === signed);
  return signer ? keyText(signer) : key;
};
