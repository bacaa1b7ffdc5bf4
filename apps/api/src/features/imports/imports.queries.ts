import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, ImportRowView, ImportView, importRoutes } from '@qingshan/contracts';
import type { Actor } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';

type ImportFacts = Omit<ImportView, 'createdAt' | 'finishedAt'> & {
  createdAt: Date;
  finishedAt: Date | null;
};

const FIELDS = `i.id, p.name AS "personName", i.created_at AS "createdAt", i.finished_at AS "finishedAt", i.file_name AS "fileName",
  i.sha256, i.state, i.encoding, i.sheet, i.header_row AS "headerRow", i.notes, i.columns, i.counts,
  CASE WHEN j.id IS NULL THEN NULL ELSE json_build_object('done', j.done, 'total', j.total) END AS progress`;
const FROM = `import i JOIN person p ON p.id = i.person_id LEFT JOIN job j ON j.kind = 'import' AND j.subject_id = i.id`;

const SHOWN: Record<CallOf<typeof importRoutes.rows>['query']['show'], string> = {
  all: 'true',
  problems: `problems <> '[]'`,
  error: `verdict = 'error'`,
  warning: `problems @> '[{"severity": "warning"}]'`,
  new: `verdict = 'new'`,
  changed: `verdict = 'changed'`,
  unchanged: `verdict = 'unchanged'`,
};

/** One's own imports: nobody sees another's file. */
@Injectable()
export class ImportsQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async list(
    actor: Actor,
    page: number,
    pageSize: number,
  ): Promise<{ total: number; imports: ImportView[] }> {
    const [count] = await this.database.rows<{ total: number }>(
      'SELECT count(*)::int AS total FROM import WHERE person_id = $1',
      [actor.personId],
    );
    const rows = await this.database.rows<ImportFacts>(
      `SELECT ${FIELDS} FROM ${FROM} WHERE i.person_id = $1 ORDER BY i.id DESC LIMIT $2 OFFSET $3`,
      [actor.personId, pageSize, (page - 1) * pageSize],
    );
    return { total: count?.total ?? 0, imports: rows.map(toView) };
  }

  async one(actor: Actor, id: number): Promise<ImportView> {
    const [row] = await this.database.rows<ImportFacts>(
      `SELECT ${FIELDS} FROM ${FROM} WHERE i.person_id = $1 AND i.id = $2`,
      [actor.personId, id],
    );
    if (!row) throw refused('not-found');
    return toView(row);
  }

  async rows(
    actor: Actor,
    id: number,
    { show, page, pageSize }: CallOf<typeof importRoutes.rows>['query'],
  ): Promise<{ total: number; rows: ImportRowView[] }> {
    await this.one(actor, id);
    const which = `import_id = $1 AND verdict IS NOT NULL AND ${SHOWN[show]}`;
    const [count] = await this.database.rows<{ total: number }>(
      `SELECT count(*)::int AS total FROM import_row WHERE ${which}`,
      [id],
    );
    const rows = await this.database.rows<ImportRowView>(
      `SELECT row_number AS "rowNumber", verdict, number, facts ->> 'name' AS name, mine_id AS "mineId", problems, changes, cells
       FROM import_row WHERE ${which} ORDER BY row_number LIMIT $2 OFFSET $3`,
      [id, pageSize, (page - 1) * pageSize],
    );
    return { total: count?.total ?? 0, rows };
  }
}

const toView = ({ createdAt, finishedAt, ...row }: ImportFacts): ImportView => ({
  ...row,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
