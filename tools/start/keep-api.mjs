import { setTimeout as pause } from 'node:timers/promises';
import { launchApi } from './api-process.mjs';
import { createRestartLimit } from './restart-limit.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Starts the API and keeps it running until the session ends. A first start that fails is an answer, so it is not
 * repeated; an API that ran and died is.
 *
 * @param {Pick<import('./session.mjs').Session, 'say' | 'signal' | 'onEnd' | 'fail'>} session
 * @param {{ script: string, env: NodeJS.ProcessEnv, logFile: string }} options
 * @returns {Promise<import('./api-process.mjs').Ready>}
 */
export async function keepApi({ say, signal, onEnd, fail }, options) {
  const launch = () => launchApi({ ...options, onStep: (text) => say.line(`  ${text}`) });
  let api = launch();
  onEnd({ stop: () => api.stop(), force: () => api.force() });
  const ready = await api.ready;
  void keepAlive();
  return ready;

  async function keepAlive() {
    const nextDelay = createRestartLimit();
    try {
      for (;;) {
        await api.ended;
        if (signal.aborted) return;
        const delay = nextDelay();
        if (delay === undefined) throw new Trouble('api-keeps-dying');
        say.warn(['服务程序意外退出，正在重新启动', 'the API ended unexpectedly, starting it again']);
        await pause(delay, undefined, { signal });
        api = launch();
        api.ready.then(
          () => say.note(['服务程序已恢复', 'the API is back']),
          () => {},
        );
      }
    } catch (error) {
      fail(error);
    }
  }
}
