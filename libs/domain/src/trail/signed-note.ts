import { base64Of, bytesOfBase64, joined, sameBytes, utf8 } from './bytes';
import type { Hash } from './merkle-tree';

/** What is signed: which log, how many entries, the root over them, and when the signer saw them (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly signedAt: string;
}

/** A key as one hands it over: its name, four bytes to know it by, and the Ed25519 key itself (C2SP signed-note). */
export interface VerifierKey {
  readonly name: string;
  readonly id: Uint8Array;
  readonly publicKey: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

interface SignedText {
  /** Exactly what was signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface SignedCheckpoint extends Checkpoint, SignedText {}

export type Verify = (publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array) => boolean;

const ED25519 = Uint8Array.of(1);
const ID_LENGTH = 4;
const SIGNED_AT = 'signed-at ';

export const checkpointText = ({ origin, size, root, signedAt }: Checkpoint): string =>
  `${origin}\n${size}\n${base64Of(root)}\n${SIGNED_AT}${signedAt}\n`;

const idOf = (hash: Hash, name: string, publicKey: Uint8Array): Uint8Array =>
  hash(joined(utf8(`${name}\n`), ED25519, publicKey)).slice(0, ID_LENGTH);

export const verifierKeyOf = (hash: Hash, name: string, publicKey: Uint8Array): VerifierKey => ({
  name,
  id: idOf(hash, name, publicKey),
  publicKey,
});

export const keyText = ({ name, id, publicKey }: VerifierKey): string =>
  `${name}+${[...id].map((byte) => byte.toString(16).padStart(2, '0')).join('')}+${base64Of(joined(ED25519, publicKey))}`;

export const parseKey = (hash: Hash, text: string): VerifierKey | null => {
  const [, name, , encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const typed = encoded === undefined ? null : bytesOfBase64(encoded);
  if (!name || !typed || typed.length !== 33 || typed[0] !== ED25519[0]) return null;
  const key = verifierKeyOf(hash, name, typed.slice(1));
  return keyText(key) === text.trim() ? key : null;
};

export const noteOf = (text: string, key: VerifierKey, signature: Uint8Array): string =>
  cosigned(`${text}\n`, key, signature);

/** One more signature under a note. */
export const cosigned = (note: string, { name, id }: VerifierKey, signature: Uint8Array): string =>
  `${note}— ${name} ${base64Of(joined(id, signature))}\n`;

/** What was signed and by whom, whatever it says; null where it is no note. */
export const splitNote = (note: string): SignedText | null => {
  const [, text, signed] = /^((?:[^\n]+\n)+)\n((?:— [^\n]+\n)+)$/.exec(note) ?? [];
  const signatures = (signed ?? '').trimEnd().split('\n').map(parseSignature);
  if (!text || signatures.includes(null)) return null;
  return { text, signatures: signatures.flatMap((one) => one ?? []) };
};

/** A checkpoint as it came, or null where it is none. */
export const parseNote = (note: string): SignedCheckpoint | null => {
  const split = splitNote(note);
  const [origin, size, root, ...more] = (split?.text ?? '').split('\n');
  const rootBytes = bytesOfBase64(root ?? '');
  const signedAt = more.find((line) => line.startsWith(SIGNED_AT))?.slice(SIGNED_AT.length);
  if (!split || !origin || !/^(?:0|[1-9]\d{0,14})$/.test(size ?? '') || rootBytes?.length !== 32) return null;
  return signedAt ? { ...split, origin, size: Number(size), root: rootBytes, signedAt } : null;
};

const parseSignature = (line: string): NoteSignature | null => {
  const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = encoded === undefined ? null : bytesOfBase64(encoded);
  if (!name || !bytes || bytes.length <= ID_LENGTH) return null;
  return { name, id: bytes.slice(0, ID_LENGTH), signature: bytes.slice(ID_LENGTH) };
};

/** Whether this key signed it; other signatures beside it are no matter. */
export const isSignedBy = (
  verify: Verify,
  { text, signatures }: SignedText,
  { name, id, publicKey }: VerifierKey,
): boolean =>
  signatures.some(
    (one) => one.name === name && sameBytes(one.id, id) && verify(publicKey, utf8(text), one.signature),
  );
