import { Inject, Injectable } from '@nestjs/common';
import type { BulkEditView } from '@qingshan/contracts';
import type { TrailAction } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { JobRunner } from '../../platform/jobs/job-runner';
import { BulkStore } from './bulk.store';

export const BULK_JOB = 'bulk';
export const BULK_UNDO_JOB = 'bulk-undo';

/** Starts, stops and takes back the writing of a prepared edit of many mines. */
@Injectable()
export class StartBulk {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BulkStore) private readonly store: BulkStore,
    @Inject(JobRunner) private readonly jobs: JobRunner,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  apply(caller: Caller, id: number): Promise<number> {
    return this.start(caller, id, {
      from: 'prepared',
      to: 'applying',
      verdict: 'change',
      kind: BULK_JOB,
      action: 'bulk.started',
    });
  }

  undo(caller: Caller, id: number): Promise<number> {
    return this.start(caller, id, {
      from: 'done',
      to: 'undoing',
      verdict: 'written',
      kind: BULK_UNDO_JOB,
      action: 'bulk.undoing',
    });
  }

  cancel(caller: Caller, id: number): Promise<number> {
    return this.database.write(caller, async (tx) => {
      // The job's row first: a step at work holds it, and turns the edit when it is done.
      await tx.rows('SELECT FROM job WHERE kind = $1 AND subject_id = $2 FOR UPDATE', [BULK_JOB, id]);
      const found = await this.store.load(tx, caller, id);
      if (found.state !== 'prepared' && found.state !== 'applying')
        throw refused('already-done', { state: found.state });
      // What is written already can be taken back like any edit that is done.
      const isWritten = found.state === 'applying';
      await this.store.turn(tx, found, isWritten ? 'done' : 'cancelled', this.clock.now());
      await tx.rows(
        `UPDATE job SET state = 'cancelled' WHERE kind = $1 AND subject_id = $2 AND state = 'running'`,
        [BULK_JOB, id],
      );
      await tx.record({ action: 'bulk.cancelled', detail: { bulkEditId: id } });
      return id;
    });
  }

  private async start(
    caller: Caller,
    id: number,
    how: {
      from: BulkEditView['state'];
      to: BulkEditView['state'];
      verdict: 'change' | 'written';
      kind: string;
      action: TrailAction;
    },
  ): Promise<number> {
    await this.database.write(caller, async (tx) => {
      const found = await this.store.load(tx, caller, id);
      if (found.state !== how.from) throw refused('already-done', { state: found.state });
      const [count] = await tx.rows<{ mines: number }>(
        'SELECT count(*)::int AS mines FROM bulk_edit_row WHERE bulk_edit_id = $1 AND verdict = $2',
        [id, how.verdict],
      );
      if (!count?.mines) throw refused('invalid-input', { why: 'nothing-changed' });
      await this.store.turn(tx, found, how.to);
      await tx.rows('INSERT INTO job (kind, subject_id, person_id, total) VALUES ($1, $2, $3, $4)', [
        how.kind,
        id,
        caller.actor.personId,
        count.mines,
      ]);
      await tx.record({
        action: how.action,
        effectiveOn: found.effectiveOn,
        detail: { bulkEditId: id, mines: count.mines },
      });
      return id;
    });
    this.jobs.kick();
    return id;
  }
}
