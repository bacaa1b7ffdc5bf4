import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { ExportFiles } from './export-files';
import { EXPORT_JOB } from './export-job';
import { ExportRow } from './exports.row';

/** Stops a file that is being made. The record stays, and says so. */
@Injectable()
export class CancelExport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ExportFiles) private readonly files: ExportFiles,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(caller: Caller, id: number): Promise<number> {
    return this.database.write(caller, async (tx) => {
      // The job's row first: a step at work holds it, and that of gathering a million rows takes its time.
      await tx.rows(`SET LOCAL lock_timeout = '60s'`);
      await tx.rows('SELECT FROM job WHERE kind = $1 AND subject_id = $2 FOR UPDATE', [EXPORT_JOB, id]);
      const found = await tx.manager.findOneBy(ExportRow, { id });
      if (!found || found.personId !== caller.actor.personId) throw refused('not-found');
      if (found.state !== 'making') throw refused('already-done', { state: found.state });
      await this.files.drop(tx, id);
      await tx.manager.update(
        ExportRow,
        { id },
        { state: 'cancelled', work: null, finishedAt: this.clock.now() },
      );
      await tx.rows(`UPDATE job SET state = 'cancelled' WHERE kind = $1 AND subject_id = $2`, [
        EXPORT_JOB,
        id,
      ]);
      await tx.record({
        action: 'export.cancelled',
        subject: found.fileName,
        detail: { exportId: id },
      });
      return id;
    });
  }
}
