import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, importRoutes } from '@qingshan/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { JobRunner } from '../../platform/jobs/job-runner';
import { IMPORT_JOB } from './import-job';
import { ImportsStore } from './imports.store';

/** Starts and stops the writing of a checked import. */
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
      await this.store.save(tx, found, { state: 'applying', effectiveOn: body.effectiveOn });
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
      if (found.state === 'done' || found.state === 'cancelled')
        throw refused('already-done', { state: found.state });
      await this.store.save(tx, found, { state: 'cancelled', finishedAt: this.clock.now() });
      await tx.rows(
        `UPDATE job SET state = 'cancelled' WHERE kind = $1 AND subject_id = $2 AND state = 'running'`,
        [IMPORT_JOB, id],
      );
      await tx.record({ action: 'import.cancelled', subject: found.fileName, detail: { importId: id } });
      return id;
    });
  }
}
