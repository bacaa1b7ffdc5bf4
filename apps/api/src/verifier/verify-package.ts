import { bytesOfBase64, LogCheck, PACKAGE_FORMAT, parseKey, utf8, type LogReport } from '@qingshan/domain';
import { sha256, verifyEd25519 } from '../platform/sealing/crypto';
import { toldOf, type ToldEntry } from './told-entries';

/** What is handed in is no package at all. */
class NoPackage extends Error {
  override name = 'NoPackage';
}

interface Trusted {
  /** The signer's key, from paper; the package's own is believed without one. */
  readonly key?: string | undefined;
  /** Checkpoints somebody kept. */
  readonly kept?: readonly string[];
  /** Mines, by their number, or other subjects whose entries are to be told one by one. */
  readonly about?: readonly string[];
}

interface Header {
  readonly format?: unknown;
  readonly origin?: unknown;
  readonly key?: unknown;
}

interface Line {
  readonly checkpoint?: string;
  readonly index?: number;
  readonly id?: number;
  readonly leaf?: string;
  readonly body?: string | null;
}

export interface PackageReport extends LogReport {
  readonly key: string;
  readonly origin: string;
  /** The entries of what was asked about, in the order of the log. */
  readonly told: readonly ToldEntry[];
}

/** Holds a package to itself, to a key and to checkpoints that were kept; reads it line by line, whatever its size. */
export const verifyPackage = async (
  lines: AsyncIterable<string>,
  { key: trusted, kept = [], about = [] }: Trusted = {},
): Promise<PackageReport> => {
  const notes = [...kept];
  const told: ToldEntry[] = [];
  let header: { origin: string; key: string } | null = null;
  let log: LogCheck | null = null;
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text === '') continue;
    const line = parsed(text, number);
    header ??= headerOf(line, trusted);
    if (typeof line.checkpoint === 'string') notes.push(line.checkpoint);
    else if (number > 1) {
      log ??= logOf(header, notes);
      const entry = entryOf(line, number);
      log.entry(entry);
      told.push(...toldOf(entry, line.body, about));
    }
  }
  if (!header) throw new NoPackage('empty');
  return { ...header, ...(log ?? logOf(header, notes)).report(), told };
};

const parsed = (text: string, number: number): Line & Header => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below.
  }
  throw new NoPackage(`line ${number} is no JSON`);
};

const headerOf = ({ format, origin, key }: Header, trusted: string | undefined) => {
  if (format !== PACKAGE_FORMAT || typeof origin !== 'string')
    throw new NoPackage('line 1 does not begin a package');
  const believed = trusted ?? key;
  if (typeof believed !== 'string') throw new NoPackage('there is no key');
  return { origin, key: believed.trim() };
};

const logOf = ({ origin, key }: { origin: string; key: string }, notes: readonly string[]): LogCheck => {
  const verifier = parseKey(sha256, key);
  if (!verifier) throw new NoPackage('the key is none');
  return new LogCheck({
    hash: sha256,
    verify: verifyEd25519,
    origin,
    key: verifier,
    notes: [...new Set(notes)],
  });
};

const entryOf = ({ index, id, leaf, body }: Line, number: number) => {
  const hash = bytesOfBase64(leaf ?? '');
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(id) || hash?.length !== 32)
    throw new NoPackage(`line ${number} is no entry`);
  return {
    index: index as number,
    id: id as number,
    leaf: hash,
    body: typeof body === 'string' ? utf8(body) : null,
  };
};
