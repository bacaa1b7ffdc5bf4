import type { TrailAction } from '@qingshan/domain';
import type { Anonymous, Caller } from '../http/caller';

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
  const written = entries.map((entry) => ({
    person_id: caller.actor?.personId ?? entry.personId ?? null,
    action: entry.action,
    outcome: entry.outcome ?? 'done',
    mine_id: entry.mineId ?? null,
    subject: entry.subject ?? null,
    effective_on: entry.effectiveOn ?? null,
    before: entry.before ?? null,
    after: entry.after ?? null,
    remark: entry.remark ?? null,
    address: caller.address,
    // The role as it was then: an account may be given another.
    detail: { requestId: caller.requestId, role: caller.actor?.role, ...entry.detail },
  }));
  await rows(
    `INSERT INTO trail (person_id, action, outcome, mine_id, subject, effective_on, before, after, remark, address, detail)
     SELECT person_id, action, outcome, mine_id, subject, effective_on, before, after, remark, address, detail
     FROM jsonb_to_recordset($1::jsonb) AS t (person_id bigint, action text, outcome text, mine_id bigint, subject text,
       effective_on date, before jsonb, after jsonb, remark text, address inet, detail jsonb)`,
    [JSON.stringify(written)],
  );
};
