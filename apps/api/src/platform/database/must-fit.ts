import type { DataSource } from 'typeorm';

const OLDEST_MAJOR = 15;

export type Unfit = 'database-too-old' | 'database-not-utf8' | 'schema-too-new';

/** A database the product cannot live in, found before anything is written to it. */
export class UnfitDatabase extends Error {
  constructor(
    readonly unfit: Unfit,
    found: string,
  ) {
    super(found);
  }
}

/** What we rely on and have tried: PostgreSQL from 15 on, and an encoding that holds Chinese. */
export const mustFit = async (source: Pick<DataSource, 'query'>): Promise<void> => {
  const [{ number, version, encoding }] = await source.query<
    [{ number: number; version: string; encoding: string }]
  >(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
       current_setting('server_encoding') AS encoding`,
  );
  if (Math.floor(number / 10_000) < OLDEST_MAJOR)
    throw new UnfitDatabase('database-too-old', `PostgreSQL ${version}`);
  if (encoding !== 'UTF8') throw new UnfitDatabase('database-not-utf8', `server_encoding = ${encoding}`);
};

/**
 * A newer release has been here: what it relies on is not known to this one, whose start would take rights away that the
 * newer one needs (assurance.md F15).
 */
export const mustBeKnown = async (source: Pick<DataSource, 'query' | 'migrations'>): Promise<void> => {
  const [{ has }] = await source.query<[{ has: boolean }]>(
    `SELECT to_regclass('migrations') IS NOT NULL AS has`,
  );
  if (!has) return;
  const known = new Set(source.migrations.map(({ name }) => name));
  const ran = await source.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  const newer = ran.map(({ name }) => name).filter((name) => !known.has(name));
  if (newer.length > 0) throw new UnfitDatabase('schema-too-new', newer.join(', '));
};
