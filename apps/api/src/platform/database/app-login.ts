import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { underSchemaLock } from './migrate';
import { sqlState } from './retry';

/**
 * The rights of the login by table. `INSERT IN TURN` is without a number of one's own choosing: GENERATED ALWAYS alone
 * gives way to OVERRIDING SYSTEM VALUE.
 */
export type Rights = Readonly<Record<string, readonly string[]>>;

const WRONG_PASSWORD = '28P01';
const MADE_MEANWHILE = new Set(['42710', '23505']);

/**
 * The login that the product runs under, let in by the owner of the database: it owns nothing and may do what `rights`
 * says. Its name and password follow from the owner's, so that every instance comes to the same without another setting.
 * Who runs a server whose owner may not make logins names one with APP_DATABASE_URL.
 *
 * @returns the address to connect with
 */
export const admitApp = async (
  owner: DataSource,
  ownerUrl: string,
  rights: Rights,
  given?: string,
): Promise<string> => {
  const url = new URL(given ?? appUrlOf(ownerUrl));
  await underSchemaLock(owner, async (runner) => {
    if (given === undefined) await makeLogin(runner, url);
    await grant(runner, decodeURIComponent(url.username), rights);
  });
  return url.href;
};

const appUrlOf = (ownerUrl: string): string => {
  const url = new URL(ownerUrl);
  const [name, secret] = [url.username, url.password].map(decodeURIComponent);
  url.username = encodeURIComponent(`${name || 'postgres'}_app`);
  url.password = createHmac('sha256', secret ?? '')
    .update('the login of the running product')
    .digest('base64url');
  return url.href;
};

/** Makes the login where it is not there, and gives it its password again where the owner's has changed. */
const makeLogin = async (runner: QueryRunner, url: URL): Promise<void> => {
  const name = pg.escapeIdentifier(decodeURIComponent(url.username));
  const password = pg.escapeLiteral(url.password);
  const found = await runner.manager.query<unknown[]>('SELECT FROM pg_roles WHERE rolname = $1', [
    decodeURIComponent(url.username),
  ]);
  if (found.length === 0)
    await runner
      .query(`CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${password}`)
      .catch((error: unknown) => {
        // Roles belong to the whole server: a product beside this one, on a database of its own, was first.
        if (!MADE_MEANWHILE.has(sqlState(error) ?? '')) throw error;
      });
  else if (!(await isLetIn(url))) await runner.query(`ALTER ROLE ${name} PASSWORD ${password}`);
};

const isLetIn = async (url: URL): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (sqlState(error) === WRONG_PASSWORD) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const grant = async (runner: QueryRunner, login: string, rights: Rights): Promise<void> => {
  const name = pg.escapeIdentifier(login);
  const free = await freeColumns(runner);
  const lines = Object.entries(rights).map(([table, ofTable]) => {
    const words = ofTable.map((right) =>
      right === 'INSERT IN TURN' ? `INSERT (${free.get(table) ?? ''})` : right,
    );
    return `GRANT ${words.join(', ')} ON ${pg.escapeIdentifier(table)} TO ${name};`;
  });
  // One transaction: an instance that runs meanwhile never sees itself without rights.
  await runner.query(`BEGIN; REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${name};
    GRANT USAGE ON SCHEMA public TO ${name}; ${lines.join(' ')} COMMIT`);
};

/** The columns of each table that no turn and no expression fills. */
const freeColumns = async (runner: QueryRunner): Promise<ReadonlyMap<string, string>> => {
  const rows = await runner.manager.query<{ table: string; columns: string }[]>(
    `SELECT table_name AS "table", string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
     FROM information_schema.columns
     WHERE table_schema = 'public' AND is_identity = 'NO' AND is_generated = 'NEVER' GROUP BY 1`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
};
