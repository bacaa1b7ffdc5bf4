import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

const isWindows = process.platform === 'win32';

// npm takes its time over SIGTERM, and the next run starts its install from nothing anyway.
const patience = 3_000;

/**
 * Runs a program to its end with its output in a file, and hands the output back when it fails.
 *
 * @param {object} options
 * @param {string[]} options.command
 * @param {string} options.cwd
 * @param {string} options.logFile
 * @param {NodeJS.ProcessEnv} options.env
 * @param {Pick<import('./session.mjs').Session, 'signal' | 'onEnd'>} options.session
 * @param {boolean} [options.shell]
 * @returns {Promise<{ hasSucceeded: boolean, output: string }>} rejects when the session ends before
 */
export async function runLogged({ command: [program, ...rest], cwd, logFile, env, session, shell = false }) {
  session.signal.throwIfAborted();
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  const stdio = /** @type {const} */ (['ignore', log, log]);
  // Its own group, so that its end is the end of what it started as well.
  const child = spawn(program, rest, {
    cwd,
    env,
    shell,
    stdio: [...stdio],
    windowsHide: true,
    detached: !isWindows,
  });
  closeSync(log);
  let isOver = false;
  /** @type {Promise<{ hasSucceeded: boolean, output: string }>} */
  const result = new Promise((resolve) => {
    child.once('error', (error) => resolve({ hasSucceeded: false, output: error.message }));
    child.once('exit', (code) => {
      isOver = true;
      resolve({ hasSucceeded: code === 0, output: code === 0 ? '' : readFileSync(logFile, 'utf8') });
    });
  });
  /** @param {NodeJS.Signals} name */
  const kill = (name) => {
    if (isOver || !child.pid) return;
    if (isWindows) child.kill(name);
    else process.kill(-child.pid, name);
  };
  session.onEnd({
    stop: async () => {
      kill('SIGTERM');
      const giveUp = setTimeout(() => kill('SIGKILL'), patience);
      await result;
      clearTimeout(giveUp);
    },
    force: () => kill('SIGKILL'),
  });
  const outcome = await result;
  session.signal.throwIfAborted();
  return outcome;
}
