import type { TrailAction } from '@qingshan/domain';
import type { Anonymous, Caller } from '../http/caller';
import { entryText } from './entry-body';

/** One entry of the trail: an act, on what, from which day, before and after. */
export interface TrailRecord {
  readonly action: TrailAction;
  readonly outcome?: 'done' | 'refused';
  readonly mineId?: number;
  /** What it was done to, for a reader: a number or a name. */
  readonly subject?: string;
  readonly effectiveOn?: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly remark?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Who it was about where nobody is signed in: the account of a failed sign-in. */
  readonly personId?: number;
}

type Rows = (sql: string, values: readonly unknown[]) => Promise<unknown>;

/** Writes entries with the statement runner of the transaction at hand, one or thousands in one statement. */
export const recordTrail = async (
  rows: Rows,
  caller: Caller | Anonymous,
  entries: readonly TrailRecord[],
): Promise<void> => {
  const written = entries.map((entry) =>
    entryText({
      personId: caller.actor?.personId ?? entry.personId ?? null,
      action: entry.action,
      outcome: entry.outcome ?? 'done',
      mineId: entry.mineId ?? null,
      subject: entry.subject ?? null,
      effectiveOn: entry.effectiveOn ?? null,
      before: entry.before ?? null,
      after: entry.after ?? null,
      remark: entry.remark ?? null,
      address: caller.address,
      // The role as it was then: an account may be given another.
      detail: { requestId: caller.requestId, role: caller.actor?.role, ...entry.detail },
    }),
  );
  await rows(INSERT, [written]);
};

// The columns are read from the very bytes that are hashed, and the time in both is one reading of the database's clock;
// to_char with its own zone does not depend on the session's.
const INSERT = `
  INSERT INTO trail (recorded_at, person_id, action, outcome, mine_id, subject, effective_on, before, after, remark, address,
    detail, body)
  SELECT e.at, t."personId", t.action, t.outcome, t."mineId", t.subject, t."effectiveOn", t.before, t.after, t.remark,
    t.address, t.detail,
    convert_to('{"at":"' || to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '","entry":' || e.entry || '}',
      'UTF8')
  FROM (SELECT clock_timestamp() AS at, entry FROM unnest($1::text[]) AS entry) e,
    jsonb_to_record(e.entry::jsonb) AS t ("personId" bigint, action text, outcome text, "mineId" bigint, subject text,
      "effectiveOn" date, before jsonb, after jsonb, remark text, address inet, detail jsonb)`;
