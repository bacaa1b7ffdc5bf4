import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isSignedBy, parseKey, parseNote, type HandoverKind } from '@qingshan/domain';
import { sha256, verifyEd25519 } from '../platform/sealing/crypto';
import { publicKeyIn } from './keep-key';
import { isWanted, wantHandover, type WantedHandover } from './wanted-handover';

/** What the operator says, and what it means. */
export const COMMANDS: Readonly<Record<string, HandoverKind>> = { rotate: 'rotated', break: 'broken' };

const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 200;

/** Asks the signer of a folder for another key, and waits until it has one; says what became of it. */
export const askHandover = async (
  folder: string,
  kind: HandoverKind,
  words: readonly string[],
  patience = PATIENCE_MS,
): Promise<string> => {
  const { values } = parseArgs({
    args: [...words],
    options: { from: { type: 'string' }, kept: { type: 'string', multiple: true } },
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isWanted(folder)) throw new Error('a handover is asked for already');
  const present = presentKey(folder);
  const from = (values.from ?? present).trim();
  const kept = (values.kept ?? []).map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
  refuseNonsense({ kind, from, kept, present });
  wantHandover(folder, { kind, from, kept });
  for (let waited = 0; isWanted(folder); waited += LOOK_EVERY_MS) {
    if (waited >= patience) return 'No signer answers: it takes the new key when it starts.';
    await pause(LOOK_EVERY_MS);
  }
  return `The key is now ${presentKey(folder)}`;
};

interface Asked extends WantedHandover {
  readonly present: string;
}

/** Said to the operator rather than to a signer that could only stop at it. */
const refuseNonsense = ({ kind, from, kept, present }: Asked): void => {
  const key = parseKey(sha256, from);
  if (!key) throw new Error('the key to take over from is none: name it with --from');
  if (kind === 'rotated' && from !== present)
    throw new Error('only the present key can hand over; after any other begin anew with the command break');
  if (kept.length === 0 && from !== present)
    throw new Error('this signer knows nothing of that key: give the last checkpoint with --kept');
  for (const note of kept) {
    const read = parseNote(note);
    if (!read || !isSignedBy(verifyEd25519, read, key))
      throw new Error('what was kept is no checkpoint of the key to take over from');
  }
};

const presentKey = (folder: string): string =>
  existsSync(publicKeyIn(folder)) ? readFileSync(publicKeyIn(folder), 'utf8').trim() : '';
