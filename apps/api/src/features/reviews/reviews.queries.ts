import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, reviewRoutes, SubmissionRow, SubmissionView } from '@qingshan/contracts';
import {
  contentChanges,
  datedSteps,
  decisionRefusal,
  DECISIONS,
  reviewLevelOf,
  type Actor,
  type FrozenContent,
  type ReviewLevel,
} from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { DelegationsQueries } from '../delegations/delegations.queries';
import { MinesQueries } from '../mines/mines.queries';
import { Regions } from '../regions/regions';
import { Scope } from '../regions/scope';
import { standsSince } from './stands-since.sql';
import { SubmissionsStore } from './submissions.store';

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** $1 the reader and whom they stand in for, $2 the codes within reach, $3 the reader's level where that person decides. */
const ROWS = `
  SELECT s.id, s.version, s.mine_id AS "mineId", m.number, m.name, m.region_code AS "regionCode", s.stage, s.state,
    s.levels, s.levels[s.at + 1] AS level, s.effective_on AS "effectiveOn", p.name AS "personName",
    ${utc('s.submitted_at')} AS "submittedAt",
    ${utc(standsSince('s'))} AS "standsSince",
    s.content_hash AS "contentHash",
    (SELECT count(*)::int FROM submission b WHERE b.mine_id = s.mine_id AND b.stage = s.stage AND b.id <= s.id) AS turn,
    (s.state = 'pending' AND s.levels[s.at + 1] = $3 AND NOT (s.edited_by || s.person_id) && $1::bigint[]
      AND NOT EXISTS (SELECT FROM review r WHERE r.submission_id = s.id AND r.decision = 'approve'
        AND (r.person_id = ANY($1::bigint[]) OR r.for_person_id = ANY($1::bigint[])))
    ) IS TRUE AS "mayDecide"
  FROM submission s JOIN mine m ON m.id = s.mine_id JOIN person p ON p.id = s.person_id
  WHERE ($2::text[] IS NULL OR m.region_code = ANY($2::text[]))`;

/** Returned and not yet answered: no later submission of the mine, which still stands in that stage. */
const RETURNED = `q.state = 'returned' AND EXISTS (SELECT FROM mine m WHERE m.id = q."mineId" AND m.stage = q.stage)
  AND NOT EXISTS (SELECT FROM submission l WHERE l.mine_id = q."mineId" AND l.id > q.id)`;

const SHOWN = {
  mine: 'q."mayDecide"',
  pending: `q.state = 'pending'`,
  returned: RETURNED,
  all: 'true',
} as const;

interface Frozen {
  readonly personId: number;
  readonly remark: string | null;
  readonly content: string;
  readonly before: string | null;
  readonly at: number;
  readonly editedBy: number[];
}

/** What is read of submissions: scoped like the mine they are about. */
@Injectable()
export class ReviewsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(MinesQueries) private readonly mines: MinesQueries,
    @Inject(SubmissionsStore) private readonly submissions: SubmissionsStore,
    @Inject(DelegationsQueries) private readonly delegations: DelegationsQueries,
  ) {}

  async list(
    actor: Actor,
    { show, mineId, region, page, pageSize }: CallOf<typeof reviewRoutes.list>['query'],
  ): Promise<{ total: number; rows: SubmissionRow[] }> {
    const values = [
      [actor.personId, ...(await this.delegations.actsFor(actor))],
      this.scope.codes(actor, region ? [region] : undefined),
      this.decidesAt(actor),
    ];
    const among = `FROM (${ROWS}) q WHERE ${SHOWN[show]} AND ($4::bigint IS NULL OR q."mineId" = $4)`;
    const order = mineId === undefined ? 'q."standsSince", q.id' : 'q.id DESC';
    const [counted] = await this.database.rows<{ total: number }>(`SELECT count(*)::int AS total ${among}`, [
      ...values,
      mineId ?? null,
    ]);
    const rows = await this.database.rows<SubmissionRow>(
      `SELECT q.* ${among} ORDER BY ${order} LIMIT $5 OFFSET $6`,
      [...values, mineId ?? null, pageSize, (page - 1) * pageSize],
    );
    return { total: counted?.total ?? 0, rows };
  }

  async one(actor: Actor, id: number): Promise<SubmissionView> {
    const actsFor = await this.delegations.actsFor(actor);
    const [row] = await this.database.rows<SubmissionRow>(`SELECT q.* FROM (${ROWS}) q WHERE q.id = $4`, [
      [actor.personId, ...actsFor],
      this.scope.codes(actor),
      this.decidesAt(actor),
      id,
    ]);
    if (!row) throw refused('not-found');
    const [frozen] = await this.database.rows<Frozen>(
      `SELECT s.person_id AS "personId", s.edited_by AS "editedBy", s.remark, s.content, s.at,
              (SELECT b.content FROM submission b WHERE b.mine_id = s.mine_id AND b.stage = s.stage AND b.id < s.id
               ORDER BY b.id DESC LIMIT 1) AS before
       FROM submission s WHERE s.id = $1`,
      [id],
    );
    if (!frozen) throw refused('not-found');
    const content = JSON.parse(frozen.content) as FrozenContent;
    const facts = {
      ...row,
      at: frozen.at,
      submittedBy: Number(frozen.personId),
      editedBy: frozen.editedBy.map(Number),
      approvedBy: await this.submissions.approvedBy(this.database, id),
    };
    const seen = {
      personId: actor.personId,
      actsFor,
      role: actor.role,
      level: this.levelOf(actor),
      contentHash: row.contentHash,
      reasons: ['OTHER'],
    };
    return {
      ...row,
      remark: frozen.remark,
      content: {
        ...content,
        mine: { ...content.mine },
        patches: [...content.patches],
        documents: await this.documents(row.mineId, content),
        steps: content.steps ? [...content.steps] : null,
      },
      changes: frozen.before ? contentChanges(JSON.parse(frozen.before) as FrozenContent, content) : null,
      drift: await this.drift(actor, row, content),
      reviews: await this.reviews(id),
      may: DECISIONS.map((decision) => ({
        decision,
        refusal: decisionRefusal({ ...seen, decision }, facts),
      })),
    };
  }

  /** Only the newest submission of a mine can be drifted from: what came later was looked at itself, unless it was taken back. */
  private async drift(
    actor: Actor,
    row: SubmissionRow,
    frozen: FrozenContent,
  ): Promise<SubmissionView['drift']> {
    const [later] = await this.database.rows(
      `SELECT FROM submission WHERE mine_id = $1 AND id > $2 AND state <> 'withdrawn' LIMIT 1`,
      [row.mineId, row.id],
    );
    if (later || row.state === 'withdrawn') return [];
    const mine = await this.mines.file(actor, row.mineId);
    const facts = { mine, patches: mine.patches, steps: datedSteps(mine, mine.steps) };
    const submitted = { id: row.mineId, stage: row.stage };
    return contentChanges(frozen, await this.submissions.content(this.database, submitted, facts));
  }

  private async documents(
    mineId: number,
    { documents }: FrozenContent,
  ): Promise<SubmissionView['content']['documents']> {
    const kept = await this.database.rows<{ id: number; sha256: string }>(
      'SELECT id, sha256 FROM document WHERE mine_id = $1 ORDER BY id',
      [mineId],
    );
    return documents.map((one) => ({
      ...one,
      documentId: kept.find(({ sha256 }) => sha256 === one.sha256)?.id ?? null,
    }));
  }

  private reviews(id: number): Promise<SubmissionView['reviews']> {
    return this.database.rows(
      `SELECT r.level, r.decision, p.name AS "personName", o.name AS "forPersonName", ${utc('r.decided_at')} AS "decidedAt", r.reasons, r.fields, r.remark
       FROM review r JOIN person p ON p.id = r.person_id LEFT JOIN person o ON o.id = r.for_person_id WHERE r.submission_id = $1 ORDER BY r.id`,
      [id],
    );
  }

  private decidesAt(actor: Actor): ReviewLevel | null {
    return actor.role === 'manager' ? this.levelOf(actor) : null;
  }

  private levelOf(actor: Actor): ReviewLevel | null {
    const region = this.regions.tree.find(actor.regionCode);
    return region ? reviewLevelOf(region.level) : null;
  }
}
