import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { BulkVerdict } from '@qingshan/contracts';
import type { MineFacts, RefusalCode } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { Refused } from '../../platform/http/refused';
import type { Job, JobHandler, StepResult } from '../../platform/jobs/job';
import { JobRunner } from '../../platform/jobs/job-runner';
import type { TrailRecord } from '../../platform/trail/trail';
import { fieldChanges } from '../mines/field-changes';
import { MinesStore } from '../mines/mines.store';
import { BulkEditRow } from './bulk.row';
import { BulkStore } from './bulk.store';
import { BULK_JOB, BULK_UNDO_JOB } from './start-bulk';

const MINES_PER_STEP = 100;

interface Waiting {
  readonly mineId: number;
  readonly mineVersion: number;
  readonly before: Partial<MineFacts>;
}

interface Outcome {
  readonly mine_id: number;
  readonly verdict: BulkVerdict;
  readonly problem: RefusalCode | null;
}

/** One direction of the work: which rows wait, what a mine gets, and what its row says afterwards. */
interface Direction {
  readonly waiting: BulkVerdict;
  readonly written: BulkVerdict;
  readonly refused: BulkVerdict;
  readonly facts: (edit: BulkEditRow, row: Waiting) => Partial<MineFacts>;
  readonly end: { readonly state: 'done' | 'undone'; readonly action: 'bulk.finished' | 'bulk.undone' };
}

const FORWARD: Direction = {
  waiting: 'change',
  written: 'written',
  refused: 'refused',
  facts: (edit) => edit.changes as Partial<MineFacts>,
  end: { state: 'done', action: 'bulk.finished' },
};

const BACK: Direction = {
  waiting: 'written',
  written: 'undone',
  refused: 'kept',
  facts: (_, row) => row.before,
  end: { state: 'undone', action: 'bulk.undone' },
};

/** Writes an edit of many mines, or takes it back: each mine by the same door as a single edit, at the version looked at. */
@Injectable()
export class BulkJobs implements OnModuleInit {
  constructor(
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(BulkStore) private readonly store: BulkStore,
    @Inject(MinesStore) private readonly mines: MinesStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.register(this.handler(BULK_JOB, FORWARD));
    this.runner.register(this.handler(BULK_UNDO_JOB, BACK));
  }

  private handler(kind: string, direction: Direction): JobHandler {
    return {
      kind,
      step: (tx, job, caller) => this.step(tx, job, caller, direction),
      failed: async (tx, job) =>
        this.store.turn(
          tx,
          await tx.manager.findOneByOrFail(BulkEditRow, { id: job.subjectId }),
          'failed',
          this.clock.now(),
        ),
    };
  }

  private async step(tx: WriteTx, job: Job, caller: Caller, direction: Direction): Promise<StepResult> {
    const edit = await this.store.load(tx, caller, job.subjectId);
    const rows = await tx.rows<Waiting>(
      `SELECT mine_id AS "mineId", mine_version AS "mineVersion", before FROM bulk_edit_row
       WHERE bulk_edit_id = $1 AND verdict = $2 ORDER BY mine_id LIMIT ${MINES_PER_STEP}`,
      [edit.id, direction.waiting],
    );
    if (rows.length === 0) {
      await this.store.turn(tx, edit, direction.end.state, this.clock.now());
      await tx.record({
        action: direction.end.action,
        effectiveOn: edit.effectiveOn,
        detail: { bulkEditId: edit.id, mines: job.done },
      });
      return { done: job.done, finished: true };
    }
    const entries: TrailRecord[] = [];
    const outcomes: Outcome[] = [];
    for (const row of rows) {
      const written = await this.write(tx, caller, edit, row, direction);
      if ('action' in written) entries.push(written);
      outcomes.push({
        mine_id: row.mineId,
        verdict: 'action' in written ? direction.written : direction.refused,
        problem: 'action' in written ? null : written.problem,
      });
    }
    await tx.rows(
      `UPDATE bulk_edit_row r SET verdict = o.verdict, problem = o.problem,
         mine_version = r.mine_version + CASE WHEN o.problem IS NULL THEN 1 ELSE 0 END
       FROM jsonb_to_recordset($2::jsonb) AS o (mine_id bigint, verdict text, problem text)
       WHERE r.bulk_edit_id = $1 AND r.mine_id = o.mine_id`,
      [edit.id, JSON.stringify(outcomes)],
    );
    if (entries.length > 0) await tx.record(...entries);
    else await tx.record({ action: 'bulk.refused', outcome: 'refused', detail: { bulkEditId: edit.id } });
    return { done: job.done + rows.length, finished: false };
  }

  /** What says no does so before anything is written, so the transaction of the others goes on. */
  private async write(
    tx: WriteTx,
    caller: Caller,
    edit: BulkEditRow,
    row: Waiting,
    direction: Direction,
  ): Promise<TrailRecord | { problem: RefusalCode }> {
    try {
      const mine = await this.mines.load(tx, caller.actor, row.mineId, row.mineVersion);
      if (mine.stage === 'removed') return { problem: 'move-not-possible' };
      const { before, after } = fieldChanges<Partial<MineFacts>>(mine, direction.facts(edit, row));
      const mineVersion = await this.mines.save(tx, mine, after, edit.effectiveOn);
      return {
        action: 'mine.edited',
        mineId: mine.id,
        subject: mine.number,
        effectiveOn: edit.effectiveOn,
        before,
        after,
        remark: edit.remark,
        detail: { bulkEditId: edit.id, undo: direction === BACK, mineVersion },
      };
    } catch (error) {
      if (error instanceof Refused) return { problem: error.refusal.code };
      throw error;
    }
  }
}
