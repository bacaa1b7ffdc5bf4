import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { mineFilter } from '@qingshan/contracts';
import { may } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import type { Job, JobHandler, StepResult } from '../../platform/jobs/job';
import { JobRunner } from '../../platform/jobs/job-runner';
import { dayOfExport } from './day-of-export';
import { ExportFiles, type Work } from './export-files';
import { FORMATS } from './export-formats';
import { ExportRow } from './exports.row';
import { GatherExport } from './gather-export';

export const EXPORT_JOB = 'export';

const ROWS_PER_STEP = 2000;
const KEPT_MS = 3 * 86_400_000;

/** Makes a file: the rows are gathered in the first step, written some thousands a step, and framed and hashed in the last. */
@Injectable()
export class ExportJob implements JobHandler, OnModuleInit {
  readonly kind = EXPORT_JOB;

  constructor(
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(GatherExport) private readonly gather: GatherExport,
    @Inject(ExportFiles) private readonly files: ExportFiles,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.register(this);
  }

  async step(tx: WriteTx, job: Job, caller: Caller): Promise<StepResult> {
    const made = await tx.manager.findOneByOrFail(ExportRow, { id: job.subjectId });
    // Since it was asked for, the person may have got another post or another region.
    if (!may(caller.actor.role, 'export.make') || caller.actor.regionCode !== made.regionCode)
      throw new Error('the account may no longer take these rows');
    if (!made.work) return this.begin(tx, job, caller, made);
    if (job.done < made.work.plan.rows) return this.goOn(tx, job, made, made.work);
    return this.finish(tx, job, made, made.work);
  }

  async failed(tx: WriteTx, job: Job): Promise<void> {
    await this.files.drop(tx, job.subjectId);
    await tx.manager.update(
      ExportRow,
      { id: job.subjectId },
      { state: 'broken', work: null, finishedAt: this.clock.now() },
    );
  }

  private async begin(tx: WriteTx, job: Job, caller: Caller, made: ExportRow): Promise<StepResult> {
    const { writer, isArchive } = FORMATS[made.file.format];
    if (!writer) throw new Error(`${made.file.format} is not made by a job`);
    const day = dayOfExport(mineFilter.strip().parse(made.filter), this.clock.today());
    const plan = await this.gather.run(tx, caller, made, day);
    const members = writer.parts(plan).map((name) => ({ name, crc: 0, size: 0, packedSize: 0 }));
    await this.keep(tx, made, {
      plan,
      tally: { withoutPlace: 0, cut: 0, unwritable: 0 },
      members: await this.files.write(tx, made.id, members, writer.begin(plan), isArchive),
    });
    await tx.rows('UPDATE job SET total = $2 WHERE id = $1', [job.id, plan.rows]);
    tx.preparesOnly();
    return { done: 0, finished: false };
  }

  private async goOn(tx: WriteTx, job: Job, made: ExportRow, work: Work): Promise<StepResult> {
    const { writer, isArchive } = FORMATS[made.file.format];
    const rows = await this.files.nextRows(tx, made.id, job.done, ROWS_PER_STEP);
    const tally = { ...work.tally };
    const chunks = writer?.rows(work.plan, rows, job.done, tally) ?? [];
    const members = await this.files.write(tx, made.id, work.members, chunks, isArchive);
    await this.keep(tx, made, { ...work, tally, members });
    tx.preparesOnly();
    return { done: job.done + rows.length, finished: false };
  }

  private async finish(tx: WriteTx, job: Job, made: ExportRow, work: Work): Promise<StepResult> {
    const { writer, isArchive } = FORMATS[made.file.format];
    const { plan, tally } = work;
    const chunks = writer?.end(plan, tally) ?? [];
    const members = await this.files.write(tx, made.id, work.members, chunks, isArchive);
    if (isArchive) await this.files.frame(tx, made.id, members, this.clock.today());
    await this.files.dropRows(tx, made.id);
    const measured = await this.files.measure(tx, made.id);
    const now = this.clock.now();
    await tx.manager.update(
      ExportRow,
      { id: made.id },
      {
        state: 'complete',
        work: null,
        finishedAt: now,
        keptUntil: new Date(now.getTime() + KEPT_MS),
        rowCount: plan.rows,
        byteCount: measured.bytes,
        sha256: measured.sha256,
      },
    );
    await tx.record({
      action: 'export.finished',
      subject: made.fileName,
      detail: { exportId: made.id, rows: plan.rows, ...measured },
    });
    return { done: job.done, finished: true };
  }

  private async keep(tx: WriteTx, made: ExportRow, work: Work): Promise<void> {
    await tx.manager.update(ExportRow, { id: made.id }, { work: work as never });
  }
}
