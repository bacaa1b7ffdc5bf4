import pg from 'pg';
import { openThrowAwayCluster } from '../../../../tools/postgres/cluster.mjs';

/** One PostgreSQL for the whole run: the one of DATABASE_URL, or a throw-away cluster. Test databases carry the run's name. */
export default async function openDatabases() {
  const given = process.env.DATABASE_URL;
  const cluster = given ? null : await openThrowAwayCluster();
  const url = given ?? cluster.url;
  const run = `qingshan_test_${process.pid}`;
  process.env.QINGSHAN_TEST_URL = url;
  process.env.QINGSHAN_TEST_RUN = run;
  globalThis.closeTestDatabases = async () => {
    if (cluster) await cluster.stop();
    else await dropAll(url, run);
  };
}

const dropAll = async (url, run) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [
    `${run.replaceAll('_', '\\_')}\\_%`,
  ]);
  for (const { datname } of rows) {
    const name = pg.escapeIdentifier(datname);
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE false`);
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  }
  await client.end();
};
