import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { home } from './paths.mjs';
import { Trouble } from './trouble.mjs';

/** Where the API is to listen; only this computer unless HOST says otherwise. */
export const wantedAddress = () => ({ host: process.env.HOST || '127.0.0.1', port: portIn('PORT', 3000) });

/** Where `npm run dev` is to show the page. */
export const wantedPageAddress = () => ({ host: '127.0.0.1', port: portIn('PAGE_PORT', 5173) });

/** @param {string} name @param {number} usual */
function portIn(name, usual) {
  const wanted = process.env[name] || usual;
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Trouble('bad-port', `${name}=${wanted}`);
  return port;
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
 * @param {'port-in-use' | 'page-port-in-use'} [otherwise]
 */
export async function mustBeFree(address, { followsCrash }, otherwise = 'port-in-use') {
  const patience = followsCrash ? 12_000 : 0;
  for (const start = Date.now(); ; await pause(250)) {
    try {
      return await listenOnce(address, otherwise);
    } catch (error) {
      if (Date.now() - start >= patience) throw error;
    }
  }
}

/**
 * @param {{ host: string, port: number }} address
 * @param {'port-in-use' | 'page-port-in-use'} otherwise
 * @returns {Promise<void>}
 */
function listenOnce({ host, port }, otherwise) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      reject(error.code === 'EADDRINUSE' ? new Trouble(otherwise, `${host}:${port}`) : error);
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
