import {
  bytesOfBase64,
  LogCheck,
  PACKAGE_FORMAT,
  utf8,
  type LogReport,
  type VerifierKey,
} from '@qingshan/domain';
import { sha256, verifyEd25519 } from '../platform/sealing/crypto';
import { parsedLine } from './parsed-line';
import { toldOf, type ToldEntry } from './told-entries';
import { keysOf, NoPackage } from './trusted-keys';

interface Trusted {
  /** Keys of the signer, from paper; the package's own is believed without one. */
  readonly keys?: readonly string[];
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
  readonly handover?: string;
  readonly index?: number;
  readonly id?: number;
  readonly leaf?: string;
  readonly body?: string | null;
}

export interface PackageReport extends LogReport {
  readonly origin: string;
  /** The entries of what was asked about, in the order of the log. */
  readonly told: readonly ToldEntry[];
}

/** Holds a package to itself, to a key and to checkpoints that were kept; reads it line by line, whatever its size. */
export const verifyPackage = async (
  lines: AsyncIterable<string>,
  { keys = [], kept = [], about = [] }: Trusted = {},
): Promise<PackageReport> => {
  const notes = [...kept];
  const handovers: string[] = [];
  const told: ToldEntry[] = [];
  let header: Begun | null = null;
  let log: LogCheck | null = null;
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text === '') continue;
    const line = parsedLine<Line & Header>(text, number);
    header ??= headerOf(line, keys);
    if (typeof line.checkpoint === 'string') notes.push(line.checkpoint);
    else if (typeof line.handover === 'string') handovers.push(line.handover);
    else if (number > 1) {
      log ??= logOf(header, notes, handovers);
      const entry = entryOf(line, number);
      log.entry(entry);
      told.push(...toldOf(entry, line.body, about));
    }
  }
  if (!header) throw new NoPackage('empty');
  return { origin: header.origin, ...(log ?? logOf(header, notes, handovers)).report(), told };
};

interface Begun {
  readonly origin: string;
  readonly keys: readonly [VerifierKey, ...VerifierKey[]];
}

const headerOf = ({ format, origin, key }: Header, trusted: readonly string[]): Begun => {
  if (format !== PACKAGE_FORMAT || typeof origin !== 'string')
    throw new NoPackage('line 1 does not begin a package');
  return { origin, keys: keysOf(trusted, key) };
};

const logOf = (begun: Begun, notes: readonly string[], handovers: readonly string[]): LogCheck =>
  new LogCheck({
    ...begun,
    hash: sha256,
    verify: verifyEd25519,
    notes: [...new Set(notes)],
    handovers: [...new Set(handovers)],
  });

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
