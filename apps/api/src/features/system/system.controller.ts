import { Controller, Inject } from '@nestjs/common';
import { systemRoutes, type SystemView } from '@qingshan/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Endpoint } from '../../platform/http/endpoint';
import { VERSION } from '../../platform/version';

type SystemFacts = Omit<SystemView, 'version' | 'startedAt' | 'clockAheadSeconds'>;

@Controller()
export class SystemController {
  private readonly startedAt: string;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.startedAt = clock.now().toISOString();
  }

  @Endpoint(systemRoutes.health)
  async health() {
    return { status: 'up' as const };
  }

  @Endpoint(systemRoutes.read)
  async read() {
    const [found] = await this.database.rows<SystemFacts & { databaseTime: Date }>(
      `SELECT clock_timestamp() AS "databaseTime", current_setting('server_version') AS database, pg_database_size(current_database()) AS "databaseBytes",
         (SELECT array_agg(name ORDER BY timestamp) FROM migrations) AS migrations,
         (SELECT count(*)::int FROM mine) AS mines,
         (SELECT count(*)::int FROM region WHERE successor_code IS NULL) AS regions,
         (SELECT count(*)::int FROM person) AS people,
         (SELECT coalesce(json_agg(j), '[]'::json) FROM (
            SELECT id, kind, state, done, total, error, created_at AS "createdAt", updated_at AS "updatedAt"
            FROM job ORDER BY id DESC LIMIT 20) j) AS jobs`,
    );
    const { databaseTime, ...facts } = found as NonNullable<typeof found>;
    // The answer's way home counts for the clock's lead: it is milliseconds, and the alarm is at a minute (F12).
    const clockAheadSeconds = Math.trunc((this.clock.now().getTime() - databaseTime.getTime()) / 1000);
    return { version: VERSION, startedAt: this.startedAt, clockAheadSeconds, ...facts };
  }
}
