import { EXCERPT_FORMAT, proofCheck } from '@qingshan/domain';
import { sha256, verifyEd25519 } from '../platform/sealing/crypto';
import { parsedLine } from './parsed-line';
import { provenEntry, textsOf, type HandedEntry } from './proven-entry';
import { toldOf, type ToldEntry } from './told-entries';
import { keysOf, NoPackage } from './trusted-keys';
import type { ProofReport } from './verify-proof';

interface Header {
  readonly format?: unknown;
  readonly key?: unknown;
  readonly handovers?: unknown;
  readonly note?: unknown;
  readonly entries?: unknown;
  readonly waiting?: unknown;
}

export interface ExcerptReport extends ProofReport {
  /** How many entries the file says it has, and how many it has. */
  readonly said: number;
  readonly entries: number;
  /** How many were looked for as well, and were not sealed yet. */
  readonly waiting: number;
}

interface Asked {
  /** Keys of the signer, from paper; the file's own is believed without one. */
  readonly keys: readonly string[];
  /** What is to be told one by one; everything where nothing is named. */
  readonly about: readonly string[];
}

/** Whether a file whose first line this is holds some entries with their proofs. */
export const isExcerpt = (firstLine: string): boolean =>
  firstLine.startsWith(`{"format":"${EXCERPT_FORMAT}"`);

/** Holds each of some entries to the checkpoint they came with, and that to a key; reads line by line, whatever their number. */
export const verifyExcerpt = async (
  lines: AsyncIterable<string>,
  { keys, about }: Asked,
): Promise<ExcerptReport> => {
  let begun: ReturnType<typeof begin> | null = null;
  const told: ToldEntry[] = [];
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text === '') continue;
    const line = parsedLine<Header & HandedEntry>(text, number);
    if (!begun) begun = begin(line, keys);
    else {
      const entry = provenEntry(line);
      if (!entry) throw new NoPackage(`line ${number} is no entry with its proof`);
      begun.take(entry);
      told.push(...toldOf(entry, String(line.body), about.length > 0 ? about : null));
    }
  }
  if (!begun) throw new NoPackage('empty');
  return { ...begun.report(), told };
};

const begin = (header: Header, keys: readonly string[]) => {
  const { format, key, note } = header;
  if (format !== EXCERPT_FORMAT || typeof note !== 'string')
    throw new NoPackage('line 1 does not begin an excerpt');
  const check = proofCheck({
    hash: sha256,
    verify: verifyEd25519,
    keys: keysOf(keys, key),
    handovers: textsOf(header.handovers),
    note,
  });
  const findings = [...check.findings];
  let entries = 0;
  let last = -1;
  return {
    take: (entry: NonNullable<ReturnType<typeof provenEntry>>): void => {
      entries += 1;
      // The same entry twice is one too many.
      if (entry.index <= last) findings.push({ kind: 'inserted', index: entry.index, id: entry.id });
      last = entry.index;
      findings.push(...check.entry(entry));
    },
    report: () => ({
      origin: check.origin,
      keys: check.keys,
      findings,
      said: Number(header.entries),
      entries,
      waiting: Number(header.waiting),
    }),
  };
};
