import { Inject, Injectable } from '@nestjs/common';
import {
  CELL_LEVELS,
  type CallOf,
  type MapRegions,
  type mapRoutes,
  type MineFilter,
} from '@qingshan/contracts';
import { bitsBelow, placesOfSquare, squareKey, STAGES, type Actor, type Stage } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { JsonText } from '../../platform/http/json-text';
import { refused } from '../../platform/http/refused';
import { FiguresQueries } from '../figures/figures.queries';
import { filterSql } from '../mines/mine-filter.sql';
import { Scope } from '../regions/scope';

interface Count {
  readonly regionCode: string;
  readonly stage: Stage;
  readonly mines: number;
}

/** What the figures are kept by: a filter of nothing else is answered without looking at a single mine. */
const KEPT_BY = new Set(['region', 'stage', 'asOf']);

/** The mines of a filter as a map shows them: by county from afar, by cells of a tile from near. */
@Injectable()
export class MapQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FiguresQueries) private readonly figures: FiguresQueries,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async regions(actor: Actor, filter: MineFilter): Promise<MapRegions> {
    const [counts, unplaced] = await Promise.all([
      isKept(filter) ? this.kept(actor, filter) : this.counted(actor, filter),
      this.unplaced(actor, filter),
    ]);
    const byRegion = new Map<string, number[]>();
    for (const { regionCode, stage, mines } of counts) {
      const ofRegion = byRegion.get(regionCode) ?? STAGES.map(() => 0);
      ofRegion[STAGES.indexOf(stage)] = mines;
      byRegion.set(regionCode, ofRegion);
    }
    const regions = [...byRegion].map(([regionCode, mines]) => ({ regionCode, mines }));
    return { regions: regions.sort((a, b) => a.regionCode.localeCompare(b.regionCode)), unplaced };
  }

  private async kept(actor: Actor, { region, stage, asOf }: MineFilter): Promise<Count[]> {
    const codes = this.scope.codes(actor, region?.length ? region : undefined);
    const counts = await this.figures.minesByRegion(asOf ?? this.clock.today(), codes);
    return counts.filter((count) =>
      stage?.length ? stage.includes(count.stage) : count.stage !== 'removed',
    );
  }

  private counted(actor: Actor, filter: MineFilter): Promise<Count[]> {
    const sql = filterSql(filter, actor, this.scope, this.clock.today());
    return this.database.rows<Count>(
      `SELECT m.region_code AS "regionCode", m.stage, count(*)::int AS mines
       FROM ${sql.from} WHERE ${sql.where} GROUP BY 1, 2`,
      sql.values,
    );
  }

  private async unplaced(actor: Actor, filter: MineFilter): Promise<number> {
    const sql = filterSql(filter, actor, this.scope, this.clock.today());
    const [row] = await this.database.rows<{ mines: number }>(
      `SELECT count(*)::int AS mines FROM ${sql.from} WHERE ${sql.where} AND m.place IS NULL`,
      sql.values,
    );
    return row?.mines ?? 0;
  }

  /** One statement over one range of the index; the database writes what goes out (performance.md §9). */
  async tile(actor: Actor, { params, query }: CallOf<typeof mapRoutes.tile>): Promise<JsonText> {
    const { from, before } = placesOfSquare(squareKey({ level: params.z, x: params.x, y: params.y }));
    const sql = filterSql(query, actor, this.scope, this.clock.today());
    const first = `$${sql.values.push(from)}::bigint`;
    const last = `$${sql.values.push(before)}::bigint`;
    const stages = `$${sql.values.push(STAGES)}::text[]`;
    const json = await this.database.json(
      `SELECT json_build_object('cells', coalesce(json_agg(json_build_array(
           cell, array_position(${stages}, stage) - 1, mines, first_place - ${first}, last_place - ${first}, first_id)
         ), '[]'::json))::text AS json
       FROM (SELECT (m.place - ${first}) >> ${bitsBelow(params.z + CELL_LEVELS)} AS cell, m.stage, count(*)::int AS mines,
                    min(m.place) AS first_place, max(m.place) AS last_place, min(m.${sql.idColumn}) AS first_id
             FROM ${sql.from} WHERE ${sql.where} AND m.place >= ${first} AND m.place < ${last} GROUP BY 1, 2) c`,
      sql.values,
    );
    if (!json) throw refused('internal');
    return json;
  }
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

const isKept = (filter: MineFilter): boolean =>
  Object.entries(filter).every(([name, value]) => KEPT_BY.has(name) || !isSaid(value));
