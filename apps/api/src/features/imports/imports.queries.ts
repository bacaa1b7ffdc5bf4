import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, ImportRowView, ImportView, ResponseOf, importRoutes } from '@qingshan/contracts';
import type { Actor } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { Scope } from '../regions/scope';
import { GATE_TOLD, LACKS } from './gate-note.sql';
import { CHECK_LOCK } from './imports.store';

/** A row with where its mine is now: only a mine within reach is told. */
type RowFacts = ImportRowView & { regionCode: string | null; mineName: string | null };

type ImportFacts = Omit<ImportView, 'createdAt' | 'finishedAt'> & {
  createdAt: Date;
  finishedAt: Date | null;
};

const FIELDS = `i.id, p.name AS "personName", i.created_at AS "createdAt", i.finished_at AS "finishedAt", i.file_name AS "fileName",
  i.sha256, i.state, i.encoding, i.sheet, i.sheets, i.all_or_nothing AS "allOrNothing", i.header_row AS "headerRow", i.notes, i.columns, i.counts, i.effective_on AS "effectiveOn",
  coalesce((i.counts ->> 'rows')::int, (SELECT count(*)::int FROM import_row r WHERE r.import_id = i.id)) AS rows,
  EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.classid = ${CHECK_LOCK} AND l.objid = i.id::oid
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS checking,
  CASE WHEN i.state = 'undone' THEN (
    SELECT json_build_object('undone', count(r.undone_at)::int, 'kept', count(r.undo_problem)::int)
    FROM import_row r WHERE r.import_id = i.id) END AS undo,
  CASE WHEN j.id IS NULL THEN NULL ELSE json_build_object('done', j.done, 'total', j.total) END AS progress`;
const FROM = `import i JOIN person p ON p.id = i.person_id LEFT JOIN job j ON j.subject_id = i.id
  AND j.kind = CASE WHEN i.state IN ('undoing', 'undone') THEN 'import-undo' ELSE 'import' END`;

const SHOWN: Record<CallOf<typeof importRoutes.rows>['query']['show'], string> = {
  all: 'true',
  problems: `r.problems <> '[]'`,
  error: `r.verdict = 'error'`,
  warning: `r.problems @> '[{"severity": "warning"}]'`,
  new: `r.verdict = 'new'`,
  changed: `r.verdict = 'changed'`,
  unchanged: `r.verdict = 'unchanged'`,
  unassigned: `r.verdict = 'new' AND r.facts ->> 'regionCode' IN (SELECT code FROM region WHERE level = 'unassigned')`,
  duplicates: `r.problems @> '[{"code": "probable-duplicate"}]'`,
  lacking: LACKS,
  kept: 'r.undo_problem IS NOT NULL',
  unwritten: `r.verdict <> 'unchanged' AND r.applied_at IS NULL`,
};

/** One's own imports: nobody sees another's file. */
@Injectable()
export class ImportsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
  ) {}

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
    { show, code, page, pageSize }: CallOf<typeof importRoutes.rows>['query'],
  ): Promise<{ total: number; rows: ImportRowView[] }> {
    await this.one(actor, id);
    const which = `r.import_id = $1 AND r.verdict IS NOT NULL AND ${SHOWN[show]} AND ($2::jsonb IS NULL OR r.problems @> $2::jsonb)`;
    const kind = code === undefined ? null : JSON.stringify([{ code }]);
    const [count] = await this.database.rows<{ total: number }>(
      `SELECT count(*)::int AS total FROM import_row r WHERE ${which}`,
      [id, kind],
    );
    const rows = await this.database.rows<RowFacts>(
      `SELECT r.row_number AS "rowNumber", r.verdict, r.number, r.facts ->> 'name' AS name, r.mine_id AS "mineId",
              r.applied_at IS NOT NULL AND r.undone_at IS NULL AS written,
              r.undone_at IS NOT NULL AS undone, r.undo_problem AS "undoProblem", r.problems, r.changes, r.cells, ${GATE_TOLD} AS gate, m.region_code AS "regionCode",
              m.name AS "mineName"
       FROM import_row r LEFT JOIN mine m ON m.id = r.mine_id
       WHERE ${which} ORDER BY r.row_number LIMIT $3 OFFSET $4`,
      [id, kind, pageSize, (page - 1) * pageSize],
    );
    return {
      total: count?.total ?? 0,
      rows: rows.map(({ regionCode, mineName, ...row }) => {
        const isHere = regionCode !== null && this.scope.reaches(actor, regionCode);
        return isHere ? { ...row, name: row.name ?? mineName } : { ...row, mineId: null };
      }),
    };
  }

  /** The kinds of problems in the order of the columns, the worst first. */
  async problems(actor: Actor, id: number): Promise<ResponseOf<typeof importRoutes.problems>> {
    await this.one(actor, id);
    const problems = await this.database.rows<ResponseOf<typeof importRoutes.problems>['problems'][number]>(
      `SELECT p ->> 'severity' AS severity, p ->> 'code' AS code, p ->> 'field' AS field, (p ->> 'column')::int AS column,
              count(DISTINCT r.row_number)::int AS rows
       FROM import_row r, jsonb_array_elements(r.problems) p WHERE r.import_id = $1
       GROUP BY 1, 2, 3, 4 ORDER BY 1, rows DESC, 4`,
      [id],
    );
    return { problems };
  }
}

const toView = ({ createdAt, finishedAt, ...row }: ImportFacts): ImportView => ({
  ...row,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
