import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Value = string | number | boolean | null | undefined;

// Absent is an unquoted nothing, so that an empty text stays an empty text.
const csv = (value: Value): string =>
  value === null || value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`;

const PER_CHUNK = 2_000;

function* chunks(rows: Iterable<readonly Value[]>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(row.map(csv).join(','));
    if (lines.length < PER_CHUNK) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

/** Loads rows in bulk; columns and values in the same order. */
export const copyIn = async (
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): Promise<void> => {
  const sql = `COPY ${pg.escapeIdentifier(table)} (${columns.map(pg.escapeIdentifier).join(', ')}) FROM STDIN WITH (FORMAT csv)`;
  await pipeline(Readable.from(chunks(rows)), client.query(copyFrom(sql)));
};
