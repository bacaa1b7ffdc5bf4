import { base64Of, bytesOfBase64 } from './bytes';
import type { Hash } from './merkle-tree';
import {
  isSignedBy,
  keyText,
  parseKey,
  splitNote,
  type NoteSignature,
  type VerifierKey,
  type Verify,
} from './signed-note';

/** `rotated` is signed by both keys; `broken` by the new one alone, for the old one is lost or in other hands. */
export const HANDOVERS = ['rotated', 'broken'] as const;
export type HandoverKind = (typeof HANDOVERS)[number];

/** Where a log stood when the key changed. */
export interface HandedLog {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface Handover {
  readonly kind: HandoverKind;
  readonly from: VerifierKey;
  readonly to: VerifierKey;
  readonly signedAt: string;
  readonly logs: readonly HandedLog[];
}

export interface SignedHandover extends Handover {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const TITLE = 'qingshan-signer-handover-1';

/** One key hands over to the next, at the place each log has then (docs/adr/0022-one-key-after-another.md). */
export const handoverText = ({ kind, from, to, signedAt, logs }: Handover): string =>
  [
    TITLE,
    kind,
    `from ${keyText(from)}`,
    `to ${keyText(to)}`,
    `signed-at ${signedAt}`,
    ...logs.map(({ origin, size, root }) => `log ${origin} ${size} ${base64Of(root)}`),
    '',
  ].join('\n');

const FORM = new RegExp(
  `^${TITLE}\\n(rotated|broken)\\nfrom (\\S+)\\nto (\\S+)\\nsigned-at (\\S+)\\n((?:log .+\\n)*)$`,
);

/** A handover as it came, or null where it is none. */
export const parseHandover = (hash: Hash, note: string): SignedHandover | null => {
  const split = splitNote(note);
  const [, kind, from = '', to = '', signedAt, lines = ''] = FORM.exec(split?.text ?? '') ?? [];
  const [older, newer] = [parseKey(hash, from), parseKey(hash, to)];
  const logs = lines.split('\n').slice(0, -1).map(parseLog);
  if (!split || !older || !newer || !signedAt || logs.includes(null)) return null;
  return {
    ...split,
    kind: kind as HandoverKind,
    from: older,
    to: newer,
    signedAt,
    logs: logs.flatMap((log) => log ?? []),
  };
};

const parseLog = (line: string): HandedLog | null => {
  const [, origin, size, root = ''] = /^log (\S+) ([1-9]\d{0,14}) (\S+)$/.exec(line) ?? [];
  const bytes = bytesOfBase64(root);
  return origin && bytes?.length === 32 ? { origin, size: Number(size), root: bytes } : null;
};

/** Whether those signed it who have to. */
export const isSignedHandover = (verify: Verify, handover: SignedHandover): boolean =>
  isSignedBy(verify, handover, handover.to) &&
  (handover.kind === 'broken' || isSignedBy(verify, handover, handover.from));

export const isSameKey = (one: VerifierKey, other: VerifierKey): boolean => keyText(one) === keyText(other);
