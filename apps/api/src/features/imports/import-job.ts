import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import type { Job, JobHandler, StepResult } from '../../platform/jobs/job';
import { JobRunner } from '../../platform/jobs/job-runner';
import { LedgerImportRow } from './imports.row';
import { ImportsStore } from './imports.store';
import { nextRows } from './rows-to-write';
import { WriteMines } from './write-mines';

export const IMPORT_JOB = 'import';

/** Writes a checked import, some hundred mines a step, each row once: what is written is marked in the same transaction. */
@Injectable()
export class ImportJob implements JobHandler, OnModuleInit {
  readonly kind = IMPORT_JOB;

  constructor(
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(ImportsStore) private readonly store: ImportsStore,
    @Inject(WriteMines) private readonly writeMines: WriteMines,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.register(this);
  }

  async step(tx: WriteTx, job: Job, caller: Caller): Promise<StepResult> {
    const found = await this.store.load(tx, caller, job.subjectId);
    const rows = await nextRows(tx, found.id);
    if (rows.length === 0) {
      await this.store.save(tx, found, { state: 'done', finishedAt: this.clock.now() });
      await tx.record({
        action: 'import.finished',
        subject: found.fileName,
        effectiveOn: found.effectiveOn ?? undefined,
        detail: { importId: found.id, rows: job.done },
      });
      return { done: job.done, finished: true };
    }
    const leftOut = await this.writeMines.run(tx, caller, found, rows);
    if (found.counts && leftOut.new + leftOut.changed > 0)
      await this.store.save(tx, found, {
        counts: {
          ...found.counts,
          new: found.counts.new - leftOut.new,
          changed: found.counts.changed - leftOut.changed,
          error: found.counts.error + leftOut.new + leftOut.changed,
        },
      });
    return { done: job.done + rows.length, finished: false };
  }

  async failed(tx: WriteTx, job: Job): Promise<void> {
    const found = await tx.manager.findOneByOrFail(LedgerImportRow, { id: job.subjectId });
    await this.store.save(tx, found, { state: 'failed', finishedAt: this.clock.now() });
  }
}
