import { Inject, Injectable } from '@nestjs/common';
import type { WorkItem, WorkList } from '@qingshan/contracts';
import {
  DUE_DAYS,
  datedSteps,
  lacking,
  WORK_GROUPS,
  workGroup,
  type Actor,
  type FiledDocument,
  type KeptStep,
  type MineState,
  type PatchFacts,
  type ReviewedStage,
} from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { selectFields, STATE_FIELDS } from '../mines/mine-columns';
import { isPaused, keptStepsOf, relapsedOnOf } from '../mines/standing.sql';
import { Regions } from '../regions/regions';
import { Scope } from '../regions/scope';

const ITEMS_A_GROUP = 20;

interface Standing {
  readonly id: number;
  readonly stage: ReviewedStage;
  readonly returned: boolean;
  readonly dueOn: string;
  readonly daysLeft: number;
}

interface Facts {
  readonly id: number;
  readonly mine: MineState;
  readonly patches: readonly PatchFacts[];
  readonly documents: readonly FiledDocument[];
  readonly steps: readonly KeptStep[];
  readonly relapsedOn: string | null;
}

/**
 * Mines whose stage is the county's to finish, and whether the last answer was no. What is under review waits for
 * others, what is paused for nobody; days on which the clock stood still do not count.
 */
export const STANDING = `
  SELECT m.id, m.stage, to_char(w.due, 'YYYY-MM-DD') AS "dueOn", w.due - $2::date AS "daysLeft",
    coalesce((SELECT s.state = 'returned' AND s.stage = m.stage FROM submission s WHERE s.mine_id = m.id
              ORDER BY s.id DESC LIMIT 1), false) AS returned
  FROM mine m JOIN jsonb_to_recordset($3::jsonb) AS d (stage text, days int) ON d.stage = m.stage
  CROSS JOIN LATERAL (
    SELECT m.stage_since + d.days + coalesce(sum(greatest(p.resumed_on - greatest(p.paused_on, m.stage_since), 0)), 0)::int AS due
    FROM mine_pause p WHERE p.mine_id = m.id) w
  WHERE ($1::text[] IS NULL OR m.region_code = ANY($1::text[]))
    AND NOT EXISTS (SELECT FROM submission s WHERE s.mine_id = m.id AND s.state = 'pending')
    AND NOT ${isPaused('m.id', null)}
  ORDER BY w.due, m.id`;

const FACTS = `
  SELECT m.id, (SELECT row_to_json(f) FROM (SELECT ${selectFields('m', STATE_FIELDS)}) f) AS mine,
    (SELECT coalesce(json_agg(json_build_object('number', p.number, 'subclass', p.subclass, 'attribute', p.attribute,
       'areaSquareMetres', p.area_square_metres::text, 'restoredSquareMetres', p.restored_square_metres::text)), '[]'::json)
     FROM patch p WHERE p.mine_id = m.id) AS patches,
    (SELECT coalesce(json_agg(json_build_object('type', d.type, 'stage', d.stage)), '[]'::json)
     FROM document d WHERE d.mine_id = m.id AND d.removed_at IS NULL) AS documents,
    ${keptStepsOf('m.id')} AS steps, ${relapsedOnOf('m.id')} AS "relapsedOn"
  FROM mine m WHERE m.id = ANY($1::bigint[])`;

/** The work of the day: grouped by how pressing it is, each mine with the first thing its gate wants. */
@Injectable()
export class TodayQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<WorkList> {
    const days = Object.entries(DUE_DAYS).map(([stage, count]) => ({ stage, days: count }));
    const standing = await this.database.rows<Standing>(STANDING, [
      this.scope.codes(actor),
      this.clock.today(),
      JSON.stringify(days),
    ]);
    const groups = WORK_GROUPS.map((group) => ({
      group,
      all: standing.filter((one) => workGroup(one.stage, one.returned, one.daysLeft) === group),
    }));
    const shown = groups.flatMap(({ all }) => all.slice(0, ITEMS_A_GROUP));
    const facts = await this.database.rows<Facts>(FACTS, [shown.map(({ id }) => id)]);
    const byId = new Map(facts.map((one) => [Number(one.id), one]));
    return {
      groups: groups.map(({ group, all }) => ({
        group,
        total: all.length,
        items: all.slice(0, ITEMS_A_GROUP).flatMap((one) => this.item(one, byId.get(Number(one.id)))),
      })),
    };
  }

  private item({ id, stage, dueOn, daysLeft }: Standing, facts: Facts | undefined): WorkItem[] {
    if (!facts) return [];
    const { mine, patches, documents, relapsedOn } = facts;
    const steps = datedSteps(mine, facts.steps);
    const placed = this.regions.tree.find(mine.regionCode)?.level !== 'unassigned';
    const missing = lacking(stage, { mine, patches, documents, steps, placed, relapsedOn });
    const [first] = missing;
    return [
      {
        mineId: Number(id),
        number: mine.number,
        name: mine.name,
        regionCode: mine.regionCode,
        stage,
        dueOn,
        daysLeft,
        next: first ? { criterion: first.criterion, mend: first.mend, document: first.document } : null,
        lacking: missing.length,
      },
    ];
  }
}
