import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { openThrowAwayCluster } from '../postgres/cluster.mjs';
import { buildWhatChanged } from '../start/build.mjs';
import { oneRun } from '../start/one-run.mjs';
import { apiBundle, apiNodeOptions, checkout, webDist } from '../start/paths.mjs';
import { findSecrets } from './find-secrets.mjs';

/**
 * @typedef {import('../start/api-process.mjs').Person} Person
 * @typedef {import('../start/api-process.mjs').Message} Message
 *
 * @typedef {{ what: string, secret: string }} Secret
 *
 * @typedef {object} Product
 * @property {string} url
 * @property {Person[]} people
 * @property {() => number} pid of the API that runs now
 * @property {(secrets: Secret[]) => Promise<string[]>} leaks where one of these, or of its own, stands in a log or the trail (S58)
 * @property {() => Promise<void>} stop
 */

/** Builds what changed, as `npm start` does. @returns {Promise<void>} */
export const buildProduct = () => buildWhatChanged(checkout, oneRun());

/**
 * The real thing for one run of tests: a database of its own, the built API that serves the built page, the demo
 * province. An API that is killed is started again at the same port, as the launcher does.
 *
 * @param {{ onPid?: (pid: number) => void }} [options]
 * @returns {Promise<Product>}
 */
export async function startProduct({ onPid = () => {} } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'qingshan-e2e-'));
  const database = await openDatabase();
  const mailPassword = randomBytes(18).toString('base64url');
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    WEB_DIST: webDist,
    QINGSHAN_HOME: home,
    QINGSHAN_DEMO: '1',
    // A mail server that never answers, so that its password has every chance to get into a log.
    QINGSHAN_SMTP: `smtp://journeys:${mailPassword}@127.0.0.1:1`,
    QINGSHAN_MAIL_FROM: 'journeys@example.org',
    QINGSHAN_PUBLIC_URL: 'http://127.0.0.1',
    // As talkative as it gets.
    LOG_LEVEL: 'debug',
    HOST: '127.0.0.1',
    PORT: '0',
  };
  const log = join(home, 'api.log');
  let isOver = false;
  let api = launch(env, log);
  onPid(api.pid);
  try {
    const { url, accounts } = await api.ready;
    env.PORT = new URL(url).port;
    void keepAlive();
    return { url, people: accounts?.people ?? [], pid: () => api.pid, leaks, stop };
  } catch (error) {
    await stop();
    throw error;
  }

  async function keepAlive() {
    for (;;) {
      await api.ended;
      if (isOver) return;
      api = launch(env, log);
      onPid(api.pid);
      api.ready.catch(() => {});
    }
  }

  /** @param {Secret[]} secrets */
  async function leaks(secrets) {
    const own = [
      { what: 'the password of the mail server', secret: mailPassword },
      { what: 'the password of the database', secret: decodeURIComponent(new URL(database.url).password) },
    ];
    const logs = [log, ...database.logs].map((file) => ({
      where: basename(file),
      text: readFileSync(file, 'utf8'),
    }));
    const entries = await ask(database.url, `SELECT convert_from(body, 'UTF8') AS text FROM trail`);
    const trail = { where: 'the trail', text: entries.map(({ text }) => text).join('\n') };
    const texts = [...logs, trail];
    // An empty place hides nothing and proves nothing.
    const empty = texts.find(({ text }) => text === '');
    if (empty) throw new Error(`${empty.where} is empty: there is nothing to search for secrets`);
    return findSecrets(texts, [...own, ...secrets]);
  }

  async function stop() {
    isOver = true;
    api.end();
    await api.ended;
    await database.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} logFile
 */
function launch(env, logFile) {
  mkdirSync(join(logFile, '..'), { recursive: true });
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [...apiNodeOptions, apiBundle], {
    env,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  /** @type {Promise<Extract<Message, { type: 'ready' }>>} */
  const ready = new Promise((resolve, reject) => {
    child.on('message', (/** @type {Message} */ message) => {
      if (message.type === 'ready') resolve(message);
      if (message.type === 'failed') reject(new Error(`${message.code}: ${message.text}`));
    });
    void ended.then(() => reject(new Error(readFileSync(logFile, 'utf8').slice(-4000))));
  });
  return { pid: child.pid ?? 0, ready, ended, end: () => child.kill('SIGTERM') };
}

/** @returns {Promise<{ url: string, logs: string[], close: () => Promise<void> }>} */
async function openDatabase() {
  const given = process.env.DATABASE_URL;
  if (!given) {
    const cluster = await openThrowAwayCluster();
    return { url: cluster.url, logs: [join(cluster.home, 'server.log')], close: () => cluster.stop() };
  }
  const name = `qingshan_e2e_${process.pid}`;
  await ask(given, `DROP DATABASE IF EXISTS ${name}`);
  await ask(given, `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    // The log of a server that is not ours is not ours to read.
    logs: [],
    close: async () => {
      await ask(given, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/**
 * @param {string} url
 * @param {string} sql
 */
async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
