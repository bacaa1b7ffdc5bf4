import { Inject, Injectable } from '@nestjs/common';
import type { ExportView } from '@qingshan/contracts';
import type { Actor } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { Scope } from '../regions/scope';
import { EXPORT_JOB } from './export-job';

type Instants = 'createdAt' | 'finishedAt' | 'keptUntil';
type ExportFacts = Omit<ExportView, Instants | 'mayFetch' | 'mayCancel'> & {
  personId: number;
  regionCode: string;
  createdAt: Date;
  finishedAt: Date | null;
  keptUntil: Date | null;
};

const EXPORTS = `
  SELECT e.id, p.name AS "personName", e.created_at AS "createdAt", e.finished_at AS "finishedAt",
         e.kept_until AS "keptUntil", e.file_name AS "fileName", e.file, e.filter, e.language, e.state,
         e.row_count AS rows, e.byte_count AS bytes, e.sha256, e.person_id AS "personId",
         e.region_code AS "regionCode",
         CASE WHEN e.work IS NOT NULL THEN json_build_object('done', j.done, 'total', j.total) END AS progress
  FROM export e JOIN person p ON p.id = e.person_id
  LEFT JOIN job j ON j.kind = '${EXPORT_JOB}' AND j.subject_id = e.id`;

@Injectable()
export class ExportsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One's own; an auditor sees everybody's within reach, the audit administrator all. */
  async list(
    actor: Actor,
    page: number,
    pageSize: number,
  ): Promise<{ total: number; exports: ExportView[] }> {
    const seesOthers = actor.role === 'auditor' || actor.role === 'auditAdministrator';
    const values = [
      actor.personId,
      seesOthers,
      actor.role === 'auditAdministrator' ? null : this.scope.codes(actor),
    ];
    const which = `e.person_id = $1 OR ($2 AND ($3::text[] IS NULL OR e.region_code = ANY($3::text[])))`;
    const [count] = await this.database.rows<{ total: number }>(
      `SELECT count(*)::int AS total FROM export e WHERE ${which}`,
      values,
    );
    const rows = await this.database.rows<ExportFacts>(
      `${EXPORTS} WHERE ${which} ORDER BY e.id DESC LIMIT $4 OFFSET $5`,
      [...values, pageSize, (page - 1) * pageSize],
    );
    return { total: count?.total ?? 0, exports: rows.map((row) => this.toView(actor, row)) };
  }

  async one(actor: Actor, id: number): Promise<ExportView> {
    const [row] = await this.database.rows<ExportFacts>(`${EXPORTS} WHERE e.person_id = $1 AND e.id = $2`, [
      actor.personId,
      id,
    ]);
    if (!row) throw refused('not-found');
    return this.toView(actor, row);
  }

  private toView(
    actor: Actor,
    { createdAt, finishedAt, keptUntil, personId, regionCode, ...row }: ExportFacts,
  ): ExportView {
    const isOwn = personId === actor.personId && regionCode === actor.regionCode;
    const isKept = keptUntil !== null && keptUntil > this.clock.now();
    return {
      ...row,
      createdAt: createdAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
      keptUntil: keptUntil?.toISOString() ?? null,
      mayFetch: isOwn && (row.state === 'ready' || isKept),
      mayCancel: isOwn && row.state === 'making',
    };
  }
}
