import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { ROWS } from './features/all-rows';
import { annotateLedger } from './features/imports/annotating/annotate-ledger';
import type { AnnotateLedger } from './features/imports/hand-back-ledger';
import { packLedger } from './features/imports/reading/pack-ledger';
import { readTable } from './features/imports/reading/read-table';
import type { ReadLedger } from './features/imports/upload-ledger';
import { signerAt } from './features/trail/sealing/signer-client';
import { SignerProcess } from './features/trail/sealing/signer-process';
import { MIGRATIONS } from './migrations/all';
import { RIGHTS } from './migrations/rights';
import type { Clock } from './platform/clock';
import { admitApp } from './platform/database/app-login';
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

/** What is built beside the bundle of the API; run from source, as in tests, there is none of it. */
export interface Beside {
  readonly readLedger: ReadLedger;
  readonly annotateLedger: AnnotateLedger;
  readonly signer?: URL;
  readonly verifier?: URL;
}

/** The whole API on a database, ready to listen. */
export const createApp = async (
  env: Env,
  clock: Clock,
  prepare: Prepare,
  { signer, verifier, ...ledgers }: Beside = {
    readLedger: async (file, how) => packLedger(await readTable(file, how)),
    annotateLedger,
  },
): Promise<OpenApp> => {
  const appUrl = await preparedBy(env, prepare);
  const source = await openDataSource(appUrl, ROWS, []).initialize();
  const pools = [openReadPool(appUrl), openExportPool(appUrl)] as const;
  const signing = signer && !env.SIGNER_SOCKET ? new SignerProcess(signer, env.QINGSHAN_HOME) : null;
  const socket = env.SIGNER_SOCKET ?? signing?.socket;
  const closeBelow = async () => {
    await Promise.all([source.destroy(), signing?.stop(), ...pools.map((pool) => pool.end())]);
  };
  try {
    signing?.start();
    const [readPool, exportPool] = pools;
    // A connection that dies while idle is replaced, not a reason to die with it.
    for (const pool of pools) pool.on('error', () => undefined);
    const app = await NestFactory.create<NestFastifyApplication>(
      AppModule.on(
        { env: { ...env, DATABASE_URL: appUrl }, clock, source, readPool, exportPool },
        { ...ledgers, signer: socket === undefined ? null : signerAt(socket), verifier: verifier ?? null },
      ),
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
        await closeBelow();
      },
    };
  } catch (error) {
    await closeBelow();
    throw error;
  }
};

/** What takes the owner's rights: schema, first data and the login without them, which everything else runs under. */
const preparedBy = async (env: Env, prepare: Prepare): Promise<string> => {
  const owner = await openDataSource(env.DATABASE_URL, [], MIGRATIONS).initialize();
  try {
    await migrate(owner);
    await prepare(env.DATABASE_URL);
    return await admitApp(owner, env.DATABASE_URL, RIGHTS, env.APP_DATABASE_URL);
  } finally {
    await owner.destroy();
  }
};
