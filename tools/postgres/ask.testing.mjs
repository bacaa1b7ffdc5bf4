import pg from 'pg';

/**
 * One question to a cluster under test, over a connection of its own.
 *
 * @param {{ url: string }} cluster
 * @param {string} sql
 * @returns {Promise<any[]>}
 */
export async function ask({ url }, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
