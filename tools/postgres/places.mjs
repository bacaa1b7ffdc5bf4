import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { accountFor, canEnter, canRun } from './account.mjs';
import { binariesIn } from './binaries.mjs';
import { ClusterError } from './cluster-error.mjs';

/** Where root keeps what the server's account must reach, when the checkout lies below a closed folder such as /root. */
const sharedRoot = '/var/lib/qingshan';

/**
 * The folder of one cluster: `data`, `password` and `server.log`.
 *
 * @typedef {{ home: string, dataDir: string, passwordFile: string, logFile: string }} Place
 */

/**
 * @param {string} home
 * @returns {Place}
 */
export const placeIn = (home) => ({
  home,
  dataDir: join(home, 'data'),
  passwordFile: join(home, 'password'),
  logFile: join(home, 'server.log'),
});

/** @param {Place} place */
export const isCluster = (place) => existsSync(join(place.dataDir, 'PG_VERSION'));

/**
 * The wanted folder, or a stand-in when the server's account cannot get there. A cluster that exists wins over the
 * probe: a changed permission must never look like an empty database.
 *
 * @param {string} wanted
 */
export function placeFor(wanted) {
  const parent = makeOpenFolder(dirname(resolve(wanted)));
  const near = placeIn(join(parent, basename(wanted)));
  const far = placeIn(join(sharedRoot, `${basename(wanted)}-${shortHash(near.home)}`));
  const account = accountFor(near.dataDir);
  if (!account || canEnter(account, parent)) return near;
  if (isCluster(near)) throw new ClusterError('other-owner', near.dataDir);
  makeOpenFolder(sharedRoot);
  return far;
}

/**
 * @param {import('./binaries.mjs').Binaries} installed
 * @param {import('./account.mjs').Account | undefined} account
 * @param {() => void} onCopy
 */
export function reachableBinaries(installed, account, onCopy) {
  if (!account || canRun(account, installed.postgres)) return installed;
  const copy = join(makeOpenFolder(sharedRoot), `native-${installed.version}-${shortHash(installed.native)}`);
  if (!existsSync(copy)) {
    onCopy();
    const half = `${copy}.copy-${process.pid}`;
    cpSync(installed.native, half, { recursive: true, verbatimSymlinks: true });
    openTree(half);
    moveUnlessThere(half, copy);
  }
  const binaries = binariesIn(copy, installed.version);
  if (!canRun(account, binaries.postgres)) throw new ClusterError('no-account', binaries.postgres);
  return binaries;
}

/**
 * Rename is the moment a folder becomes real; who comes second uses the winner's.
 *
 * @param {string} from
 * @param {string} to
 */
export function moveUnlessThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true, force: true });
  }
}

/**
 * Makes what is missing so that others may pass through, whatever the umask says; leaves what exists alone.
 *
 * @param {string} folder
 */
function makeOpenFolder(folder) {
  const first = mkdirSync(folder, { recursive: true });
  for (let made = folder; first && made.length >= first.length; made = dirname(made)) chmodSync(made, 0o755);
  return realpathSync(folder);
}

/** @param {string} folder */
function openTree(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openTree(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o111 ? 0o755 : 0o644);
  }
}

/** @param {string} text */
const shortHash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
