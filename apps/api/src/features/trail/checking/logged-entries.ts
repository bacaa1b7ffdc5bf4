import type { LoggedEntry } from '@qingshan/domain';
import type pg from 'pg';

/** An entry where the log has it, and its columns as one record, with the time as its bytes have it. */
export interface KeptEntry extends LoggedEntry {
  readonly columns: Readonly<Record<string, unknown>> | null;
}

const AT_ONCE = 2_000;

const ENTRIES = `
  SELECT l.leaf_index AS index, l.trail_id AS id, l.leaf, t.body,
    CASE WHEN $3 AND t.id IS NOT NULL THEN jsonb_build_object(
      'at', to_char(t.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'personId', t.person_id, 'action', t.action, 'outcome', t.outcome, 'mineId', t.mine_id, 'subject', t.subject,
      'effectiveOn', t.effective_on, 'before', t.before, 'after', t.after, 'remark', t.remark,
      'address', host(t.address), 'detail', t.detail) END AS columns
  FROM trail_leaf l LEFT JOIN trail t ON t.id = l.trail_id
  WHERE l.leaf_index > $1 AND l.leaf_index < $2 ORDER BY l.leaf_index LIMIT ${AT_ONCE}`;

/** The entries of the log in its order, some thousand at a time; `columns` only where they are asked for. */
export async function* loggedEntries(
  client: pg.ClientBase,
  upTo: number,
  { columns }: { readonly columns: boolean },
): AsyncGenerator<readonly KeptEntry[]> {
  for (let last = -1; ;) {
    const { rows } = await client.query<KeptEntry>({
      name: 'logged-entries',
      text: ENTRIES,
      values: [last, upTo, columns],
    });
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.index;
  }
}
