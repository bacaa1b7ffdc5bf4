import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { RefusalCode } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import type { Job, JobHandler, StepResult } from '../../platform/jobs/job';
import { JobRunner } from '../../platform/jobs/job-runner';
import { LedgerImportRow } from './imports.row';
import { ImportsStore } from './imports.store';
import { nextWritten } from './rows-to-undo';
import { UNDO_JOB } from './start-import';
import { WithdrawMine } from './withdraw-mine';

interface Outcome {
  readonly rows: readonly number[];
  readonly problem: RefusalCode | null;
}

/** Takes a written import back, some mines a step, each as of the version the import left it at. */
@Injectable()
export class UndoImport implements JobHandler, OnModuleInit {
  readonly kind = UNDO_JOB;

  constructor(
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(ImportsStore) private readonly store: ImportsStore,
    @Inject(WithdrawMine) private readonly withdrawMine: WithdrawMine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.register(this);
  }

  async step(tx: WriteTx, job: Job, caller: Caller): Promise<StepResult> {
    const found = await this.store.load(tx, caller, job.subjectId);
    const mines = await nextWritten(tx, found.id);
    if (mines.length === 0) {
      await this.store.save(tx, found, { state: 'undone', finishedAt: this.clock.now() });
      await tx.record({
        action: 'import.undone',
        subject: found.fileName,
        effectiveOn: found.effectiveOn ?? undefined,
        detail: { importId: found.id, rows: job.done },
      });
      return { done: job.done, finished: true };
    }
    const outcomes: Outcome[] = [];
    for (const mine of mines)
      outcomes.push({
        rows: mine.rows.map(({ rowNumber }) => rowNumber),
        problem: await this.withdrawMine.run(tx, caller, found, mine),
      });
    await tx.rows(
      `UPDATE import_row i SET undone_at = CASE WHEN o.problem IS NULL THEN $3::timestamptz END, undo_problem = o.problem,
         mine_version = i.mine_version + CASE WHEN o.problem IS NULL THEN 1 ELSE 0 END
       FROM jsonb_to_recordset($2::jsonb) AS o (rows int[], problem text)
       WHERE i.import_id = $1 AND i.row_number = ANY(o.rows)`,
      [found.id, JSON.stringify(outcomes), this.clock.now()],
    );
    if (outcomes.every(({ problem }) => problem !== null))
      await tx.record({
        action: 'import.undoing',
        outcome: 'refused',
        subject: found.fileName,
        detail: { importId: found.id },
      });
    return {
      done: job.done + outcomes.reduce((sum, { rows }) => sum + rows.length, 0),
      finished: false,
    };
  }

  async failed(tx: WriteTx, job: Job): Promise<void> {
    const found = await tx.manager.findOneByOrFail(LedgerImportRow, { id: job.subjectId });
    await this.store.save(tx, found, { state: 'failed', finishedAt: this.clock.now() });
  }
}
