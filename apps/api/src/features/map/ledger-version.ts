import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';

/**
 * Which state of the ledger a reader sees, as a text that differs whenever the mines do. Every change of a mine writes a
 * period, whose ids are given out after the transaction has its own: so two readers who see the same last period, and
 * the same transactions still under way, see the same mines. No row is counted and no writer waits for another.
 */
@Injectable()
export class LedgerVersion {
  constructor(@Inject(Database) private readonly database: Database) {}

  async now(): Promise<string> {
    const [row] = await this.database.rows<{ version: string }>(
      `SELECT concat_ws(':', (SELECT max(id) FROM mine_period),
         (SELECT string_agg(x::text, ',') FROM pg_snapshot_xip(pg_current_snapshot()) x)) AS version`,
    );
    return row?.version ?? '';
  }
}
