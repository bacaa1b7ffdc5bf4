import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { base64Of, EXCERPT_FORMAT } from '@qingshan/domain';
import type pg from 'pg';
import { Database } from '../../../platform/database/database';
import { EXPORT_POOL } from '../../../platform/database/pools';
import type { Caller } from '../../../platform/http/caller';
import { refused } from '../../../platform/http/refused';
import { readPaths } from '../sealing/read-tree';
import { trailWhere, type TrailFilter } from '../trail-filter.sql';
import { jsonLine } from './json-line';
import { inOnePicture } from './one-picture';

type Where = Awaited<ReturnType<typeof trailWhere>>;

interface Checkpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly key: string;
  readonly handovers: readonly string[];
}

const LAST = `
  SELECT size, root, note, signer_key AS key,
    ARRAY(SELECT h.note FROM trail_handover h WHERE h.size <= c.size ORDER BY h.size, h.kept_at) AS handovers
  FROM trail_checkpoint c ORDER BY size DESC LIMIT 1`;

const AT_ONCE = 500;

/** The entries somebody looked for, each with what proves it to a person who sees no other. That they were taken is an entry itself (S61). */
@Injectable()
export class ExcerptTrail {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EXPORT_POOL) private readonly pool: pg.Pool,
  ) {}

  async run(caller: Caller, filter: TrailFilter): Promise<Readable> {
    const where = await trailWhere(this.database, filter);
    const [last] = await this.database.rows<Checkpoint>(LAST);
    if (!last) throw refused('not-found');
    const [{ entries, waiting } = { entries: 0, waiting: 0 }] = await this.database.rows<Counts>(
      ...counted(where, last.size),
    );
    await this.database.write({ ...caller, once: undefined }, (tx) =>
      tx.record({ action: 'trail.exported', detail: { entries, root: base64Of(last.root), ...filter } }),
    );
    const head = jsonLine({
      format: EXCERPT_FORMAT,
      filter,
      entries,
      waiting,
      note: last.note,
      key: last.key,
      handovers: last.handovers,
    });
    return Readable.from(
      inOnePicture(this.pool, (client) => linesOf(client, where, { head, size: last.size })),
    );
  }
}

interface Counts {
  readonly entries: number;
  readonly waiting: number;
}

/** How many of these a checkpoint of that size stands over, and how many it does not yet. */
const counted = ({ where, values }: Where, size: number): [string, unknown[]] => [
  `SELECT count(*) FILTER (WHERE l.leaf_index < $${values.length + 1})::int AS entries,
     count(*) FILTER (WHERE l.leaf_index IS NULL OR l.leaf_index >= $${values.length + 1})::int AS waiting
   FROM trail t LEFT JOIN trail_leaf l ON l.trail_id = t.id WHERE ${where}`,
  [...values, size],
];

interface Proven {
  readonly index: number;
  readonly id: number;
  readonly leaf: Buffer;
  readonly body: string;
}

async function* linesOf(
  client: pg.ClientBase,
  { where, values }: Where,
  { head, size }: { readonly head: string; readonly size: number },
): AsyncGenerator<string> {
  yield head;
  await client.query(
    `DECLARE excerpt NO SCROLL CURSOR FOR
     SELECT l.leaf_index AS index, t.id, l.leaf, convert_from(t.body, 'UTF8') AS body
     FROM trail t JOIN trail_leaf l ON l.trail_id = t.id
     WHERE l.leaf_index < $${values.length + 1} AND ${where} ORDER BY l.leaf_index`,
    [...values, size],
  );
  const rows = async <T>(sql: string, wanted: readonly unknown[]): Promise<T[]> =>
    (await client.query(sql, [...wanted])).rows as T[];
  for (;;) {
    const entries = await rows<Proven>(`FETCH ${AT_ONCE} FROM excerpt`, []);
    if (entries.length === 0) return;
    const paths = await readPaths(
      rows,
      entries.map(({ index }) => index),
      size,
    );
    yield entries
      .map(({ index, id, leaf, body }, at) =>
        jsonLine({ index, id, leaf: base64Of(leaf), body, path: (paths[at] ?? []).map(base64Of) }),
      )
      .join('');
  }
}
