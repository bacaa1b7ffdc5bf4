import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, exportRoutes } from '@qingshan/contracts';
import { isToCome } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { JobRunner } from '../../platform/jobs/job-runner';
import { Regions } from '../regions/regions';
import { ExportFiles } from './export-files';
import { FORMATS } from './export-formats';
import { dayOfExport } from './day-of-export';
import { EXPORT_JOB } from './export-job';
import { ExportRow } from './exports.row';

/** Files one person may have in the making: each costs the room of its rows. */
const MAKING_AT_MOST = 3;

/** Records that somebody takes exactly what a filter shows. A CSV follows when it is fetched, any other file from a job. */
@Injectable()
export class MakeExport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(ExportFiles) private readonly files: ExportFiles,
    @Inject(JobRunner) private readonly jobs: JobRunner,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(caller: Caller, body: BodyOf<typeof exportRoutes.make>): Promise<number> {
    const { filter, language, file } = body;
    // The record says for good what the file shows: of what will be known, nothing can be said.
    if (filter.knownAt && isToCome(filter.knownAt, this.clock.now()))
      throw refused('date-in-future', { today: this.clock.today() });
    const { suffix, writer } = FORMATS[file.format];
    const fileName = `${this.title(caller, body)}.${suffix}`;
    const id = await this.database.write(caller, async (tx) => {
      if (writer) await this.makeRoom(tx, caller);
      const { identifiers } = await tx.manager.insert(ExportRow, {
        personId: caller.actor.personId,
        regionCode: caller.actor.regionCode,
        fileName,
        filter,
        language,
        file,
        state: writer ? 'making' : 'ready',
      });
      const made = Number(identifiers[0]?.id);
      if (writer)
        await tx.rows('INSERT INTO job (kind, subject_id, person_id, total) VALUES ($1, $2, $3, 0)', [
          EXPORT_JOB,
          made,
          caller.actor.personId,
        ]);
      await tx.record({
        action: 'export.made',
        subject: fileName,
        after: filter,
        detail: { exportId: made, language, ...file },
      });
      return made;
    });
    if (writer) this.jobs.kick();
    return id;
  }

  /** Without a day an export is of today, and says so; and so it does where it is not of today's knowledge. */
  private title({ actor }: Caller, { filter, language }: BodyOf<typeof exportRoutes.make>): string {
    const day = dayOfExport(filter, this.clock.today());
    const { knownAt } = filter;
    const region = this.regions.tree.find(actor.regionCode);
    // A colon is no sign for a file's name.
    const moment = knownAt?.replaceAll(':', '');
    return language === 'zh'
      ? `矿山台账-${region?.nameZh}-${day}${moment ? `-截至${moment}所知` : ''}`
      : `mines-${region?.nameEn.replaceAll(/[^A-Za-z]+/g, '-')}-${day}${moment ? `-as-known-${moment}` : ''}`;
  }

  private async makeRoom(tx: WriteTx, { actor }: Caller): Promise<void> {
    // One after the other, or two requests at once would each see room.
    await tx.rows('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [actor.personId]);
    const making = await tx.rows(`SELECT FROM export WHERE person_id = $1 AND state = 'making'`, [
      actor.personId,
    ]);
    if (making.length >= MAKING_AT_MOST) throw refused('exports-under-way');
    await this.files.dropExpired(tx, this.clock.now());
  }
}
