import type { DataSource, QueryRunner } from 'typeorm';
import { mustBeKnown, mustFit } from './must-fit';

const LOCK = 'qingshan.migrations';

/** Brings the schema up to date. Returns what ran. */
export const migrate = async (source: DataSource): Promise<string[]> => {
  await mustFit(source);
  return underSchemaLock(source, async () => {
    await mustBeKnown(source);
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  });
};

/** Work on the schema itself: instances that start together wait for the first one (assurance.md F14). */
export const underSchemaLock = async <T>(
  source: DataSource,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> => {
  const runner = source.createQueryRunner();
  try {
    await runner.query('SET lock_timeout = 0; SET statement_timeout = 0');
    await runner.query('SELECT pg_advisory_lock(hashtext($1))', [LOCK]);
    return await work(runner);
  } finally {
    // The connection is dropped rather than pooled: it carries the lock and settings of its own.
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await runner.query('RESET ALL').catch(() => undefined);
    await runner.release();
  }
};
