import { home } from './paths.mjs';
import { takeLock } from './lock.mjs';
import { createSpeaker } from './say.mjs';

/** Some shells hand one Ctrl-C on twice: the terminal tells us, and npm, which was told as well, tells us again. */
const onePress = 1_000;

/**
 * @typedef {{ stop: () => Promise<void>, force?: () => unknown }} Part
 * @typedef {object} Session
 * @property {import('./say.mjs').Speaker} say
 * @property {AbortSignal} signal aborted as soon as the run is to end
 * @property {(part: Part) => void} onEnd parts are stopped one after the other, the youngest first
 * @property {(error: unknown) => void} fail ends the run from outside of `work`
 * @property {(url: string) => void} tellUrl
 * @property {boolean} followsCrash the run before was killed; remains of it may still be about to end
 */

/**
 * One run from lock to exit code: `work` brings the parts up, then the run lasts until a signal or a failure.
 *
 * @param {'start' | 'dev'} mode
 * @param {(session: Session) => Promise<void>} work
 * @returns {Promise<never>}
 */
export async function runSession(mode, work) {
  const say = createSpeaker();
  const found = await takeLock(home, mode).catch((error) => {
    say.trouble(error);
    process.exit(1);
  });
  if ('runningElsewhere' in found) {
    const { pid, url } = found.runningElsewhere;
    if (url) say.note(['已在运行', `already running: ${url} (pid ${pid})`]);
    else say.note(['正在启动', `already being started (pid ${pid})`]);
    process.exit(0);
  }
  const lock = found;
  const ending = new AbortController();
  /** @type {Part[]} */
  const parts = [];
  let exitCode = 0;
  let askedToEndAt = 0;
  /** @param {unknown} error */
  function fail(error) {
    // What breaks while things are being stopped is a consequence, not news.
    if (ending.signal.aborted) return;
    exitCode = 1;
    say.trouble(error);
    ending.abort();
  }
  function onSignal() {
    if (!ending.signal.aborted) {
      askedToEndAt = Date.now();
      ending.abort();
      return;
    }
    if (Date.now() - askedToEndAt < onePress) return;
    for (const part of parts) part.force?.();
    lock.release();
    process.exit(1);
  }
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, onSignal);
  process.on('uncaughtException', fail);
  const ended = new Promise((resolve) => ending.signal.addEventListener('abort', resolve));
  const { tellUrl, followsCrash } = lock;
  const onEnd = (/** @type {Part} */ part) => void parts.push(part);
  work({ say, signal: ending.signal, onEnd, fail, tellUrl, followsCrash }).catch(fail);
  // Only a timer keeps Node running when all that is left are detached processes.
  const alive = setInterval(() => {}, 60_000);
  await ended;
  const done = parts.length > 0 ? say.step(['正在停止', 'stopping; press Ctrl-C again to force']) : undefined;
  for (const part of parts.reverse()) await part.stop().catch(say.trouble);
  done?.(['已停止', 'stopped']);
  clearInterval(alive);
  lock.release();
  process.exit(exitCode);
}
