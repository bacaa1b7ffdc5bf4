import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, HistoryEntry, MineView, mineRoutes } from '@qingshan/contracts';
import { isBackdated, type Actor, type FiledDocument, type KeptStep } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { JsonText } from '../../platform/http/json-text';
import { refused } from '../../platform/http/refused';
import { Scope } from '../regions/scope';
import { filedDocumentsOf } from './filed-documents';
import { filterSql } from './mine-filter.sql';
import { orderSql } from './mine-order.sql';
import { selectFields, STATE_FIELDS } from './mine-columns';
import { isPaused, keptStepsOf, pausesOf, relapsedOnOf, type KeptPause } from './standing.sql';
import { staysOf } from './stays.sql';
import { pendingOf } from './under-review';

const ROW_FIELDS = [
  'number',
  'name',
  'regionCode',
  'town',
  'mineralCode',
  'closureYear',
  'approach',
  'stage',
  'stageSince',
  'damagedSquareMetres',
  'restoredSquareMetres',
];

/** A mine with patches and past stages, and the papers its gate looks at, before the domain says what it lacks. */
export type MineFile = Omit<
  MineView,
  | 'gate'
  | 'moves'
  | 'mayEdit'
  | 'needsSecond'
  | 'steps'
  | 'stageDueOn'
  | 'pause'
  | 'pauseReasons'
  | 'mayResume'
> & {
  steps: KeptStep[];
  pauses: KeptPause[];
  documents: FiledDocument[];
  relapsedOn: string | null;
};

// One statement, for each one more costs as much as reading the mine.
export const FILE = `SELECT row_to_json(r) AS file FROM (
    SELECT m.id, m.version, m.updated_at AS "updatedAt", ${selectFields('m', STATE_FIELDS)},
      (SELECT coalesce(json_agg(p), '[]'::json) FROM (
         SELECT p.id, p.number, p.subclass, p.attribute, p.area_square_metres::text AS "areaSquareMetres",
                p.restored_square_metres::text AS "restoredSquareMetres", p.longitude::text, p.latitude::text
         FROM patch p WHERE p.mine_id = m.id ORDER BY p.id) p) AS patches,
      ${staysOf({ mine: 'm.id', periods: "mine_period WHERE mine_id = m.id AND recorded_to = 'infinity'" })} AS stages,
      (SELECT coalesce(json_agg(d), '[]'::json) FROM (${filedDocumentsOf('m.id')}) d) AS documents,
      ${keptStepsOf('m.id')} AS steps, ${pausesOf('m.id')} AS pauses,
      ${relapsedOnOf('m.id')} AS "relapsedOn",
      (SELECT s.reason FROM stage_reason s WHERE s.mine_id = m.id AND s.stage = m.stage AND s.effective_on = m.stage_since
       ORDER BY s.id DESC LIMIT 1) AS "stageReason",
      EXISTS (${pendingOf('m.id')}) AS "underReview"
    FROM mine m WHERE m.id = $1 AND ($2::text[] IS NULL OR m.region_code = ANY($2::text[]))) r`;

interface TrailRow {
  id: number;
  action: string;
  recordedAt: Date;
  personName: string | null;
  effectiveOn: string | null;
  remark: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

interface HistoryPage {
  readonly entries: HistoryEntry[];
  readonly next: number | null;
}

const HISTORY_PAGE = 1000;

// From the mine, so that no entry left is told from no mine in reach; one more than a page tells whether there is another.
const HISTORY = `SELECT t.* FROM mine m LEFT JOIN LATERAL (
    SELECT t.id, t.action, t.recorded_at AS "recordedAt", p.name AS "personName", t.effective_on AS "effectiveOn",
      t.remark, t.before, t.after
    FROM trail t LEFT JOIN person p ON p.id = t.person_id
    WHERE t.mine_id = m.id AND t.id < coalesce($3::bigint, 9223372036854775807)
    ORDER BY t.id DESC LIMIT ${HISTORY_PAGE + 1}) t ON true
  WHERE m.id = $1 AND ($2::text[] IS NULL OR m.region_code = ANY($2::text[]))
  ORDER BY t.id DESC`;

/** What screens and neighbours read of mines. Scope is in every statement. */
@Injectable()
export class MinesQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One page of the list with the totals of the whole filter, as JSON from the database. */
  async list(actor: Actor, query: CallOf<typeof mineRoutes.list>['query']): Promise<JsonText> {
    const { page, pageSize, sort, ...filter } = query;
    const sql = filterSql(filter, actor, this.scope, this.clock.today());
    const limit = `$${sql.values.push(pageSize)}`;
    // Of the first page, the one most asked for, the planner is to know that little is read: then it goes by an index.
    const offset = page > 1 ? `OFFSET $${sql.values.push((page - 1) * pageSize)}` : '';
    const day = filter.asOf === undefined ? null : `$${sql.values.push(filter.asOf)}`;
    // The page is cut out first: what is told of a row is worked out for its rows alone.
    const rows = `SELECT m.* FROM ${sql.from} WHERE ${sql.where} ORDER BY ${orderSql(sort, sql)} LIMIT ${limit} ${offset}`;
    const json = await this.database.json(
      `SELECT json_build_object(
         'total', t.total, 'damagedSquareMetres', t.damaged, 'restoredSquareMetres', t.restored,
         'rows', (SELECT coalesce(json_agg(r), '[]'::json) FROM (
           SELECT m.${sql.idColumn} AS id, ${selectFields('m', ROW_FIELDS)}, m.${sql.changedAt} AS "updatedAt",
             ${isPaused(`m.${sql.idColumn}`, day)} AS paused
           FROM (${rows}) m) r)
       )::text AS json
       FROM (SELECT count(*)::int AS total, coalesce(sum(m.damaged_square_metres), 0)::numeric(16,2)::text AS damaged,
                    coalesce(sum(m.restored_square_metres), 0)::numeric(16,2)::text AS restored
             FROM ${sql.from} WHERE ${sql.where}) t`,
      sql.values,
    );
    if (!json) throw refused('internal');
    return json;
  }

  /** One mine with everything its file shows; what is out of reach is not there. */
  async file(actor: Actor, id: number): Promise<MineFile> {
    const [row] = await this.database.rows<{ file: MineFile }>(FILE, [id, this.scope.codes(actor)]);
    if (!row) throw refused('not-found');
    return row.file;
  }

  /** Changes of one mine, newest first: the newest, or those before an entry. */
  async history(actor: Actor, id: number, before?: number): Promise<HistoryPage> {
    const rows = await this.database.rows<TrailRow | { id: null }>(HISTORY, [
      id,
      this.scope.codes(actor),
      before ?? null,
    ]);
    if (rows.length === 0) throw refused('not-found');
    const found = rows.flatMap((row) => (row.id === null ? [] : [row]));
    const entries = found.slice(0, HISTORY_PAGE).map(toEntry);
    return { entries, next: found.length > HISTORY_PAGE ? (entries.at(-1)?.id ?? null) : null };
  }
}

const toEntry = (row: TrailRow): HistoryEntry => ({
  id: row.id,
  action: row.action,
  recordedAt: row.recordedAt.toISOString(),
  personName: row.personName ?? '',
  effectiveOn: row.effectiveOn,
  backdated: isBackdated(row.effectiveOn, row.recordedAt),
  remark: row.remark,
  changes: Object.keys({ ...row.before, ...row.after }).map((field) => ({
    field,
    before: row.before?.[field] ?? null,
    after: row.after?.[field] ?? null,
  })),
});
