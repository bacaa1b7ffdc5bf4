import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { saysDiskIsFull } from '../postgres/cluster-error.mjs';
import { runLogged } from './run-logged.mjs';
import { hashOfSources } from './sources.mjs';
import { Trouble } from './trouble.mjs';

/** The bundle of the API, and the page that names all files of the web bundle. */
const results = ['apps/api/dist/main.js', 'apps/web/dist/index.html'];

/** @param {string} checkout */
const stampFile = (checkout) => join(checkout, '.qingshan', 'built');

/**
 * @param {string} checkout
 * @param {Pick<import('./session.mjs').Session, 'say' | 'signal' | 'onEnd'>} session
 */
export async function buildWhatChanged(checkout, session) {
  if (isBuilt(checkout)) return;
  const done = session.say.step(['正在构建', 'building']);
  const sources = hashOfSources(checkout);
  forgetBuild(checkout);
  const { hasSucceeded, output } = await runLogged({
    command: [process.execPath, nxProgram(checkout), 'run-many', '-t', 'build', '--outputStyle=static'],
    cwd: checkout,
    logFile: join(checkout, '.qingshan', 'build.log'),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      NO_COLOR: '1',
      FORCE_COLOR: '0',
    },
    session,
  });
  const isComplete = hasSucceeded && results.every((file) => existsSync(join(checkout, file)));
  done(isComplete ? ['构建完成', 'built'] : undefined);
  if (!isComplete) throw new Trouble(saysDiskIsFull(output) ? 'disk-full' : 'build-failed', output);
  writeStamp(checkout, sources);
}

/** @param {string} checkout */
export function isBuilt(checkout) {
  try {
    return readFileSync(stampFile(checkout), 'utf8') === stamp(checkout, hashOfSources(checkout));
  } catch {
    return false;
  }
}

/** Sources as they were before the build: what is saved meanwhile must be built next time. @param {string} checkout @param {string} sources */
export function writeStamp(checkout, sources) {
  mkdirSync(dirname(stampFile(checkout)), { recursive: true });
  writeFileSync(stampFile(checkout), stamp(checkout, sources));
}

/** Half a build, or one by `npm run dev`, must not pass for this one. @param {string} checkout */
export function forgetBuild(checkout) {
  rmSync(stampFile(checkout), { force: true });
}

/** Sources and results: somebody may have built other sources in between. @param {string} checkout @param {string} sources */
function stamp(checkout, sources) {
  const hash = createHash('sha256');
  for (const file of results) hash.update(readFileSync(join(checkout, file)));
  return `${sources} ${hash.digest('hex')}\n`;
}

/** Straight to the program: npx would look around for a second. @param {string} checkout */
export function nxProgram(checkout) {
  const folder = join(checkout, 'node_modules', 'nx');
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin.nx);
}
