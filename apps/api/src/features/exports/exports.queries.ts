import { Inject, Injectable } from '@nestjs/common';
import type { ExportView } from '@qingshan/contracts';
import type { Actor } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { Scope } from '../regions/scope';

type ExportFacts = Omit<ExportView, 'createdAt' | 'finishedAt'> & {
  createdAt: Date;
  finishedAt: Date | null;
  total: number;
};

const FIELDS = `e.id, p.name AS "personName", e.created_at AS "createdAt", e.finished_at AS "finishedAt", e.file_name AS "fileName",
  e.filter, e.language, e.state, e.row_count AS rows, e.byte_count AS bytes, e.sha256,
  e.person_id = $1 AND e.state = 'ready' AS "mayFetch"`;

@Injectable()
export class ExportsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
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
      `SELECT ${FIELDS} FROM export e JOIN person p ON p.id = e.person_id
       WHERE ${which} ORDER BY e.id DESC LIMIT $4 OFFSET $5`,
      [...values, pageSize, (page - 1) * pageSize],
    );
    return { total: count?.total ?? 0, exports: rows.map(toView) };
  }

  async one(actor: Actor, id: number): Promise<ExportView> {
    const [row] = await this.database.rows<ExportFacts>(
      `SELECT ${FIELDS} FROM export e JOIN person p ON p.id = e.person_id WHERE e.person_id = $1 AND e.id = $2`,
      [actor.personId, id],
    );
    if (!row) throw refused('not-found');
    return toView(row);
  }
}

const toView = ({ createdAt, finishedAt, ...row }: ExportFacts): ExportView => ({
  ...row,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
