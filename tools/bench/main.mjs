import { join } from 'node:path';
import pg from 'pg';
import { costsTable, unsealed } from './case-costs.mjs';
import { exportTable } from './case-export.mjs';
import { importTable } from './case-import.mjs';
import { slowTable } from './case-slow.mjs';
import { cases } from './cases.mjs';
import { startServer } from './child.mjs';
import { multiplyMines } from './multiply.mjs';
import { readOptions, usage } from './options.mjs';
import { buildProduct, openDatabase, signEverybodyIn, startProduct } from './product.mjs';
import { runRounds } from './rounds.mjs';
import { tableOf } from './table.mjs';

/** @param {string} text */
const say = (text) => void process.stdout.write(`${text}\n`);

/** @param {import('./options.mjs').Options} options */
async function bench(options) {
  const isWanted = (/** @type {string} */ name) => options.only.length === 0 || options.only.includes(name);
  const names = [...cases.map(({ name }) => name), 'export', 'slow', 'costs', 'import'];
  if (!names.some(isWanted)) throw new Error(`No case of --only ${options.only.join(',')}\n\n${usage}`);
  const bundle = options.bundle ?? buildProduct();
  const cluster = await openDatabase(options.keep);
  /** @type {(() => Promise<void>)[]} */
  const closing = [cluster.stop];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  process.once('SIGINT', () => void close().then(() => process.exit(130)));
  try {
    const home = join(cluster.folder, 'home');
    const place = { bundle, databaseUrl: cluster.url, home, onStep: say };
    const loading = await startProduct(place);
    await loading.stop();
    const db = new pg.Client({ connectionString: cluster.url, application_name: 'bench' });
    await db.connect();
    closing.push(() => db.end());
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const mines = await multiplyMines(db, options.mines, today);
    await db.query('VACUUM ANALYZE');
    // The one that is measured has not loaded a province: that takes memory which daily work does not.
    const product = await startProduct({ ...place, profile: options.profile });
    closing.push(product.stop);
    const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: cluster.url };
    const baseline = await startServer(join(import.meta.dirname, 'baseline-server.mjs'), env);
    closing.push(baseline.stop);
    const people = await signEverybodyIn(product.port, home);
    const { connections, rounds, seconds } = options;
    say(
      `${mines} mines, ${connections} connections, ${rounds} rounds of ${seconds} s, Node ${process.versions.node}`,
    );
    const given = {
      product,
      baseline,
      db,
      people,
      today,
      connections,
      postmaster: cluster.pid,
      home: cluster.home,
    };
    for (const { name, title, prepare } of cases) {
      if (!isWanted(name)) continue;
      const turns = await runRounds(await prepare(given), given, options);
      say(['', ...tableOf(`${name}: ${title}`, turns)].join('\n'));
    }
    if (isWanted('export')) say(['', ...(await exportTable(given, rounds))].join('\n'));
    if (isWanted('slow')) say(['', ...(await slowTable(given))].join('\n'));
    if (isWanted('costs')) say(['', ...(await unsealed(db, () => costsTable(given)))].join('\n'));
    // Last: it leaves a hundred thousand mines behind.
    if (isWanted('import')) say(['', ...(await importTable(given, options.rows))].join('\n'));
  } finally {
    await close();
  }
}

const options = readOptions(process.argv.slice(2));
if (options) await bench(options);
else say(usage);
