import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import type { Job, JobHandler, StepResult } from '../../platform/jobs/job';
import { JobRunner } from '../../platform/jobs/job-runner';
import { LedgerImportRow } from './imports.row';
import { ImportsStore } from './imports.store';
import { nextRows } from './rows-to-write';
import { IMPORT_JOB, StartImport } from './start-import';
import { WriteMines, type LeftOut } from './write-mines';

/** Writes a checked import, some hundred mines a step, each row once: what is written is marked in the same transaction. */
@Injectable()
export class ImportJob implements JobHandler, OnModuleInit {
  readonly kind = IMPORT_JOB;

  constructor(
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(ImportsStore) private readonly store: ImportsStore,
    @Inject(StartImport) private readonly startImport: StartImport,
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
    const isWhole = leftOut.new + leftOut.changed === 0;
    if (!isWhole) await this.countLeftOut(tx, found, leftOut);
    if (!isWhole && found.allOrNothing)
      await this.startImport.beginUndo(tx, caller, await this.store.load(tx, caller, found.id));
    return { done: job.done + rows.length, finished: !isWhole && found.allOrNothing };
  }

  private async countLeftOut(tx: WriteTx, found: LedgerImportRow, leftOut: LeftOut): Promise<void> {
    if (!found.counts) return;
    await this.store.save(tx, found, {
      counts: {
        ...found.counts,
        new: found.counts.new - leftOut.new,
        changed: found.counts.changed - leftOut.changed,
        error: found.counts.error + leftOut.new + leftOut.changed,
      },
    });
  }

  async failed(tx: WriteTx, job: Job): Promise<void> {
    const found = await tx.manager.findOneByOrFail(LedgerImportRow, { id: job.subjectId });
    await this.store.save(tx, found, { state: 'failed', finishedAt: this.clock.now() });
  }
}
