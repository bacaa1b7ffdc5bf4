import { createHash } from 'node:crypto';
import { PassThrough, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { Clock } from '../../platform/clock';
import { EXPORT_POOL } from '../../platform/database/pools';
import { Scope } from '../regions/scope';
import { csvSql } from './export-sql';
import { ExportRow } from './exports.row';

// Excel and WPS read UTF-8 only behind a byte-order mark.
const BOM = Buffer.from('\ufeff');

/** Streams an export straight from PostgreSQL, hashing what goes out; the reader's pace is the database's pace. */
@Injectable()
export class StreamExport implements OnModuleDestroy {
  private readonly logger = new Logger(StreamExport.name);
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EXPORT_POOL) private readonly pool: pg.Pool,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The bytes of an export that was claimed; how it went is recorded behind the last of them. */
  run(caller: Caller, claimed: ExportRow): Readable {
    const sql = csvSql(claimed.filter, claimed.language, caller.actor, this.scope, this.clock.today());
    const bytes = new PassThrough();
    const sent = this.copy(sql, bytes)
      .then(
        (measured) => this.finish(caller, claimed, measured),
        () => this.finish(caller, claimed, null),
      )
      // Nobody waits for the record any more, and a rejection nobody hears ends the process.
      .catch((error: unknown) => this.logger.error(error))
      .finally(() => this.underWay.delete(sent));
    this.underWay.add(sent);
    return bytes;
  }

  /** What has gone out is recorded before the database is let go. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async copy(sql: string, out: PassThrough): Promise<Measured> {
    const client = await this.pool.connect();
    try {
      // One picture of the data for the whole file, on a connection that can write nothing.
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const stream = client.query(copyTo(sql));
      const meter = new Meter();
      out.once('close', () => stream.destroy());
      meter.write(BOM);
      await pipeline(stream, meter, out);
      await client.query('COMMIT');
      client.release();
      return { rows: stream.rowCount, bytes: meter.bytes, sha256: meter.digest() };
    } catch (error) {
      // A cut COPY leaves the connection in the middle of a message: it is dropped, not pooled.
      client.release(error as Error);
      out.destroy(error as Error);
      throw error;
    }
  }

  private async finish(caller: Caller, made: ExportRow, measured: Measured | null): Promise<void> {
    await this.database.write({ ...caller, once: undefined }, async (tx) => {
      await tx.manager.update(
        ExportRow,
        { id: made.id },
        {
          state: measured ? 'complete' : 'broken',
          finishedAt: this.clock.now(),
          rowCount: measured?.rows ?? null,
          byteCount: measured?.bytes ?? null,
          sha256: measured?.sha256 ?? null,
        },
      );
      await tx.record({
        action: measured ? 'export.finished' : 'export.broken',
        subject: made.fileName,
        detail: { exportId: made.id, ...measured },
      });
    });
  }
}

interface Measured {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Counts and hashes what passes. */
class Meter extends Transform {
  bytes = 0;
  private readonly hash = createHash('sha256');

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error: null, chunk: Buffer) => void,
  ): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    done(null, chunk);
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}
