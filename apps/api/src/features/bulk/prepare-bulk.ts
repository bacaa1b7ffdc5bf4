import { Inject, Injectable } from '@nestjs/common';
import { BULK_AT_MOST, type BodyOf, type BulkVerdict, type bulkRoutes } from '@qingshan/contracts';
import { needsSecondPerson, STAGES, type MineFacts, type RefusalCode, type Stage } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { fieldChanges } from '../mines/field-changes';
import { laterChange, PERIODS_BEYOND, type Period } from '../mines/later-change';
import { filterSql } from '../mines/mine-filter.sql';
import { selectFields } from '../mines/mine-columns';
import { Scope } from '../regions/scope';
import { BulkEditRow } from './bulk.row';

type Body = BodyOf<typeof bulkRoutes.prepare>;

interface Candidate {
  readonly id: number;
  readonly version: number;
  readonly stage: Stage;
  readonly underReview: boolean;
  readonly facts: Partial<MineFacts>;
}

interface Judged {
  readonly mine_id: number;
  readonly mine_version: number;
  readonly verdict: BulkVerdict;
  readonly problem: RefusalCode | null;
  readonly before: Partial<MineFacts>;
}

/** Looks at every mine that is to get the facts and keeps what would become of it. Nothing is written to a mine. */
@Injectable()
export class PrepareBulk {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(caller: Caller, body: Body): Promise<number> {
    const { changes, effectiveOn, remark } = body;
    const today = this.clock.today();
    if (effectiveOn > today) throw refused('date-in-future', { today });
    return this.database.write(caller, async (tx) => {
      const mines = await this.candidates(tx, caller, body);
      if (mines.length > BULK_AT_MOST) throw refused('too-large', { atMost: BULK_AT_MOST });
      const late = await this.lateProblems(tx, mines, Object.keys(changes), effectiveOn);
      const { identifiers } = await tx.manager.insert(BulkEditRow, {
        personId: caller.actor.personId,
        changes,
        effectiveOn,
        remark,
      });
      const id = Number(identifiers[0]?.id);
      await tx.rows(
        `INSERT INTO bulk_edit_row (bulk_edit_id, mine_id, mine_version, verdict, problem, before)
         SELECT $1, mine_id, mine_version, verdict, problem, before
         FROM jsonb_to_recordset($2::jsonb) AS r (mine_id bigint, mine_version int, verdict text, problem text, before jsonb)`,
        [id, JSON.stringify(mines.map((mine) => judge(mine, changes, late.get(mine.id) ?? null)))],
      );
      await tx.record({
        action: 'bulk.prepared',
        effectiveOn,
        after: changes,
        remark,
        detail: { bulkEditId: id, mines: mines.length },
      });
      return id;
    });
  }

  /** What the filter shows this person now, or those of the ids that are within reach. */
  private candidates(tx: WriteTx, { actor }: Caller, { which, changes }: Body): Promise<Candidate[]> {
    const sql = filterSql(
      'filter' in which ? which.filter : { stage: [...STAGES] },
      actor,
      this.scope,
      this.clock.today(),
    );
    const among = 'ids' in which ? ` AND m.id = ANY($${sql.values.push(which.ids)}::bigint[])` : '';
    const facts = selectFields('m', Object.keys(changes));
    return tx.rows<Candidate>(
      `SELECT m.id, m.version, m.stage,
              EXISTS (SELECT FROM submission s WHERE s.mine_id = m.id AND s.state = 'pending') AS "underReview", (SELECT row_to_json(f) FROM (SELECT ${facts}) f) AS facts
       FROM ${sql.from} WHERE ${sql.where}${among} ORDER BY m.id LIMIT ${BULK_AT_MOST + 1}`,
      sql.values,
    );
  }

  private async lateProblems(
    tx: WriteTx,
    mines: readonly Candidate[],
    fields: readonly string[],
    effectiveOn: string,
  ): Promise<Map<number, RefusalCode>> {
    const periods = await tx.rows<Period & { mineId: number }>(PERIODS_BEYOND, [
      mines.map(({ id }) => id),
      effectiveOn,
    ]);
    const byMine = new Map<number, Period[]>();
    for (const period of periods) byMine.set(period.mineId, [...(byMine.get(period.mineId) ?? []), period]);
    return new Map(
      [...byMine].flatMap(([id, lasting]) => {
        const problem = laterChange(lasting, fields, effectiveOn);
        return problem ? [[id, problem.code] as const] : [];
      }),
    );
  }
}

const judge = (mine: Candidate, changes: Body['changes'], late: RefusalCode | null): Judged => {
  const { any } = fieldChanges(mine.facts, changes as Partial<MineFacts>);
  const open = any && mine.underReview ? 'under-review' : any ? late : null;
  const accepted = any && needsSecondPerson(mine.stage) ? 'second-person-needed' : open;
  const problem = mine.stage === 'removed' ? 'move-not-possible' : accepted;
  return {
    mine_id: mine.id,
    mine_version: mine.version,
    verdict: problem ? 'skipped' : any ? 'change' : 'unchanged',
    problem,
    before: mine.facts,
  };
};
