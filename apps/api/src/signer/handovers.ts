import { sign } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  bytesOfBase64,
  cosigned,
  handoverText,
  hexOf,
  isSameKey,
  isSignedBy,
  parseHandover,
  parseKey,
  parseNote,
  utf8,
  type HandedLog,
  type SignedHandover,
  type VerifierKey,
} from '@qingshan/domain';
import type { Clock } from '../platform/clock';
import { sha256, verifyEd25519 } from '../platform/sealing/crypto';
import { makeKey, putKey, readKey, type SigningKey } from './keep-key';
import { headsIn, putHead } from './memory';
import { dropWanted, readWanted, type WantedHandover } from './wanted-handover';
import { writeWhole } from './write-whole';

const fileOf = (folder: string, { id }: VerifierKey) => join(folder, `handover-${hexOf(id)}.txt`);

interface KeptHandover extends SignedHandover {
  readonly note: string;
}

/** How the present key came to be, oldest first. What was left behind by a handover that was cut off leads nowhere. */
export const handoversTo = (folder: string, key: VerifierKey): readonly KeptHandover[] => {
  const kept = readdirSync(folder)
    .filter((name) => /^handover-[0-9a-f]{8}\.txt$/.test(name))
    .flatMap((name) => {
      const note = readFileSync(join(folder, name), 'utf8');
      const read = parseHandover(sha256, note);
      return read ? { ...read, note } : [];
    });
  const way: KeptHandover[] = [];
  for (let at = key; ;) {
    const last = kept.find((one) => isSameKey(one.to, at) && !way.includes(one));
    if (!last) return way;
    way.unshift(last);
    at = last.from;
  }
};

/**
 * Does what the operator asked for, if anything. The new key’s file takes the old one’s name in one step, after all that
 * belongs to it is on the disk: killed at any moment, a signer has the one key or the other, and asks itself again.
 */
export const handOverIfWanted = (folder: string, clock: Clock): void => {
  const wanted = readWanted(folder);
  if (!wanted) return;
  const present = readKey(folder);
  const isDone =
    present && handoversTo(folder, present.verifier).some(({ from }) => isKey(from, wanted.from));
  if (!isDone) handOver(folder, wanted, present, clock);
  dropWanted(folder);
};

const isKey = (key: VerifierKey, text: string): boolean => {
  const read = parseKey(sha256, text);
  return read !== null && isSameKey(key, read);
};

const handOver = (
  folder: string,
  { kind, from: text, kept }: WantedHandover,
  present: SigningKey | null,
  clock: Clock,
): void => {
  const from = parseKey(sha256, text);
  if (!from) throw new Error('the key to take over from is none');
  if (kind === 'rotated' && (!present || !isSameKey(present.verifier, from)))
    throw new Error('the key that should hand over is not here');
  for (const note of kept) remember(folder, note, from);
  const next = makeKey();
  const signedAt = clock.now().toISOString();
  const signed = handoverText({ kind, from, to: next.verifier, signedAt, logs: logsIn(folder) });
  const signers = kind === 'rotated' && present ? [present, next] : [next];
  const note = signers.reduce(
    (sofar, { privateKey, verifier }) => cosigned(sofar, verifier, sign(null, utf8(signed), privateKey)),
    `${signed}\n`,
  );
  dropHalfWritten(folder);
  writeWhole(fileOf(folder, next.verifier), note, 0o444);
  putKey(folder, next);
};

/** Where the signer itself knows nothing any more, a checkpoint that was kept says where the log stood. */
const remember = (folder: string, note: string, from: VerifierKey): void => {
  const read = parseNote(note);
  if (!read || !isSignedBy(verifyEd25519, read, from))
    throw new Error('what was kept is no checkpoint of the key that is lost');
  const known = headsIn(folder).some((head) => parseNote(head.note)?.origin === read.origin);
  if (!known) putHead(folder, read.origin, { size: read.size, root: rootText(note), note });
};

const rootText = (note: string): string => note.split('\n')[2] ?? '';

const logsIn = (folder: string): HandedLog[] =>
  headsIn(folder).flatMap(({ note, size, root }) => {
    const origin = parseNote(note)?.origin;
    const bytes = bytesOfBase64(root);
    return origin && bytes ? { origin, size, root: bytes } : [];
  });

/** A key that was made and never came into use signs nothing, and lies nowhere. */
const dropHalfWritten = (folder: string): void => {
  for (const name of readdirSync(folder))
    if (/^signer\.key\.\d+\.new$/.test(name)) rmSync(join(folder, name), { force: true });
};
