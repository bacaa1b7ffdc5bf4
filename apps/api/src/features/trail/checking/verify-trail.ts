import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { TrailFinding, VerificationLine, VerificationResult } from '@qingshan/contracts';
import { LogCheck, parseKey, type LogReport } from '@qingshan/domain';
import type pg from 'pg';
import { Database } from '../../../platform/database/database';
import { EXPORT_POOL } from '../../../platform/database/pools';
import type { Caller } from '../../../platform/http/caller';
import { sha256, verifyEd25519 } from '../../../platform/sealing/crypto';
import { keyViews } from '../key-views';
import { SIGNER, type AsksSigner } from '../sealing/signer-client';
import { differingColumns } from './columns-of';
import { loggedEntries, type KeptEntry } from './logged-entries';
import { inOnePicture } from './one-picture';
import { readLog } from './read-log';

const FINDINGS_TOLD = 200;

/** Holds every entry to its hash, its columns to its bytes, and all of it to every checkpoint; tells as it goes. */
@Injectable()
export class VerifyTrail {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EXPORT_POOL) private readonly pool: pg.Pool,
    @Inject(SIGNER) private readonly signer: AsksSigner | null,
  ) {}

  run(caller: Caller): Readable {
    return Readable.from(this.lines(caller));
  }

  private async *lines(caller: Caller): AsyncGenerator<string> {
    let result: VerificationResult | null = null;
    for await (const line of inOnePicture(this.pool, (client) => this.check(client))) {
      yield `${JSON.stringify(line)}\n`;
      if ('result' in line) result = line.result;
    }
    // Who broke off has seen no result, and there is none to record.
    if (result) await this.record(caller, result);
  }

  private async *check(client: pg.ClientBase): AsyncGenerator<VerificationLine> {
    const { origin, size, notes, handovers, ...kept } = await readLog(client, Number.MAX_SAFE_INTEGER);
    // The signer is the witness in the house: a checkpoint that is gone from the database is still in its memory.
    const witness = await this.signer?.view(origin).catch(() => null);
    const key = parseKey(sha256, witness?.key ?? kept.key ?? '');
    if (!key) {
      yield resultOf({ entries: 0, confirmed: 0, checkpoints: 0, keys: [], findings: [] }, []);
      return;
    }
    const all = new Set(witness?.last ? [...notes, witness.last.note] : notes);
    const log = new LogCheck({
      hash: sha256,
      verify: verifyEd25519,
      origin,
      keys: [key],
      handovers: [...new Set([...handovers, ...(witness?.handovers ?? [])])],
      notes: [...all],
    });
    const differing: TrailFinding[] = [];
    for await (const entries of loggedEntries(client, size, { columns: true })) {
      for (const entry of entries) {
        log.entry(entry);
        differing.push(...columnFindings(entry));
      }
      yield { checked: (entries.at(-1)?.index ?? 0) + 1, of: size };
    }
    yield resultOf(log.report(), differing);
  }

  private async record(caller: Caller, { entries, confirmed, found }: VerificationResult): Promise<void> {
    await this.database.write({ ...caller, once: undefined }, (tx) =>
      tx.record({ action: 'trail.verified', detail: { entries, confirmed, found } }),
    );
  }
}

const columnFindings = ({ index, id, body, columns }: KeptEntry): TrailFinding[] => {
  const fields = body && columns ? differingColumns(body, columns) : [];
  return fields.length > 0 ? [{ kind: 'columns', index, id, fields }] : [];
};

const resultOf = (report: LogReport, differing: readonly TrailFinding[]): VerificationLine => {
  const findings = [...report.findings, ...differing];
  return {
    result: {
      ...report,
      keys: keyViews(report.keys),
      found: findings.length,
      findings: findings.slice(0, FINDINGS_TOLD),
    },
  };
};
