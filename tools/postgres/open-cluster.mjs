import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accountFor } from './account.mjs';
import { untilItAnswers, urlOf } from './answers.mjs';
import { findBinaries } from './binaries.mjs';
import { ClusterError } from './cluster-error.mjs';
import { createCluster, readPassword, resetPassword } from './create-cluster.mjs';
import { isCluster, placeFor, reachableBinaries } from './places.mjs';
import { disownStalePid, isAlive, runningPostmaster } from './postmaster-pid.mjs';
import { startServer, stopServer } from './server.mjs';

/** @typedef {'copy' | 'create' | 'start' | 'reuse'} ClusterStep */

/**
 * @typedef {object} Cluster
 * @property {string} url connection string of the database `qingshan`
 * @property {number} port
 * @property {number} pid the postmaster
 * @property {string} home where data, password and log are kept
 * @property {boolean} isNew the data folder was made by this call
 * @property {() => boolean} isAlive
 * @property {() => Promise<void>} stop orderly; resolves when no process is left
 */

/**
 * Opens the PostgreSQL kept in a folder: makes it when there is none, finds it when it runs, starts it otherwise.
 *
 * @param {object} options
 * @param {string} options.dataDir folder of the cluster; kept elsewhere when the server's account cannot reach it
 * @param {(step: ClusterStep) => void} [options.onStep] told what is being done, before it is done
 * @param {boolean} [options.durable] false only for data that nobody will miss
 * @param {number} [options.port] the port to take, for a restart under clients that know it
 * @returns {Promise<Cluster>}
 */
export async function openCluster({ dataDir, onStep = () => {}, durable = true, port }) {
  const installed = findBinaries();
  const place = placeFor(dataDir);
  const account = accountFor(place.dataDir);
  const binaries = reachableBinaries(installed, account, () => onStep('copy'));
  const isNew = !isCluster(place);
  if (isNew) {
    onStep('create');
    await createCluster(place, { binaries, account, durable });
  }
  mustBeOurVersion(place.dataDir, binaries.version);
  if (!readPassword(place)) {
    const locked = runningPostmaster(place.dataDir);
    if (locked) await stopServer(place, binaries, locked.pid);
    disownStalePid(place.dataDir);
    await resetPassword(place, { binaries, account });
  }
  const password = /** @type {string} */ (readPassword(place));
  const server = await findOrStart(place, { binaries, account, durable, port, onStep });
  await untilItAnswers({ ...server, password, dataDir: place.dataDir });
  return {
    url: urlOf(server.port, password),
    port: server.port,
    pid: server.pid,
    home: place.home,
    isNew,
    isAlive: () => isAlive(server.pid),
    stop: () => stopServer(place, binaries, server.pid),
  };
}

/**
 * @param {import('./places.mjs').Place} place
 * @param {import('./server.mjs').StartOptions & { onStep: (step: ClusterStep) => void }} how
 */
async function findOrStart(place, { onStep, ...how }) {
  // Processes of a killed server need a moment to notice; another opener may be half way through its start.
  for (const start = Date.now(); Date.now() - start < 120_000; await pause(200)) {
    const running = runningPostmaster(place.dataDir);
    if (running) {
      onStep('reuse');
      return running;
    }
    disownStalePid(place.dataDir);
    onStep('start');
    const started = await startServer(place, how);
    if (started) return started;
  }
  throw new ClusterError('start-failed', `${place.dataDir} is held by another process`);
}

/**
 * @param {string} dataDir
 * @param {string} version
 */
function mustBeOurVersion(dataDir, version) {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  const ours = version.split('.')[0];
  if (found !== ours) throw new ClusterError('other-version', `${dataDir}: ${found}, not ${ours}`);
}
