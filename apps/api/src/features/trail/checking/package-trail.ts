import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { base64Of, PACKAGE_FORMAT } from '@qingshan/domain';
import type pg from 'pg';
import { Database } from '../../../platform/database/database';
import { EXPORT_POOL } from '../../../platform/database/pools';
import type { Caller } from '../../../platform/http/caller';
import { refused } from '../../../platform/http/refused';
import { jsonLine } from './json-line';
import { loggedEntries } from './logged-entries';
import { inOnePicture } from './one-picture';
import { readLog } from './read-log';

/** Everything that is sealed, for somebody who does not trust us: a JSON value a line. That it was taken is an entry itself (S61). */
@Injectable()
export class PackageTrail {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EXPORT_POOL) private readonly pool: pg.Pool,
  ) {}

  async run(caller: Caller): Promise<Readable> {
    const [last] = await this.database.rows<{ size: number; root: Buffer }>(
      'SELECT size, root FROM trail_checkpoint ORDER BY size DESC LIMIT 1',
    );
    if (!last) throw refused('not-found');
    const { size, root } = last;
    await this.database.write({ ...caller, once: undefined }, (tx) =>
      tx.record({ action: 'trail.exported', detail: { entries: size, root: base64Of(root) } }),
    );
    return Readable.from(inOnePicture(this.pool, (client) => linesOf(client, size)));
  }
}

async function* linesOf(client: pg.ClientBase, size: number): AsyncGenerator<string> {
  const { origin, key, notes, handovers } = await readLog(client, size);
  yield jsonLine({ format: PACKAGE_FORMAT, origin, key, entries: size });
  for (const handover of handovers) yield jsonLine({ handover });
  for (const checkpoint of notes) yield jsonLine({ checkpoint });
  for await (const entries of loggedEntries(client, size, { columns: false }))
    yield entries
      .map(({ index, id, leaf, body }) =>
        jsonLine({ index, id, leaf: base64Of(leaf), body: body && Buffer.from(body).toString('utf8') }),
      )
      .join('');
}
