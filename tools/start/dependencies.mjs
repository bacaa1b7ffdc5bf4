import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { saysDiskIsFull } from '../postgres/cluster-error.mjs';
import { runLogged } from './run-logged.mjs';
import { Trouble } from './trouble.mjs';

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} Entry */

/**
 * npm notes in node_modules what it installed there, as its last act. Comparing the notes with the lockfile needs no
 * stamp of our own, sees a half-finished install, and believes an install that was done by hand.
 *
 * @param {string} checkout
 */
export function areDependenciesInstalled(checkout) {
  const wanted = packagesIn(join(checkout, 'package-lock.json'));
  const found = packagesIn(join(checkout, 'node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true;
    const there = found[path];
    // Binaries of other platforms are in the lockfile and rightly not in node_modules.
    if (!there) return entry.optional || entry.devOptional || entry.link;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

/**
 * @param {string} checkout
 * @param {Pick<import('./session.mjs').Session, 'say' | 'signal' | 'onEnd'>} session
 */
export async function installDependencies(checkout, session) {
  if (areDependenciesInstalled(checkout)) return;
  const done = session.say.step([
    '正在安装依赖，首次约需一两分钟',
    'installing packages, a minute or two the first time',
  ]);
  const logFile = join(checkout, '.qingshan', 'install.log');
  // Whoever has NODE_ENV=production set still needs what the build is made with.
  const options = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  const { hasSucceeded, output } = await runLogged({
    ...npm(options),
    cwd: checkout,
    logFile,
    env: process.env,
    session,
  });
  done(hasSucceeded ? ['依赖已安装', 'packages are installed'] : undefined);
  if (!hasSucceeded)
    throw new Trouble(saysDiskIsFull(output) ? 'disk-full' : 'install-failed', reasonIn(output, logFile));
}

/**
 * npm says what is wrong first and then explains its options at length.
 *
 * @param {string} output
 * @param {string} logFile
 */
export function reasonIn(output, logFile) {
  const errors = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!) *\S/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) */, ''));
  return errors.length > 0 ? [...errors.slice(0, 8), `… ${logFile}`].join('\n') : output;
}

/** The npm that started us, else the one on the path, which on Windows is a script. @param {string[]} options */
function npm(options) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return { command: [process.execPath, cli, ...options] };
  return { command: ['npm', ...options], shell: process.platform === 'win32' };
}

/** @param {string} file @returns {Record<string, Entry> | undefined} */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
