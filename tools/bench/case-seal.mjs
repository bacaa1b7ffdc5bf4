import { bareSchema } from './baseline-writes.mjs';
import { bareWrite, MOVING, writer } from './cases-write.mjs';

/** @typedef {import('./cases.mjs').Bench} Bench */

/** Keeps the product from sealing, as another instance that does so would. @param {Bench} bench @param {boolean} held */
export const holdSealer = ({ db }, held) =>
  db.query(`SELECT ${held ? 'pg_advisory_lock' : 'pg_advisory_unlock'}(hashtext('qingshan.sealer'))`);

/**
 * What it costs that the trail is sealed: a stage move with history and figures and an entry whose bytes are kept, hashed
 * and put into the tree, against the same transaction with a plain audit row and nobody who seals. The sealer's time counts.
 *
 * @type {import('./cases.mjs').Case}
 */
export const sealCase = {
  name: 'seal',
  title: 'a move with a sealed entry, against a plain audit row',
  prepare: async (bench) => {
    await bench.db.query(bareSchema);
    const pids = [bench.baseline.pid, bench.product.pid];
    const sealed = writer(bench, MOVING, 'public', 'product', bareWrite(bench, 'move', '/kept/write'));
    const plain = writer(bench, MOVING, 'public', 'plain', bareWrite(bench, 'move', '/plain/write'));
    return [
      { ...sealed, pids },
      {
        ...plain,
        pids,
        ready: async () => {
          await holdSealer(bench, true);
          await plain.ready();
        },
        after: () => holdSealer(bench, false),
      },
    ];
  },
};
