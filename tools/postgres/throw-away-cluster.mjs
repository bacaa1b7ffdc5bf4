import { chmodSync, cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { accountFor, giveTreeTo } from './account.mjs';
import { findBinaries } from './binaries.mjs';
import { createCluster } from './create-cluster.mjs';
import { openCluster } from './open-cluster.mjs';
import { isCluster, placeFor, reachableBinaries } from './places.mjs';
import { isAlive, runningPostmaster } from './postmaster-pid.mjs';

const folderName = /^qingshan-test-(\d+)-/;
const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * An empty database for one test run, in a folder of its own that goes when it is stopped.
 *
 * @returns {Promise<import('./open-cluster.mjs').Cluster>}
 */
export async function openThrowAwayCluster() {
  const parent = realpathSync(tmpdir());
  await sweepAbandoned(parent);
  const folder = mkdtempSync(join(parent, `qingshan-test-${process.pid}-`));
  // The server's account passes through here; the data folder inside stays closed.
  chmodSync(folder, 0o755);
  await copyTemplate(placeFor(clusterIn(folder)));
  const cluster = await openCluster({ dataDir: clusterIn(folder), durable: false });
  const abandon = () => kill(cluster.pid);
  process.once('exit', abandon);
  return {
    ...cluster,
    isNew: true,
    stop: async () => {
      process.off('exit', abandon);
      await cluster.stop();
      remove(folder, cluster.home);
    },
  };
}

/** @param {string} folder */
const clusterIn = (folder) => join(folder, 'postgres');

/**
 * initdb takes seconds, a copy of what it made does not.
 *
 * @param {import('./places.mjs').Place} target
 */
async function copyTemplate(target) {
  const installed = findBinaries();
  const template = placeFor(join(checkout, '.qingshan', `test-template-${installed.version}`));
  const account = accountFor(template.dataDir);
  if (!isCluster(template)) {
    const binaries = reachableBinaries(installed, account, () => {});
    await createCluster(template, { binaries, account, durable: true });
  }
  cpSync(template.home, target.home, { recursive: true });
  // Not every Node copies the mode of a folder, and PostgreSQL insists on this one.
  chmodSync(target.dataDir, 0o700);
  giveTreeTo(account, target.dataDir);
}

/**
 * Test runs that were killed leave a server and a folder behind.
 *
 * @param {string} parent
 */
async function sweepAbandoned(parent) {
  for (const name of readdirSync(parent)) {
    const owner = folderName.exec(name)?.[1];
    if (!owner || isAlive(Number(owner))) continue;
    try {
      const place = placeFor(clusterIn(join(parent, name)));
      const running = runningPostmaster(place.dataDir);
      if (running) kill(running.pid);
      while (running && runningPostmaster(place.dataDir)) await pause(20);
      remove(join(parent, name), place.home);
    } catch {
      // Of another person, or swept by another test run at this moment.
    }
  }
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It ended by itself.
  }
}

/** @param {string[]} folders */
function remove(...folders) {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
