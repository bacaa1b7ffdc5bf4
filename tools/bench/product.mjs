import { spawnSync } from 'node:child_process';
import { mkdtempSync, chmodSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCluster } from '../postgres/cluster.mjs';
import { nxProgram } from '../start/build.mjs';
import { apiBundle, apiNodeOptions, checkout } from '../start/paths.mjs';
import { startServer } from './child.mjs';
import { exchange } from './load.mjs';

/**
 * A signed-in person, as headers.
 *
 * @typedef {{ cookie: string, 'x-csrf-token': string }} Person
 * @typedef {'official' | 'city' | 'manager' | 'auditor'} PersonName
 */

/** A durable database: a write that need not reach the disk would flatter every contender. @param {string | undefined} keep */
export async function openDatabase(keep) {
  const folder = keep ? resolve(keep) : mkdtempSync(join(realpathSync(tmpdir()), 'qingshan-bench-'));
  // The server's account passes through here; the data folder inside stays closed.
  if (!keep) chmodSync(folder, 0o755);
  const cluster = await openCluster({ dataDir: join(folder, 'postgres'), durable: true });
  return {
    ...cluster,
    folder,
    stop: async () => {
      await cluster.stop();
      if (keep) return;
      for (const made of [folder, cluster.home])
        rmSync(made, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Builds the API of this checkout unless it is as it was built last. */
export function buildProduct() {
  const built = spawnSync(
    process.execPath,
    [nxProgram(checkout), 'build', '@qingshan/api', '--outputStyle=static'],
    {
      cwd: checkout,
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
      encoding: 'utf8',
    },
  );
  if (built.status !== 0) throw new Error(`The API does not build:\n${built.stdout}${built.stderr}`);
  return apiBundle;
}

/** @param {{ bundle: string, databaseUrl: string, home: string, profile?: string, onStep: (text: string) => void }} options */
export function startProduct({ bundle, databaseUrl, home, profile, onStep }) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    PORT: '0',
    QINGSHAN_HOME: home,
    QINGSHAN_DEMO: '1',
    QINGSHAN_PUBLIC_SCHEME: 'http',
  };
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`] : [];
  return startServer(resolve(bundle), env, onStep, [...apiNodeOptions, ...profiling]);
}

/** @param {number} port @param {string} home @returns {Promise<Record<PersonName, Person>>} */
export async function signEverybodyIn(port, home) {
  const lines = readFileSync(join(home, 'accounts.txt'), 'utf8').trim().split('\n');
  const passwords = new Map(
    lines.map((line) => /** @type {[string, string]} */ (line.split('\t').slice(0, 2))),
  );
  /** @param {PersonName} username @returns {Promise<Person>} */
  const signIn = async (username) => {
    const body = JSON.stringify({ username, password: passwords.get(username) });
    const answer = await exchange({
      port,
      path: '/api/session',
      method: 'POST',
      body,
      wrong: () => undefined,
    });
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
    if (answer.status !== 201 || !cookie) throw new Error(`${username} was not let in: ${answer.body}`);
    return { cookie, 'x-csrf-token': JSON.parse(answer.body.toString()).csrfToken };
  };
  return {
    official: await signIn('official'),
    city: await signIn('city'),
    manager: await signIn('manager'),
    auditor: await signIn('auditor'),
  };
}
