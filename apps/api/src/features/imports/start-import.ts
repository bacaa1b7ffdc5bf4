import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, ImportView, importRoutes } from '@qingshan/contracts';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { JobRunner } from '../../platform/jobs/job-runner';
import type { LedgerImportRow } from './imports.row';
import { ImportsStore } from './imports.store';
import { forgetFile } from './keep-ledger';

export const IMPORT_JOB = 'import';
export const UNDO_JOB = 'import-undo';

const MANY_ROWS = 2_000;
const STOPPABLE = new Set<ImportView['state']>(['mapping', 'checked', 'applying', 'failed']);
const WRITTEN = new Set<ImportView['state']>(['done', 'cancelled', 'failed']);

/** Starts, stops and takes back the writing of a checked import. */
@Injectable()
export class StartImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImportsStore) private readonly store: ImportsStore,
    @Inject(JobRunner) private readonly jobs: JobRunner,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async apply(caller: Caller, id: number, body: BodyOf<typeof importRoutes.apply>): Promise<number> {
    await this.database.write(caller, async (tx) => {
      const found = await this.store.load(tx, caller, id);
      if (found.state !== 'checked' || !found.counts) throw refused('already-done', { state: found.state });
      const today = this.clock.today();
      if (body.effectiveOn > today) throw refused('date-in-future', { today });
      const { error, new: fresh, changed } = found.counts;
      if (error > 0 && !body.leaveOutErrors) throw refused('import-has-errors', { rows: error });
      await this.store.save(tx, found, {
        state: 'applying',
        effectiveOn: body.effectiveOn,
        allOrNothing: !body.leaveOutErrors,
      });
      await forgetFile(tx, id);
      // A planner that knows nothing of the new rows takes them for few, and reads all of them in every step.
      if (fresh + changed > MANY_ROWS) await tx.rows('ANALYZE import_row');
      await tx.rows('INSERT INTO job (kind, subject_id, person_id, total) VALUES ($1, $2, $3, $4)', [
        IMPORT_JOB,
        id,
        caller.actor.personId,
        fresh + changed,
      ]);
      await tx.record({
        action: 'import.started',
        subject: found.fileName,
        effectiveOn: body.effectiveOn,
        detail: { importId: id, rows: fresh + changed, leftOut: error },
      });
      return id;
    });
    this.jobs.kick();
    return id;
  }

  cancel(caller: Caller, id: number): Promise<number> {
    return this.database.write(caller, async (tx) => {
      // The job's row first: a step at work holds it, and writes the import when it is done.
      await tx.rows(`SELECT FROM job WHERE kind = $1 AND subject_id = $2 FOR UPDATE`, [IMPORT_JOB, id]);
      const found = await this.store.load(tx, caller, id);
      if (!STOPPABLE.has(found.state)) throw refused('already-done', { state: found.state });
      await this.store.save(tx, found, { state: 'cancelled', finishedAt: this.clock.now() });
      await forgetFile(tx, id);
      await tx.rows(
        `UPDATE job SET state = 'cancelled' WHERE kind = $1 AND subject_id = $2 AND state = 'running'`,
        [IMPORT_JOB, id],
      );
      await tx.record({ action: 'import.cancelled', subject: found.fileName, detail: { importId: id } });
      return id;
    });
  }

  async undo(caller: Caller, id: number): Promise<number> {
    await this.database.write(caller, async (tx) => {
      const found = await this.store.load(tx, caller, id);
      if (!WRITTEN.has(found.state)) throw refused('already-done', { state: found.state });
      await this.beginUndo(tx, caller, found);
      return id;
    });
    this.jobs.kick();
    return id;
  }

  /** Turns a written import round, in the transaction of whoever asks: a person, or a row that could not be written. */
  async beginUndo(tx: WriteTx, caller: Caller, found: LedgerImportRow): Promise<void> {
    const [written] = await tx.rows<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM import_row WHERE import_id = $1 AND applied_at IS NOT NULL
         AND verdict IN ('new', 'changed') AND undone_at IS NULL AND undo_problem IS NULL`,
      [found.id],
    );
    const rows = written?.rows ?? 0;
    if (rows === 0 && !found.allOrNothing) throw refused('invalid-input', { why: 'nothing-changed' });
    await this.store.save(tx, found, { state: 'undoing', finishedAt: null });
    // An undo that broke off is taken up again by the same job.
    await tx.rows(
      `INSERT INTO job (kind, subject_id, person_id, total) VALUES ($1, $2, $3, $4)
       ON CONFLICT (kind, subject_id) DO UPDATE
         SET state = 'running', person_id = excluded.person_id, done = 0, total = excluded.total, error = NULL`,
      [UNDO_JOB, found.id, caller.actor.personId, rows],
    );
    await tx.record({
      action: 'import.undoing',
      subject: found.fileName,
      effectiveOn: found.effectiveOn ?? undefined,
      detail: { importId: found.id, rows },
    });
  }
}
