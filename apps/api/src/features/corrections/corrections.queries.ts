import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, correctionRoutes, CorrectionView } from '@qingshan/contracts';
import {
  CORRECTION_DECISION_NAMES,
  correctionRefusal,
  may,
  type Actor,
  type CorrectionState,
} from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { DelegationsQueries } from '../delegations/delegations.queries';
import { Scope } from '../regions/scope';

interface Found {
  readonly id: number;
  readonly version: number;
  readonly mineId: number;
  readonly number: string;
  readonly name: string;
  readonly regionCode: string;
  readonly patchNumber: string | null;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
  readonly state: CorrectionState;
  readonly proposedById: number;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly remark: string | null;
}

/** $1 the codes within reach. */
const ROWS = `
  FROM correction c JOIN mine m ON m.id = c.mine_id JOIN person p ON p.id = c.proposed_by
    LEFT JOIN person d ON d.id = c.decided_by LEFT JOIN patch t ON t.id = c.patch_id
  WHERE ($1::text[] IS NULL OR m.region_code = ANY($1::text[]))`;

const SELECT = `SELECT c.id, c.version, c.mine_id AS "mineId", m.number, m.name, m.region_code AS "regionCode",
  t.number AS "patchNumber", c.effective_on AS "effectiveOn", c.reason, c.before, c.after, c.state,
  c.proposed_by AS "proposedById", p.name AS "proposedBy", c.proposed_at AS "proposedAt", d.name AS "decidedBy",
  c.decided_at AS "decidedAt", c.remark ${ROWS}`;

/** $3 the reader and for whom they act. What one may decide is what others proposed. */
const SHOWN = {
  mine: `c.state = 'pending' AND NOT c.proposed_by = ANY($3::bigint[])`,
  pending: `c.state = 'pending' AND $3::bigint[] IS NOT NULL`,
  all: '$3::bigint[] IS NOT NULL',
} as const;

/** What is read of corrections: scoped like the mine they are about. */
@Injectable()
export class CorrectionsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(DelegationsQueries) private readonly delegations: DelegationsQueries,
  ) {}

  async list(
    actor: Actor,
    { show, mineId, page, pageSize }: CallOf<typeof correctionRoutes.list>['query'],
  ): Promise<{ total: number; rows: CorrectionView[] }> {
    if (show === 'mine' && !may(actor.role, 'correction.decide')) return { total: 0, rows: [] };
    const among = `AND ($2::bigint IS NULL OR c.mine_id = $2) AND ${SHOWN[show]}`;
    const actsFor = await this.delegations.actsFor(actor);
    const values = [this.scope.codes(actor), mineId ?? null, [actor.personId, ...actsFor]];
    const [counted] = await this.database.rows<{ total: number }>(
      `SELECT count(*)::int AS total ${ROWS} ${among}`,
      values,
    );
    const order = mineId === undefined ? 'c.proposed_at, c.id' : 'c.id DESC';
    const rows = await this.database.rows<Found>(`${SELECT} ${among} ORDER BY ${order} LIMIT $4 OFFSET $5`, [
      ...values,
      pageSize,
      (page - 1) * pageSize,
    ]);
    return { total: counted?.total ?? 0, rows: rows.map((row) => toView(actor, actsFor, row)) };
  }

  async one(actor: Actor, id: number): Promise<CorrectionView> {
    const [row] = await this.database.rows<Found>(`${SELECT} AND c.id = $2`, [this.scope.codes(actor), id]);
    if (!row) throw refused('not-found');
    return toView(actor, await this.delegations.actsFor(actor), row);
  }
}

const toView = ({ personId, role }: Actor, actsFor: readonly number[], row: Found): CorrectionView => {
  const { before, after, proposedById, proposedAt, decidedAt, ...rest } = row;
  return {
    ...rest,
    id: Number(row.id),
    mineId: Number(row.mineId),
    proposedAt: proposedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    changes: Object.keys(after).map((field) => ({
      field,
      before: before[field] ?? null,
      after: after[field],
    })),
    may: CORRECTION_DECISION_NAMES.map((decision) => ({
      decision,
      refusal: correctionRefusal(
        { decision, personId, actsFor, role, reason: 'given' },
        { state: row.state, proposedBy: Number(proposedById) },
      ),
    })),
  };
};
