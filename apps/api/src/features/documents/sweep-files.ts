import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { FileStore } from '../../platform/files/file-store';

const HOUR_MS = 3_600_000;
/** Long enough for any upload under way in another instance. */
const GRACE_MS = 24 * HOUR_MS;

/** What a killed process leaves in the folder of files is taken away: halves, and files whose row never came. */
@Injectable()
export class SweepFiles implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const sweep = () => void this.run().catch((error: unknown) => new Logger('SweepFiles').error(error));
    this.timer = setInterval(sweep, HOUR_MS).unref();
    sweep();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  run(): Promise<number> {
    return this.files.sweep(new Date(this.clock.now().getTime() - GRACE_MS), async (keys) => {
      const rows = await this.database.rows<{ key: string }>(
        'SELECT storage_key AS key FROM document WHERE storage_key = ANY($1::text[])',
        [keys],
      );
      return new Set(rows.map(({ key }) => key));
    });
  }
}
