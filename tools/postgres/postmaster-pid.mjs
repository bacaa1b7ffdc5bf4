import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process number no system hands out: PostgreSQL takes its owner for dead and goes on with its own checks. */
const nobodysPid = 2_147_483_647;

/** @typedef {{ pid: number, port: number, isReady: boolean }} Postmaster */

/**
 * @param {string} dataDir
 * @returns {Postmaster | undefined}
 */
export function readPostmasterPid(dataDir) {
  let lines;
  try {
    lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0) || !(port > 0)) return undefined;
  return { pid, port, isReady: lines[7]?.trim() === 'ready' };
}

/**
 * The server that serves this data folder now, if there is one.
 *
 * @param {string} dataDir
 */
export function runningPostmaster(dataDir) {
  const postmaster = readPostmasterPid(dataDir);
  return postmaster && isPostmasterOf(dataDir, postmaster.pid) ? postmaster : undefined;
}

/**
 * After a power cut or `kill -9` the file stays, and its number may belong to another program by now: PostgreSQL would
 * refuse to start as long as that one lives. The file itself must stay, for it also names the shared memory by which
 * PostgreSQL finds out whether processes of the dead server still write here.
 *
 * @param {string} dataDir
 */
export function disownStalePid(dataDir) {
  const stale = readPostmasterPid(dataDir);
  if (!stale || !isAlive(stale.pid) || isPostmasterOf(dataDir, stale.pid)) return;
  const file = join(dataDir, 'postmaster.pid');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(nobodysPid)));
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isDeadButUncollected(pid);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** In a container whose first process collects nobody, the number of a dead process stays taken. @param {number} pid */
function isDeadButUncollected(pid) {
  if (process.platform !== 'linux') return false;
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''));
  } catch {
    return false;
  }
}

/**
 * A server of another data folder with the same number, as happens when a container starts anew, is not ours.
 *
 * @param {string} dataDir
 * @param {number} pid
 */
function isPostmasterOf(dataDir, pid) {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  if (process.platform === 'win32') return /postgres/i.test(command);
  return /postgres/.test(command) && command.includes(dataDir);
}

/** @param {number} pid */
function commandOf(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  const [program, ...options] =
    process.platform === 'win32'
      ? ['tasklist', '/NH', '/FI', `PID eq ${pid}`]
      : ['ps', '-ww', '-o', 'command=', '-p', String(pid)];
  return spawnSync(program, options, { encoding: 'utf8' }).stdout ?? '';
}
