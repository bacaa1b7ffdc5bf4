import { Inject, Injectable } from '@nestjs/common';
import type { CallOf, mineRoutes, PastMineView } from '@qingshan/contracts';
import { dayOfMoment, instantOf, type Actor } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { Scope } from '../regions/scope';
import { periodsKnownAt } from './known-periods.sql';
import { mergeStages } from './merge-stages';
import { selectFields, STATE_FIELDS } from './mine-columns';
import type { StagePeriod } from './mines.queries';

type PastFile = Omit<PastMineView, 'asOf' | 'stages'> & { periods: StagePeriod[] };

const pastSql = (periods: string) => `SELECT row_to_json(r) AS file FROM (
    SELECT m.mine_id AS id, m.recorded_from AS "recordedAt", ${selectFields('m', STATE_FIELDS)},
      (SELECT json_agg(json_build_object('stage', s.stage, 'from', s.valid_from, 'to', s.valid_to) ORDER BY s.valid_from)
       FROM ${periods} s WHERE s.mine_id = m.mine_id AND s.valid_from <= $3::date) AS periods
    FROM ${periods} m WHERE m.mine_id = $1 AND ($2::text[] IS NULL OR m.region_code = ANY($2::text[]))
      AND m.valid_from <= $3::date AND m.valid_to > $3::date) r`;

const AS_OF = pastSql(`(SELECT * FROM mine_period WHERE recorded_to = 'infinity')`);
const AS_KNOWN = pastSql(periodsKnownAt('$4::timestamptz'));

/** A mine as it was on a day: as is known now, or as was known at a moment. It is in reach where it was in reach that day, as in the list. */
@Injectable()
export class PastMines {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(
    actor: Actor,
    id: number,
    { asOf, knownAt }: CallOf<typeof mineRoutes.past>['query'],
  ): Promise<PastMineView> {
    const day = asOf ?? (knownAt ? dayOfMoment(knownAt) : this.clock.today());
    const [row] = await this.database.rows<{ file: PastFile }>(knownAt ? AS_KNOWN : AS_OF, [
      id,
      this.scope.codes(actor),
      day,
      ...(knownAt ? [instantOf(knownAt)] : []),
    ]);
    if (!row) throw refused('not-found');
    const { periods, ...file } = row.file;
    // What came after the day had not come yet.
    const until = periods.map((period) => (period.to > day ? { ...period, to: 'infinity' } : period));
    return { ...file, asOf: day, stages: mergeStages(until) };
  }
}
