import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { home } from './paths.mjs';
import { createRestartLimit } from './restart-limit.mjs';
import { Trouble } from './trouble.mjs';

/**
 * @typedef {import('../postgres/open-cluster.mjs').Cluster} Cluster
 * @typedef {import('../postgres/open-cluster.mjs').ClusterStep} ClusterStep
 * @typedef {import('./trouble.mjs').Words} Words
 */

/** @type {Record<ClusterStep, { doing: Words, done: Words }>} */
const steps = {
  copy: {
    doing: ['正在复制数据库程序', 'copying the database programs'],
    done: ['数据库程序已复制', 'database programs are copied'],
  },
  create: {
    doing: ['正在创建数据库', 'creating the database'],
    done: ['数据库已创建', 'database is created'],
  },
  start: {
    doing: ['正在启动数据库', 'starting the database'],
    done: ['数据库已启动', 'database is up'],
  },
  reuse: {
    doing: ['正在连接仍在运行的数据库', 'finding the database that still runs'],
    done: ['数据库仍在运行，直接使用', 'database is still up'],
  },
};

/**
 * The database of DATABASE_URL, else our own, kept running until the session ends.
 *
 * @param {import('./session.mjs').Session} session
 * @returns {Promise<string>} its address
 */
export async function keepDatabase(session) {
  if (process.env.DATABASE_URL) {
    session.say.note(['使用 DATABASE_URL 指定的数据库', 'using the database of DATABASE_URL']);
    return process.env.DATABASE_URL;
  }
  const opening = open(session);
  // Stopped also when the end comes while it is being opened.
  let current = opening;
  /** @type {Cluster | undefined} */
  let running;
  session.onEnd({
    stop: async () => (await current.catch(() => undefined))?.stop(),
    // At once, for the process ends right after; PostgreSQL repairs itself at the next start.
    force: () => running?.isAlive() && process.kill(running.pid, 'SIGQUIT'),
  });
  const cluster = await opening;
  running = cluster;
  void watch(session, cluster, (next) => {
    current = next;
    next.then((again) => (running = again)).catch(() => {});
  });
  return cluster.url;
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {number} [port]
 */
async function open({ say }, port) {
  // Read only now: it needs packages that a fresh clone does not have before npm ci.
  const { openCluster } = await import('../postgres/cluster.mjs');
  /** @param {boolean} hasSucceeded */
  let finish = (hasSucceeded) => {};
  try {
    const cluster = await openCluster({
      dataDir: join(home, 'postgres'),
      port,
      onStep: (step) => {
        finish(true);
        const end = say.step(steps[step].doing);
        finish = (hasSucceeded) => end(hasSucceeded ? steps[step].done : undefined);
      },
    });
    finish(true);
    return cluster;
  } catch (error) {
    finish(false);
    throw error;
  }
}

/**
 * A killed server comes back on the port its clients know, so that their pools recover by themselves.
 *
 * @param {import('./session.mjs').Session} session
 * @param {Cluster} cluster
 * @param {(opening: Promise<Cluster>) => void} onRestart
 */
async function watch(session, cluster, onRestart) {
  const { say, signal, fail } = session;
  const nextDelay = createRestartLimit();
  try {
    for (; !signal.aborted; await pause(500, undefined, { signal })) {
      if (cluster.isAlive()) continue;
      say.warn(['数据库意外退出，正在重新启动', 'the database ended unexpectedly, starting it again']);
      const delay = nextDelay();
      if (delay === undefined) throw new Trouble('database-keeps-dying');
      await pause(delay, undefined, { signal });
      const opening = open(session, cluster.port);
      onRestart(opening);
      cluster = await opening;
    }
  } catch (error) {
    fail(error);
  }
}
