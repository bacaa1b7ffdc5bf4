import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { home } from './paths.mjs';
import { Trouble } from './trouble.mjs';

/** Where the API is to listen; only this computer unless HOST says otherwise. */
export function wantedAddress(environment = process.env) {
  const host = environment.HOST || '127.0.0.1';
  const wanted = environment.PORT || '3000';
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Trouble('bad-port', `PORT=${wanted}`);
  return { host, port };
}

/**
 * @param {{ host: string, port: number, databaseUrl: string, mode: 'production' | 'development' }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function apiEnvironment({ host, port, databaseUrl, mode }) {
  return {
    ...process.env,
    NODE_ENV: mode,
    DATABASE_URL: databaseUrl,
    HOST: host,
    PORT: String(port),
    QINGSHAN_HOME: home,
    QINGSHAN_DEMO: process.env.QINGSHAN_DEMO ?? '1',
  };
}

/**
 * Known before minutes go into installing and building; the API has the last word when it listens itself.
 *
 * @param {{ host: string, port: number }} address
 * @param {{ followsCrash: boolean }} session the API of a killed run may still be answering its last requests
 */
export async function mustBeFree(address, { followsCrash }) {
  const patience = followsCrash ? 12_000 : 0;
  for (const start = Date.now(); ; await pause(250)) {
    try {
      return await listenOnce(address);
    } catch (error) {
      if (Date.now() - start >= patience) throw error;
    }
  }
}

/** @param {{ host: string, port: number }} address @returns {Promise<void>} */
function listenOnce({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      reject(error.code === 'EADDRINUSE' ? new Trouble('port-in-use', `${host}:${port}`) : error);
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
