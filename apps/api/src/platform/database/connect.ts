import pg from 'pg';
import { DataSource, type MixedList } from 'typeorm';

// Days stay days and decimals stay text: a driver that makes Dates and floats of them loses both (rules 1 and 2).
const BIGINT = 20;
const NUMERIC = 1700;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
pg.types.setTypeParser(BIGINT, (text) => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
});
pg.types.setTypeParser(NUMERIC, String);
pg.types.setTypeParser(DATE, String);
pg.types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text));

const patience = {
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  idle_in_transaction_session_timeout: 20_000,
};

/** Few connections for reads: two cores answer fastest with four (performance.md §3). */
export const openReadPool = (url: string): pg.Pool =>
  new pg.Pool({
    connectionString: url,
    max: 5,
    application_name: 'qingshan-read',
    statement_timeout: 10_000,
    query_timeout: 12_000,
    ...patience,
  });

/** Exports run long and few: their own pool, so that no slow reader takes a list's connection. */
export const openExportPool = (url: string): pg.Pool =>
  new pg.Pool({
    connectionString: url,
    max: 4,
    application_name: 'qingshan-export',
    ...patience,
    idle_in_transaction_session_timeout: 0,
  });

/** Entities, migrations and write transactions. */
export const openDataSource = (
  url: string,
  entities: MixedList<NewableFunction>,
  migrations: MixedList<NewableFunction>,
): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: entities as never,
    migrations: migrations as never,
    synchronize: false,
    logging: false,
    extra: {
      // Work that is made ready part by part sends the next while the database is busy with the last; a failed one fails the rest (ADR 21).
      pipeline: true,
      max: 12,
      application_name: 'qingshan-write',
      statement_timeout: 60_000,
      query_timeout: 65_000,
      lock_timeout: 5_000,
      ...patience,
    },
  });
