import { Inject, Injectable } from '@nestjs/common';
import type { BulkEditView, BulkRowView, BulkVerdict, CallOf, bulkRoutes } from '@qingshan/contracts';
import type { Actor } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';

type BulkFacts = Omit<BulkEditView, 'createdAt' | 'finishedAt' | 'rows' | 'counts'> & {
  createdAt: Date;
  finishedAt: Date | null;
};

/** Edits of many mines, each seen by who made it. */
@Injectable()
export class BulkQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async one(actor: Actor, id: number): Promise<BulkEditView> {
    const [row] = await this.database.rows<BulkFacts>(
      `SELECT b.id, p.name AS "personName", b.created_at AS "createdAt", b.finished_at AS "finishedAt", b.state, b.changes,
              b.effective_on AS "effectiveOn", b.remark
       FROM bulk_edit b JOIN person p ON p.id = b.person_id WHERE b.id = $1 AND b.person_id = $2`,
      [id, actor.personId],
    );
    if (!row) throw refused('not-found');
    const counted = await this.database.rows<{ verdict: BulkVerdict; mines: number }>(
      'SELECT verdict, count(*)::int AS mines FROM bulk_edit_row WHERE bulk_edit_id = $1 GROUP BY verdict',
      [id],
    );
    const counts = { change: 0, unchanged: 0, skipped: 0, written: 0, refused: 0, undone: 0, kept: 0 };
    for (const { verdict, mines } of counted) counts[verdict] = mines;
    return {
      ...row,
      createdAt: row.createdAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      rows: Object.values(counts).reduce((sum, mines) => sum + mines, 0),
      counts,
    };
  }

  async rows(
    actor: Actor,
    id: number,
    { page, pageSize, verdict }: CallOf<typeof bulkRoutes.rows>['query'],
  ): Promise<{ total: number; rows: BulkRowView[] }> {
    const { rows, counts } = await this.one(actor, id);
    const shown = await this.database.rows<BulkRowView>(
      `SELECT r.mine_id AS "mineId", m.number, m.name, m.stage, r.verdict, r.problem, r.before
       FROM bulk_edit_row r JOIN mine m ON m.id = r.mine_id
       WHERE r.bulk_edit_id = $1 AND ($2::text IS NULL OR r.verdict = $2)
       ORDER BY r.mine_id LIMIT $3 OFFSET $4`,
      [id, verdict ?? null, pageSize, (page - 1) * pageSize],
    );
    return { total: verdict ? (counts[verdict] ?? 0) : rows, rows: shown };
  }
}
