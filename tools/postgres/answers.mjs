import { setTimeout as pause } from 'node:timers/promises';
import { ClusterError } from './cluster-error.mjs';
import { isAlive } from './postmaster-pid.mjs';

const databaseName = 'qingshan';
const patience = 120_000;

/**
 * @param {number} port
 * @param {string} password
 * @param {string} [database]
 */
export const urlOf = (port, password, database = databaseName) =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;

/**
 * Waits until the server answers, makes sure it serves our folder, and that our database is there.
 *
 * @param {{ pid: number, port: number, password: string, dataDir: string }} server
 */
export async function untilItAnswers({ pid, port, password, dataDir }) {
  const start = Date.now();
  for (;;) {
    try {
      return await prepareDatabase({ url: urlOf(port, password, 'postgres'), dataDir });
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      if (error instanceof ClusterError || /password authentication/.test(said)) throw error;
      // A long recovery after a power cut is no failure, as long as the process lives.
      const isOver = !isAlive(pid) || Date.now() - start > patience;
      if (isOver) throw new ClusterError('not-answering', `pid ${pid}, port ${port}: ${said}`);
      await pause(100);
    }
  }
}

/** @param {{ url: string, dataDir: string }} server */
async function prepareDatabase({ url, dataDir }) {
  // Installed only by now: the launcher itself runs before npm install.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query('SHOW data_directory');
    if (!isSameFolder(rows[0].data_directory, dataDir)) {
      throw new ClusterError('not-answering', `${rows[0].data_directory} instead of ${dataDir}`);
    }
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName} ENCODING 'UTF8'`);
  } catch (error) {
    // Somebody else opened the same new cluster at the same moment.
    const { code } = /** @type {{ code?: string }} */ (error);
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await client.end();
  }
}

/**
 * @param {string} one
 * @param {string} other
 */
function isSameFolder(one, other) {
  /** @param {string} path */
  const plain = (path) => (process.platform === 'win32' ? path.replaceAll('\\', '/').toLowerCase() : path);
  return plain(one) === plain(other);
}
