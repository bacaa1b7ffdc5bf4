import { Inject, Injectable } from '@nestjs/common';
import type { ReviewRoutesView, ReviewRouteView } from '@qingshan/contracts';
import { DEFAULT_ROUTES, REVIEWED_STAGES, type ReviewedStage, type ReviewLevel } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type Rows } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { Regions } from '../regions/regions';

interface InForce {
  readonly stage: ReviewedStage;
  readonly regionCode: string;
  readonly levels: ReviewLevel[];
}

/** Of each division that a mine lies in, what it said last with effect by the day; who said “as above” says nothing. */
const IN_FORCE = `
  SELECT q.stage, q.region_code AS "regionCode", q.levels FROM (
    SELECT DISTINCT ON (stage, region_code) stage, region_code, levels FROM review_route
    WHERE region_code = ANY($1::text[]) AND effective_on <= $2
    ORDER BY stage, region_code, effective_on DESC, turn DESC) q
  WHERE q.levels IS NOT NULL ORDER BY array_position($1::text[], q.region_code)`;

const CHANGES = `
  SELECT r.stage, r.effective_on AS "effectiveOn", r.levels, r.reason, p.name AS "personName",
    to_char(r.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt"
  FROM review_route r LEFT JOIN person p ON p.id = r.person_id
  WHERE r.region_code = $1 ORDER BY r.effective_on DESC, r.turn DESC`;

const OWN = `
  SELECT region_code AS "regionCode", stage FROM (
    SELECT DISTINCT ON (region_code, stage) region_code, stage, levels FROM review_route
    ORDER BY region_code, stage, effective_on DESC, turn DESC) q
  WHERE q.levels IS NOT NULL ORDER BY region_code, stage`;

/** Whose hands a stage goes through, and where that was said. */
@Injectable()
export class ReviewRoutesQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Regions) private readonly regions: Regions,
  ) {}

  /** For what is submitted today: a division's own route, or the nearest one above. */
  async levels(rows: Rows, regionCode: string, stage: ReviewedStage): Promise<readonly ReviewLevel[]> {
    const own = (await this.inForce(rows, regionCode)).find((one) => one.stage === stage);
    return own?.levels ?? DEFAULT_ROUTES[stage];
  }

  async of(regionCode: string, rows: Rows = this.database): Promise<ReviewRoutesView> {
    if (!this.regions.tree.find(regionCode)) throw refused('not-found');
    const inForce = await this.inForce(rows, regionCode);
    const changes = await rows.rows<ReviewRouteView['changes'][number] & Pick<ReviewRouteView, 'stage'>>(
      CHANGES,
      [regionCode],
    );
    return {
      regionCode,
      routes: REVIEWED_STAGES.map((stage) => {
        const held = inForce.find((one) => one.stage === stage);
        const own = changes.flatMap(({ stage: of, ...change }) => (of === stage ? [change] : []));
        return {
          stage,
          levels: held?.levels ?? [...DEFAULT_ROUTES[stage]],
          from: held?.regionCode ?? null,
          version: own.length,
          changes: own,
        };
      }),
      own: await rows.rows<ReviewRoutesView['own'][number]>(OWN),
    };
  }

  private inForce(rows: Rows, regionCode: string): Promise<InForce[]> {
    const codes = this.regions.tree.withAncestors(regionCode).map(({ code }) => code);
    return rows.rows<InForce>(IN_FORCE, [codes, this.clock.today()]);
  }
}
