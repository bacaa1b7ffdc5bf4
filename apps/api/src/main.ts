import { createApp } from './create-app';
import { prepareFirstRun } from './demo/first-run';
import { annotateInThread, readLedger } from './features/imports/reading/read-ledger';
import { SystemClock } from './platform/clock';
import { explainFailure } from './platform/explain-failure';
import { readEnv } from './platform/env';
import { say } from './platform/supervisor';

/** Built beside this file. */
const LEDGER_WORKER = new URL('./ledger-worker.js', import.meta.url);
const SIGNER = new URL('./signer.js', import.meta.url);
const VERIFIER = new URL('./verify.mjs', import.meta.url);

const DRAIN_AT_MOST_MS = 10_000;

const start = async (): Promise<void> => {
  const env = readEnv(process.env);
  const clock = new SystemClock();
  const firstRun = prepareFirstRun(env, clock, (text) => say({ type: 'step', text }));
  const { app, close } = await createApp(env, clock, firstRun.loadData, {
    readLedger: (file, how) => readLedger(file, { ...how, worker: LEDGER_WORKER }),
    annotateLedger: (file, how, annotation) =>
      annotateInThread(file, { ...how, worker: LEDGER_WORKER }, annotation),
    signer: SIGNER,
    verifier: VERIFIER,
  });
  const accounts = await firstRun.makeAccounts(app);
  await app.listen(env.PORT, env.HOST);
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  say({ type: 'ready', url, ...(accounts ? { accounts } : {}) });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // What was accepted is finished; what hangs is not waited for.
    setTimeout(() => process.exit(1), DRAIN_AT_MOST_MS).unref();
    await close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  // Whoever started us is gone: nobody would stop us later.
  process.on('disconnect', () => void stop());
};

start().catch((error: unknown) => {
  const failure = explainFailure(error);
  say({ type: 'failed', ...failure });
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 200);
});
