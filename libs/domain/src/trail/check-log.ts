import { sameBytes } from './bytes';
import { GrowingTree, leafHash, type Hash } from './merkle-tree';
import { keyChain, type KeyFinding, type KeyTerm } from './key-chain';
import { isSignedBy, parseNote, type SignedCheckpoint, type Verify, type VerifierKey } from './signed-note';

/** An entry where the log has it; without a body it is gone, and only its hash is left. */
export interface LoggedEntry {
  readonly index: number;
  readonly id: number;
  readonly leaf: Uint8Array;
  readonly body: Uint8Array | null;
}

/** What is wrong with a log. Entries are counted from 0; `to` is the first that is not meant any more. */
export type Finding =
  | KeyFinding
  /** The bytes of an entry are not those that were put into the log. */
  | { readonly kind: 'changed' | 'removed'; readonly index: number; readonly id: number }
  /** Stands where another entry has its place. */
  | { readonly kind: 'inserted'; readonly index: number; readonly id: number }
  /** Says it was made before what was signed long before it came. */
  | { readonly kind: 'late'; readonly index: number; readonly id: number; readonly at: string }
  /** Not there at all. */
  | { readonly kind: 'missing'; readonly from: number; readonly to: number }
  /** Were signed, and the log ends before them. */
  | { readonly kind: 'cut'; readonly from: number; readonly to: number }
  /** Somewhere between two checkpoints entries were changed, put in or taken out, and their hashes with them. */
  | { readonly kind: 'rewritten'; readonly from: number; readonly to: number }
  /** A checkpoint that is none, is of another log, or that no key signed whose turn it was. */
  | { readonly kind: 'note'; readonly size: number; readonly why: 'unreadable' | 'other-log' | 'unsigned' };

export interface LogReport {
  readonly entries: number;
  readonly checkpoints: number;
  /** So many entries are exactly those that were signed. */
  readonly confirmed: number;
  /** Whose signatures these are, one after another. */
  readonly keys: readonly KeyTerm[];
  readonly findings: readonly Finding[];
}

interface Given {
  readonly hash: Hash;
  readonly verify: Verify;
  readonly origin: string;
  /** Trusted; what follows from them by handovers is trusted too. */
  readonly keys: readonly [VerifierKey, ...VerifierKey[]];
  readonly handovers: readonly string[];
  readonly notes: readonly string[];
}

interface Head {
  readonly size: number;
  readonly root: Uint8Array;
  /** Null where a key was handed over: no entry has to be older than that. */
  readonly signedAt: string | null;
}

// Longer than any transaction runs, and than clocks that are looked after differ.
const LATE_MS = 10 * 60_000;
const AT = /^\{"at":"([^"]+)"/;

/** Goes through a log entry by entry, with the checkpoints that were signed over it. */
export class LogCheck {
  readonly findings: Finding[] = [];
  private readonly tree: GrowingTree;
  private readonly keys: readonly KeyTerm[];
  private readonly checkpoints: readonly SignedCheckpoint[];
  /** The roots to come: those of the checkpoints, and where a key was handed over. */
  private readonly heads: readonly Head[];
  private due = 0;
  private seen = 0;
  private next = 0;
  private confirmed = 0;
  private signedAt: string | null = null;
  private isWhole = true;

  constructor(private readonly given: Given) {
    this.tree = new GrowingTree(given.hash);
    const { terms, findings } = keyChain(given);
    this.keys = terms;
    this.findings.push(...findings);
    this.checkpoints = given.notes
      .flatMap((note) => this.read(note) ?? [])
      .sort((one, other) => one.size - other.size);
    const handed = terms.flatMap(({ after, began }) =>
      began ? { size: after, root: began.root, signedAt: null } : [],
    );
    this.heads = [...this.checkpoints, ...handed].sort((one, other) => one.size - other.size);
  }

  entry({ index, id, leaf, body }: LoggedEntry): void {
    const due = this.due;
    this.seen += 1;
    if (index < due) {
      this.findings.push({ kind: 'inserted', index, id });
      return;
    }
    if (index > due && this.isWhole) {
      this.findings.push({ kind: 'missing', from: due, to: index });
      // Without their hashes no later root can be computed; each entry is still held to its own.
      this.isWhole = false;
    }
    if (!body) this.findings.push({ kind: 'removed', index, id });
    else if (!sameBytes(leafHash(this.given.hash, body), leaf))
      this.findings.push({ kind: 'changed', index, id });
    else this.lookAtTime(index, id, body);
    this.due = index + 1;
    if (this.isWhole) this.tree.append(leaf);
    this.compare();
  }

  report(): LogReport {
    const beyond = this.heads.at(-1);
    if (beyond && beyond.size > this.due)
      this.findings.push({ kind: 'cut', from: this.due, to: beyond.size });
    return {
      entries: this.seen,
      checkpoints: this.checkpoints.length,
      confirmed: this.confirmed,
      keys: this.keys,
      findings: this.findings,
    };
  }

  private read(note: string): SignedCheckpoint | null {
    const { verify, origin } = this.given;
    const read = parseNote(note);
    const why =
      (!read && 'unreadable') ||
      (read?.origin !== origin && 'other-log') ||
      (read &&
        !this.keys.some((term) => isInTurn(term, read) && isSignedBy(verify, read, term.key)) &&
        'unsigned');
    if (!why) return read;
    this.findings.push({ kind: 'note', size: read?.size ?? 0, why });
    return null;
  }

  private compare(): void {
    for (let at = this.heads[this.next]; at && at.size <= this.due; at = this.heads[this.next]) {
      this.next += 1;
      if (!this.isWhole || at.size !== this.due) continue;
      if (sameBytes(this.tree.root(), at.root)) this.confirmed = at.size;
      else {
        this.findings.push({ kind: 'rewritten', from: this.confirmed, to: at.size });
        this.isWhole = false;
      }
      this.signedAt = at.signedAt ?? this.signedAt;
    }
  }

  private lookAtTime(index: number, id: number, body: Uint8Array): void {
    const [, at] = AT.exec(String.fromCharCode(...body.subarray(0, 40))) ?? [];
    if (!at || !this.signedAt) return;
    if (Date.parse(this.signedAt) - Date.parse(at) > LATE_MS)
      this.findings.push({ kind: 'late', index, id, at });
  }
}

/** Whether a tree of this size is this key's to sign. */
export const isInTurn = ({ after, upTo }: KeyTerm, { size }: SignedCheckpoint): boolean =>
  size > after && size <= upTo;

/** The first line of a log that is handed over says so. */
export const PACKAGE_FORMAT = 'qingshan-trail-1';
