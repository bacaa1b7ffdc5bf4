import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { giveTo, weAreRoot } from './account.mjs';
import { ClusterError, saysDiskIsFull } from './cluster-error.mjs';
import { isCluster, moveUnlessThere, placeIn } from './places.mjs';
import { isAlive } from './postmaster-pid.mjs';
import { serverEnvironment } from './server-settings.mjs';

/** @typedef {import('./binaries.mjs').Binaries} Binaries */
/** @typedef {import('./account.mjs').Account} Account */
/** @typedef {import('./places.mjs').Place} Place */
/** @typedef {{ binaries: Binaries, account: Account | undefined }} Tools */

let made = 0;

/**
 * Makes the cluster beside its place and moves it there when it is whole, so a run that is killed half way leaves
 * nothing that looks like a database.
 *
 * @param {Place} place
 * @param {Tools & { durable: boolean }} how
 */
export async function createCluster(place, { binaries, account, durable }) {
  sweepHalfMade(place.home);
  // Numbered, since one process may make two at once.
  const half = placeIn(`${place.home}.init-${process.pid}-${(made += 1)}`);
  rmSync(half.home, { recursive: true, force: true });
  mkdirSync(half.home);
  chmodSync(half.home, 0o755);
  mkdirSync(half.dataDir, { mode: 0o700 });
  giveTo(account, half.dataDir);
  writePassword(half);
  // initdb reads the password under the server's account.
  giveTo(account, half.passwordFile);
  try {
    await runInitdb(half, { binaries, account, durable });
    if (weAreRoot()) chownSync(half.passwordFile, 0, 0);
    setAsideWhatIsNoCluster(place);
    moveUnlessThere(half.home, place.home);
  } finally {
    rmSync(half.home, { recursive: true, force: true });
  }
}

/** @param {Place} place */
export function readPassword(place) {
  try {
    return /^[0-9a-f]{48}$/.exec(readFileSync(place.passwordFile, 'utf8').trim())?.[0];
  } catch {
    return undefined;
  }
}

/** @param {Place} place */
function writePassword(place) {
  const password = randomBytes(24).toString('hex');
  rmSync(place.passwordFile, { force: true });
  writeFileSync(place.passwordFile, `${password}\n`, { mode: 0o600 });
  return password;
}

/**
 * For a password file that got lost: the server must be down, its owner needs no password then.
 *
 * @param {Place} place
 * @param {Tools} tools
 */
export async function resetPassword(place, { binaries, account }) {
  const password = writePassword(place);
  const { code, output } = await run(binaries.postgres, ['--single', '-D', place.dataDir, 'postgres'], {
    account,
    input: `ALTER ROLE postgres PASSWORD '${password}'\n`,
  });
  if (code === 0 && !/ERROR|FATAL/.test(output)) return password;
  rmSync(place.passwordFile, { force: true });
  throw new ClusterError('start-failed', output);
}

/**
 * With SQL_ASCII or the C locale pg_trgm drops every Chinese character, so both are always named.
 *
 * @param {Place} place
 * @param {Tools & { durable: boolean }} how
 */
async function runInitdb({ dataDir, passwordFile }, { binaries, account, durable }) {
  const locales = process.platform === 'win32' ? [[]] : [['--locale=C.UTF-8'], ['--locale=en_US.UTF-8']];
  let said = '';
  for (const locale of locales) {
    const options = [
      ...['-D', dataDir, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', ...locale, '--lc-messages=C', '--no-instructions'],
      ...(durable ? [] : ['--no-sync']),
    ];
    const result = await run(binaries.initdb, options, { account });
    if (result.code === 0) return;
    if (saysDiskIsFull(result.output)) throw new ClusterError('disk-full', result.output);
    // All of it: the second locale's refusal must not hide why the first one failed.
    said += result.output;
  }
  throw new ClusterError('create-failed', said);
}

/**
 * @param {string} program
 * @param {string[]} options
 * @param {{ account?: Account, input?: string }} how
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(program, options, { account, input }) {
  return new Promise((resolve) => {
    const child = spawn(program, options, {
      ...account,
      // Its own group: Ctrl-C in the terminal reaches us, and we decide.
      detached: process.platform !== 'win32',
      windowsHide: true,
      cwd: account ? '/' : undefined,
      env: serverEnvironment(),
    });
    const abandon = () => child.kill('SIGKILL');
    process.once('exit', abandon);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-20_000)));
    }
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    child.on('error', (error) => resolve({ code: null, output: `${output}${error.message}` }));
    child.on('close', (code) => {
      process.off('exit', abandon);
      resolve({ code, output });
    });
  });
}

/** @param {string} home */
function sweepHalfMade(home) {
  const prefix = `${basename(home)}.init-`;
  for (const name of readdirSync(dirname(home))) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    rmSync(join(dirname(home), name), { recursive: true, force: true });
  }
}

/** Whatever lies there may matter to somebody: it is moved away, not deleted. @param {Place} place */
function setAsideWhatIsNoCluster(place) {
  if (!existsSync(place.home) || isCluster(place)) return;
  renameSync(place.home, `${place.home}.set-aside-${Date.now()}`);
}
