import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fontEnvironment } from './fonts.mjs';
import { findPackage } from './packages.mjs';
import { keptFolder, unpackArchive, unpackProgram } from './unpack.mjs';

/**
 * What playwright or puppeteer is to be told to start it.
 *
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} Browser
 */

/** Always the same picture, as root as well as not, and nobody is phoned. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

const installed = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[name] ?? 'C:\\', path),
    ),
  ),
};

/**
 * A Chromium that is there on a bare machine: CHROME_PATH, else on 64-bit Linux the one from npm, so that all see the
 * same, else an installed one.
 *
 * @returns {Browser}
 */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH: there is no ${named}`);
  if (named) return { executablePath: named, args, env: environment() };
  const packed = process.platform === 'linux' && process.arch === 'x64' && findPackage('@sparticuz/chromium');
  if (packed) return packedBrowser(packed);
  const known = installed[/** @type {keyof typeof installed} */ (process.platform)] ?? [];
  const found = known.find((path) => existsSync(path));
  if (!found) throw new Error('No Chromium was found: name one in CHROME_PATH');
  return { executablePath: found, args, env: environment() };
}

/** The Chromium 90 that many offices run, or undefined where none was built for this machine. @returns {Browser | undefined} */
export function findOldBrowser() {
  const packed = process.platform === 'linux' && process.arch === 'x64' && findPackage('chrome-aws-lambda');
  if (!packed) return undefined;
  const folder = keptFolder(`chromium-90-${packed.version}`, (target) => {
    unpackProgram(join(packed.folder, 'bin', 'chromium.br'), join(target, 'chromium'));
  });
  return {
    executablePath: join(folder, 'chromium'),
    // ux.md §9: --single-process crashes.
    args: [...args, '--headless', '--disable-software-rasterizer', '--no-zygote'],
    env: libraryEnvironment(join(folder, 'chromium')),
  };
}

/** @param {{ folder: string, version: string }} packed @returns {Browser} */
function packedBrowser({ folder: from, version }) {
  const folder = keptFolder(`chromium-${version}`, (target) => {
    unpackProgram(join(from, 'bin', 'chromium.br'), join(target, 'chromium'));
    unpackArchive(join(from, 'bin', 'swiftshader.tar.br'), target);
  });
  const executablePath = join(folder, 'chromium');
  return { executablePath, args, env: libraryEnvironment(executablePath) };
}

/**
 * A bare machine lacks NSS; the npm package brings it. Where the system has it, the system's fits better.
 *
 * @param {string} program
 */
function libraryEnvironment(program) {
  const env = environment();
  if (missingLibraries(program, env).length === 0) return env;
  const packed = findPackage('@sparticuz/chromium');
  if (packed) {
    const folder = keptFolder(`libraries-${packed.version}`, (target) => {
      unpackArchive(join(packed.folder, 'bin', 'al2023.tar.br'), target);
    });
    env.LD_LIBRARY_PATH = [join(folder, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  const missing = missingLibraries(program, env);
  if (missing.length > 0) throw new Error(`${program} does not run, it lacks:\n${missing.join('\n')}`);
  return env;
}

/**
 * What the loader does not find. The program itself is not asked: Chromium 90 takes `--version` for an order to open a
 * page, and stays.
 *
 * @param {string} program
 * @param {Record<string, string>} env
 */
function missingLibraries(program, env) {
  const traced = spawnSync(program, { env: { ...env, LD_TRACE_LOADED_OBJECTS: '1' }, encoding: 'utf8' });
  if (traced.error) throw traced.error;
  return traced.stdout.split('\n').filter((line) => line.includes('not found'));
}

/** @returns {Record<string, string>} */
function environment() {
  const given = Object.entries({ ...process.env, ...fontEnvironment() });
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
