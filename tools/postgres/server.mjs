import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ClusterError, saysDiskIsFull } from './cluster-error.mjs';
import { isAlive, readPostmasterPid } from './postmaster-pid.mjs';
import { serverEnvironment, serverOptions } from './server-settings.mjs';

const largestLog = 20 * 1024 * 1024;
const isWindows = process.platform === 'win32';

/** @typedef {import('./create-cluster.mjs').Tools & { durable: boolean, port?: number }} StartOptions */

/**
 * Starts the server detached. `undefined` means that another process holds the data folder just now: look again.
 *
 * @param {import('./places.mjs').Place} place
 * @param {StartOptions} how
 * @returns {Promise<{ pid: number, port: number } | undefined>}
 */
export async function startServer(place, { binaries, account, durable, port: fixedPort }) {
  turnLogOver(place.logFile);
  for (let attempt = 1; ; attempt += 1) {
    const port = fixedPort ?? (await freePort());
    const before = statSync(place.logFile, { throwIfNoEntry: false })?.size ?? 0;
    const options = serverOptions({ port, durable });
    const pid = isWindows
      ? startByPgCtl(place, binaries, options)
      : await startDetached(place, binaries, account, options);
    if (pid) return { pid, port };
    const said = readFileSync(place.logFile).subarray(before).toString('utf8');
    if (/pre-existing shared memory block|lock file "postmaster.pid"/.test(said)) return undefined;
    if (saysDiskIsFull(said)) throw new ClusterError('disk-full', said);
    if (!/could not bind|could not create any TCP/.test(said)) throw new ClusterError('start-failed', said);
    // Between asking for a free port and taking it, somebody else may take it.
    if (attempt === 10) throw new ClusterError('port-in-use', String(port));
    if (fixedPort) await pause(500);
  }
}

/**
 * @param {import('./places.mjs').Place} place
 * @param {import('./binaries.mjs').Binaries} binaries
 * @param {import('./account.mjs').Account | undefined} account
 * @param {string[]} options
 * @returns {Promise<number | undefined>} the process, once it has written its own postmaster.pid as ready
 */
async function startDetached({ dataDir, logFile }, binaries, account, options) {
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(binaries.postgres, ['-D', dataDir, ...options], {
    ...account,
    // Not in our process group: Ctrl-C must reach the API first, and a log pipe to us would break when we die.
    detached: true,
    stdio: ['ignore', log, log],
    cwd: account ? '/' : dataDir,
    env: serverEnvironment(),
  });
  closeSync(log);
  /** @type {Error | undefined} */
  let failure;
  let hasEnded = false;
  child.once('error', (error) => (failure = error));
  child.once('exit', () => (hasEnded = true));
  child.unref();
  while (!hasEnded && !failure) {
    const written = readPostmasterPid(dataDir);
    if (written?.isReady && written.pid === child.pid) return child.pid;
    await pause(20);
  }
  if (failure) throw new ClusterError('start-failed', failure.message);
  return undefined;
}

/**
 * On Windows only pg_ctl can take administrator rights away from the server and stop it in an orderly way.
 *
 * @param {import('./places.mjs').Place} place
 * @param {import('./binaries.mjs').Binaries} binaries
 * @param {string[]} options
 */
function startByPgCtl({ dataDir, logFile }, binaries, options) {
  closeSync(openSync(logFile, 'a'));
  const words = options
    .filter((option) => !option.endsWith('=') && option !== '-c')
    .map((option) => `-c ${option}`);
  const { status } = spawnSync(
    binaries.pgCtl,
    ['start', '-w', '-s', '-t', '300', '-D', dataDir, '-l', logFile, '-o', words.join(' ')],
    { stdio: 'ignore', windowsHide: true, env: serverEnvironment() },
  );
  return status === 0 ? readPostmasterPid(dataDir)?.pid : undefined;
}

/**
 * Fast shutdown: clients are cut off, everything is written. Whoever asked waits until no process is left.
 *
 * @param {import('./places.mjs').Place} place
 * @param {import('./binaries.mjs').Binaries} binaries
 * @param {number} pid
 */
export async function stopServer({ dataDir }, binaries, pid) {
  if (isWindows) {
    spawnSync(binaries.pgCtl, ['stop', '-m', 'fast', '-w', '-t', '60', '-D', dataDir], { stdio: 'ignore' });
    return;
  }
  signal(pid, 'SIGINT');
  const start = Date.now();
  while (isAlive(pid)) {
    await pause(20);
    if (Date.now() - start > 60_000) signal(pid, 'SIGQUIT');
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/** @param {string} logFile */
function turnLogOver(logFile) {
  const log = statSync(logFile, { throwIfNoEntry: false });
  if (log && log.size > largestLog) renameSync(logFile, `${logFile}.1`);
}
