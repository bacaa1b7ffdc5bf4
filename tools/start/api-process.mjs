import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { apiNodeOptions } from './paths.mjs';
import { Trouble } from './trouble.mjs';

/** A little more than the API takes to drain. */
const patience = 12_000;
const largestLog = 20 * 1024 * 1024;

/**
 * What the API tells its launcher over IPC.
 *
 * @typedef {{ username: string, role: string, region: string, password: string }} Person
 * @typedef {{ file: string, people: Person[] }} Accounts
 * @typedef {{ type: 'ready', url: string, accounts?: Accounts }} Ready
 * @typedef {{ type: 'step', text: string } | Ready | { type: 'failed', code: string, text: string }} Message
 *
 * @typedef {object} Api
 * @property {Promise<Ready>} ready rejects with the trouble when the API ends before
 * @property {Promise<void>} ended
 * @property {() => Promise<void>} stop lets it drain, then insists
 * @property {() => void} force
 */

/** The codes the API may send; anything else is told as it came. */
const apiCodes = /** @type {const} */ ([
  'port-in-use',
  'wrong-setting',
  'database-unreachable',
  'database-no-right',
  'database-too-old',
  'database-not-utf8',
  'schema-too-new',
  'migration-failed',
  'disk-full',
]);

/**
 * @param {object} options
 * @param {string} options.script
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} [options.logFile] without one it writes to our terminal
 * @param {(text: string) => void} options.onStep
 * @returns {Api}
 */
export function launchApi({ script, env, logFile, onStep }) {
  if (logFile) turnLogOver(logFile);
  const before = logFile ? (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) : 0;
  const log = logFile ? openSync(logFile, 'a') : undefined;
  const output = log ?? 'inherit';
  const child = spawn(process.execPath, [...apiNodeOptions, script], {
    env,
    stdio: ['ignore', output, output, 'ipc'],
    // Its own group: Ctrl-C reaches us alone, and we let it drain before the database goes.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  if (log !== undefined) closeSync(log);
  let isOver = false;
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    // A program that could not be started at all has no exit.
    const end = () => ((isOver = true), resolve());
    child.once('exit', end);
    child.once('error', end);
  });
  /** @type {Promise<Ready>} */
  const ready = new Promise((resolve, reject) => {
    /** @type {Trouble | undefined} */
    let trouble;
    child.on('message', (/** @type {Message} */ message) => {
      if (message.type === 'step') onStep(message.text);
      if (message.type === 'ready') resolve(message);
      if (message.type === 'failed') trouble = troubleOf(message.code, message.text);
    });
    void ended.then(() => reject(trouble ?? new Trouble('other', saidSince(logFile, before))));
  });
  // Whoever only waits for the end need not look at it.
  ready.catch(() => {});
  return {
    ready,
    ended,
    force: () => void child.kill('SIGKILL'),
    stop: async () => {
      if (isOver) return;
      // Windows knows no SIGTERM: the API takes the loss of its launcher for the same wish.
      if (process.platform === 'win32') child.disconnect();
      else child.kill('SIGTERM');
      const giveUp = setTimeout(() => child.kill('SIGKILL'), patience);
      await ended;
      clearTimeout(giveUp);
      // Let what it wrote last arrive.
      await pause(0);
    },
  };
}

/**
 * @param {string} code
 * @param {string} text
 */
function troubleOf(code, text) {
  return new Trouble(apiCodes.find((known) => known === code) ?? 'other', text);
}

/**
 * @param {string | undefined} logFile
 * @param {number} offset
 */
function saidSince(logFile, offset) {
  return logFile ? readFileSync(logFile).subarray(offset).toString('utf8') : '';
}

/** @param {string} logFile */
function turnLogOver(logFile) {
  const log = statSync(logFile, { throwIfNoEntry: false });
  if (log && log.size > largestLog) renameSync(logFile, `${logFile}.1`);
}
