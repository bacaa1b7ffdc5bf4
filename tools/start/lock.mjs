import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../postgres/postmaster-pid.mjs';
import { Trouble } from './trouble.mjs';

/**
 * @typedef {{ pid: number, port: number, token: string }} LockFile
 * @typedef {{ token: string, pid: number, mode: string, url?: string }} Answer
 * @typedef {{ runningElsewhere: Answer }} Held
 * @typedef {{ tellUrl: (url: string) => void, release: () => void, followsCrash: boolean }} Lock
 */

/**
 * One run per home. A process number alone may belong to anybody after a crash, so the holder also listens and answers
 * with the word that is written in the file.
 *
 * @param {string} home
 * @param {string} mode
 * @returns {Promise<Lock | Held>}
 */
export async function takeLock(home, mode) {
  mkdirSync(home, { recursive: true });
  const file = join(home, 'running.json');
  const token = randomBytes(12).toString('hex');
  /** @type {Answer} */
  const answer = { token, pid: process.pid, mode };
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(JSON.stringify(answer));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined));
  });
  // It must not keep a run alive that has nothing else to do.
  server.unref();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const mine = { pid: process.pid, port, token };
  let followsCrash = false;
  for (;;) {
    if (await write(file, mine)) break;
    const runningElsewhere = await holderOf(file);
    if (runningElsewhere) {
      server.close();
      return { runningElsewhere };
    }
    rmSync(file, { force: true });
    followsCrash = true;
  }
  return {
    followsCrash,
    tellUrl: (url) => (answer.url = url),
    release: () => {
      server.close();
      if (read(file)?.token === token) rmSync(file, { force: true });
    },
  };
}

/**
 * @param {string} file
 * @param {LockFile} mine
 */
async function write(file, mine) {
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
  // Two that found the same stale file may each have removed it: the file that is left decides.
  await pause(50);
  return read(file)?.token === mine.token;
}

/** @param {string} file @returns {LockFile | undefined} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} file */
async function holderOf(file) {
  let lock = read(file);
  // It may be being written at this moment.
  for (let look = 0; !lock && look < 5; look += 1) {
    await pause(50);
    lock = read(file);
  }
  if (!lock || !isAlive(lock.pid)) return undefined;
  const answer = await ask(lock.port);
  if (answer === 'silent') throw new Trouble('hanging', `pid ${lock.pid}`);
  return answer?.token === lock.token ? answer : undefined;
}

/** @param {number} port @returns {Promise<Answer | 'silent' | undefined>} */
function ask(port) {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(5000, () => {
      socket.destroy();
      resolve('silent');
    });
    socket.setEncoding('utf8').on('data', (part) => (text += part));
    socket.on('error', () => resolve(undefined));
    socket.on('end', () => {
      try {
        resolve(JSON.parse(text));
      } catch {
        resolve(undefined);
      }
    });
  });
}
