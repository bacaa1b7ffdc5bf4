import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { ExportFiles } from './export-files';
import { FORMATS } from './export-formats';
import { ExportRow } from './exports.row';
import { StreamExport } from './stream-export';

/** What goes out: a name, a kind, and bytes at the reader's pace; their number where it is known before. */
export interface Outgoing {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Readable;
  readonly length?: number;
}

/** Gives the file of an export to who made it: a CSV once, as it is read; a kept one as often as wanted in its time. */
@Injectable()
export class FetchExport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ExportFiles) private readonly files: ExportFiles,
    @Inject(StreamExport) private readonly stream: StreamExport,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(caller: Caller, id: number): Promise<Outgoing> {
    const found = await this.claim(caller, id);
    const { mediaType, writer } = FORMATS[found.file.format];
    const { fileName } = found;
    if (!writer) return { fileName, mediaType, bytes: this.stream.run(caller, found) };
    return {
      fileName,
      mediaType,
      bytes: Readable.from(this.files.read(this.database, id), { objectMode: false }),
      // A file that is cut off on its way is then seen to be.
      length: found.byteCount ?? undefined,
    };
  }

  private claim(caller: Caller, id: number): Promise<ExportRow> {
    // A repeated request must not get the first one's answer here: a CSV goes out once, whatever key comes along.
    return this.database.write({ ...caller, once: undefined }, async (tx) => {
      const found = await tx.manager.findOne(ExportRow, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      // Who has got another region since takes nothing along from the old one (S09).
      if (found?.personId !== caller.actor.personId || found.regionCode !== caller.actor.regionCode)
        throw refused('not-found');
      if (found.file.format === 'csv') {
        if (found.state !== 'ready') throw refused('already-done', { state: found.state });
        await tx.manager.update(ExportRow, { id }, { state: 'running' });
      } else {
        if (found.state !== 'complete') throw refused('export-not-there', { state: found.state });
        if (!found.keptUntil || found.keptUntil <= this.clock.now()) throw refused('export-expired');
      }
      await tx.record({ action: 'export.fetched', subject: found.fileName, detail: { exportId: id } });
      return found;
    });
  }
}
