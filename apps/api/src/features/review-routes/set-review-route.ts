import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, ReviewRoutesView, reviewRouteRoutes, ReviewRouteView } from '@qingshan/contracts';
import { routeRefusal } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { Regions } from '../regions/regions';
import { ReviewRoutesQueries } from './review-routes.queries';

/** Says from which day on a stage goes through other hands. What was submitted before keeps the route it froze. */
@Injectable()
export class SetReviewRoute {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(ReviewRoutesQueries) private readonly queries: ReviewRoutesQueries,
  ) {}

  run(
    caller: Caller,
    { regionCode, stage, version, levels, effectiveOn, reason }: BodyOf<typeof reviewRouteRoutes.set>,
  ): Promise<ReviewRoutesView> {
    const region = this.regions.tree.find(regionCode);
    if (!region || region.successorCode !== null)
      throw refused('invalid-input', { field: 'regionCode', found: regionCode });
    if (levels) throwIf(routeRefusal(levels, region.level));
    if (effectiveOn < this.clock.today()) throw refused('date-in-past', { field: 'effectiveOn' });
    return this.database.write(caller, async (tx) => {
      await tx.rows(`SELECT pg_advisory_xact_lock(hashtext('qingshan.review_route'))`);
      const before = (await this.queries.of(regionCode, tx)).routes.find((one) => one.stage === stage);
      if (before?.version !== version) throw refused('version-conflict', { version: before?.version });
      if (String(heldOn(before, effectiveOn)) === String(levels))
        throw refused('invalid-input', { field: 'levels', why: 'nothing-changed' });
      await tx.rows(
        `INSERT INTO review_route (region_code, stage, turn, effective_on, levels, reason, person_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [regionCode, stage, version + 1, effectiveOn, levels, reason, caller.actor.personId],
      );
      await tx.record({
        action: levels ? 'route.set' : 'route.ended',
        subject: regionCode,
        effectiveOn,
        remark: reason,
        before: { submittedStage: stage, levels: before.levels },
        after: { submittedStage: stage, levels },
      });
      return this.queries.of(regionCode, tx);
    });
  }
}

/** What the division itself has said for a day: nothing yet is as good as “as above”. */
const heldOn = ({ changes }: ReviewRouteView, day: string) =>
  changes.find(({ effectiveOn }) => effectiveOn <= day)?.levels ?? null;
