import { join } from 'node:path';
import { showAccounts } from './accounts.mjs';
import { apiEnvironment, mustBeFree, wantedAddress } from './api-environment.mjs';
import { buildWhatChanged } from './build.mjs';
import { keepDatabase } from './database.mjs';
import { installDependencies } from './dependencies.mjs';
import { keepApi } from './keep-api.mjs';
import { apiBundle, checkout, home, webDist } from './paths.mjs';
import { runSession } from './session.mjs';

/** `npm start`: from a fresh clone to a page. */
export const start = () =>
  runSession('start', async (session) => {
    const { say, signal } = session;
    const address = wantedAddress();
    await mustBeFree(address, session);
    await installDependencies(checkout, session);
    // Independent of each other, and each takes seconds.
    const [databaseUrl] = await Promise.all([keepDatabase(session), buildWhatChanged(checkout, session)]);
    signal.throwIfAborted();
    const done = say.step(['正在启动服务', 'starting the API']);
    const { url, accounts } = await keepApi(session, {
      script: apiBundle,
      logFile: join(home, 'api.log'),
      env: { ...apiEnvironment({ ...address, databaseUrl, mode: 'production' }), WEB_DIST: webDist },
    }).finally(() => done());
    done(['青山已就绪', 'Qingshan is ready']);
    session.tellUrl(url);
    showAccounts(accounts, { home, say });
    say.line('');
    say.line(`  打开 open   ${url}`);
    say.line('  停止 stop   Ctrl-C');
  });
