import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { ROWS } from './features/all-rows';
import { readTable } from './features/imports/reading/read-table';
import type { ReadLedger } from './features/imports/upload-ledger';
import { MIGRATIONS } from './migrations/all';
import type { Clock } from './platform/clock';
import { openDataSource, openExportPool, openReadPool } from './platform/database/connect';
import { migrate } from './platform/database/migrate';
import type { Env } from './platform/env';
import { fastifyOptions, setUpHttp } from './platform/http/set-up';

export interface OpenApp {
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/** Called between the migrated schema and the first request: the place for first data. */
export type Prepare = (databaseUrl: string) => Promise<void>;

/** The whole API on a database, ready to listen. */
export const createApp = async (
  env: Env,
  clock: Clock,
  prepare: Prepare,
  readLedger: ReadLedger = readTable,
): Promise<OpenApp> => {
  const source = await openDataSource(env.DATABASE_URL, ROWS, MIGRATIONS).initialize();
  const pools = [openReadPool(env.DATABASE_URL), openExportPool(env.DATABASE_URL)] as const;
  const closeDatabase = async () => {
    await Promise.all([source.destroy(), ...pools.map((pool) => pool.end())]);
  };
  try {
    await migrate(source);
    await prepare(env.DATABASE_URL);
    const [readPool, exportPool] = pools;
    // A connection that dies while idle is replaced, not a reason to die with it.
    for (const pool of pools) pool.on('error', () => undefined);
    const app = await NestFactory.create<NestFastifyApplication>(
      AppModule.on({ env, clock, source, readPool, exportPool }, readLedger),
      new FastifyAdapter(fastifyOptions(env)),
      { bodyParser: false, logger: ['error', 'fatal'], abortOnError: false },
    );
    app.setGlobalPrefix('api');
    await setUpHttp(app, env);
    await app.init();
    return {
      app,
      close: async () => {
        await app.close();
        await closeDatabase();
      },
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
};
