import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { showAccounts } from './accounts.mjs';
import { launchApi } from './api-process.mjs';
import { apiEnvironment, mustBeFree, wantedAddress, wantedPageAddress } from './api-environment.mjs';
import { forgetBuild } from './build.mjs';
import { keepDatabase } from './database.mjs';
import { installDependencies } from './dependencies.mjs';
import { apiBundle, checkout, home } from './paths.mjs';
import { runSession } from './session.mjs';
import { Trouble, troubleIn } from './trouble.mjs';

/** `npm run dev`: the same parts, each renewed as its sources change. */
export const develop = () =>
  runSession('dev', async (session) => {
    const address = wantedAddress();
    const { host, port } = wantedPageAddress();
    await mustBeFree(address, session);
    await mustBeFree({ host, port }, session, 'page-port-in-use');
    await installDependencies(checkout, session);
    const databaseUrl = await keepDatabase(session);
    session.signal.throwIfAborted();
    const env = apiEnvironment({ ...address, databaseUrl, mode: 'development' });
    keepApiFresh(session, env);
    keepVite(
      session,
      'apps/web',
      ['--host', host, '--port', String(port), '--strictPort', '--clearScreen', 'false'],
      {
        API_PORT: String(address.port),
      },
    );
    session.tellUrl(`http://${host}:${port}`);
  });

/**
 * @param {import('./session.mjs').Session} session
 * @param {NodeJS.ProcessEnv} env
 */
function keepApiFresh(session, env) {
  const { say, signal, onEnd } = session;
  // This watcher writes where `npm start` looks for its own build.
  forgetBuild(checkout);
  rmSync(apiBundle, { force: true });
  mkdirSync(dirname(apiBundle), { recursive: true });
  /** @type {import('./api-process.mjs').Api | undefined} */
  let api;
  let running = '';
  // One after the other: the old one must leave the port before the new one takes it.
  let turn = Promise.resolve();
  onEnd({
    stop: async () => {
      await turn;
      await api?.stop();
    },
    force: () => api?.force(),
  });

  async function renew() {
    if (signal.aborted || !existsSync(apiBundle)) return;
    const wanted = createHash('sha256').update(readFileSync(apiBundle)).digest('hex');
    if (wanted === running) return;
    running = wanted;
    const old = api;
    api = undefined;
    await old?.stop();
    if (signal.aborted) return;
    const launched = launchApi({ script: apiBundle, env, onStep: (text) => say.line(`  ${text}`) });
    api = launched;
    // A bundle that dies waits for the next change: to start it again would not help.
    launched.ready.then(
      ({ url, accounts }) => {
        say.note(['服务程序已启动', `the API runs at ${url}`]);
        if (accounts) showAccounts(accounts, { home, say });
      },
      (error) => {
        const { code, detail } = troubleIn(error);
        if (!signal.aborted) say.trouble(new Trouble(code === 'other' ? 'api-broken' : code, detail));
      },
    );
    launched.ready
      .then(() => launched.ended)
      .then(() => {
        const isExpected = launched !== api || signal.aborted;
        if (!isExpected)
          say.warn([
            '服务程序已退出，保存修改后会重新启动',
            'the API has ended; it starts again when you save',
          ]);
      })
      .catch(() => {});
  }

  /** @type {NodeJS.Timeout | undefined} */
  let soon;
  // A bundle is written in several steps.
  const watcher = watch(dirname(apiBundle), () => {
    clearTimeout(soon);
    soon = setTimeout(() => (turn = turn.then(renew).catch(session.fail)), 150);
  });
  signal.addEventListener('abort', () => watcher.close());
  keepVite(session, 'apps/api', ['build', '--watch', '--no-emptyOutDir', '--clearScreen', 'false'], {});
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {string} app
 * @param {string[]} options
 * @param {NodeJS.ProcessEnv} env
 */
function keepVite({ signal, onEnd, fail }, app, options, env) {
  const program = join(checkout, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [program, ...options], {
    cwd: join(checkout, app),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    windowsHide: true,
  });
  let isOver = false;
  const ended = new Promise((resolve) => child.once('exit', () => ((isOver = true), resolve(undefined))));
  child.once('error', fail);
  void ended.then(() => signal.aborted || fail(new Trouble('build-failed', `vite, ${app}`)));
  onEnd({
    stop: async () => {
      if (isOver) return;
      child.kill();
      await ended;
    },
    force: () => void child.kill('SIGKILL'),
  });
}
