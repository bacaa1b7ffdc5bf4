import { spawn } from 'node:child_process';

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {number} pid
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a server in a process of its own; it tells over IPC where it listens.
 *
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 * @param {(text: string) => void} [onStep]
 * @param {string[]} [nodeOptions]
 * @returns {Promise<Server>}
 */
export async function startServer(script, env, onStep = () => {}, nodeOptions = []) {
  const child = spawn(process.execPath, [...nodeOptions, script], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    child.on('message', (/** @type {{ type: string, url?: string, text?: string }} */ message) => {
      if (message.type === 'step') onStep(message.text ?? '');
      if (message.type === 'ready') resolve(message.url ?? '');
      if (message.type === 'failed') reject(new Error(`${script}: ${message.text}`));
    });
    void ended.then(() => reject(new Error(`${script} ended before it was ready`)));
  });
  return {
    port: Number(new URL(url).port),
    pid: /** @type {number} */ (child.pid),
    stop: async () => {
      const giveUp = setTimeout(() => child.kill('SIGKILL'), 12_000);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(giveUp);
    },
  };
}
