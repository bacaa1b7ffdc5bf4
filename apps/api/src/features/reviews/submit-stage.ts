import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, reviewRoutes } from '@qingshan/contracts';
import { isReviewed, passRefusal } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { MinesStore } from '../mines/mines.store';
import { MoveMine } from '../mines/move-mine';
import { refuseUnderReview } from '../mines/under-review';
import { ReviewRoutesQueries } from '../review-routes/review-routes.queries';
import { SubmissionsStore } from './submissions.store';

/** Offers the present stage of a mine for review: from here on what is judged stays as it is. */
@Injectable()
export class SubmitStage {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly mines: MinesStore,
    @Inject(MoveMine) private readonly moves: MoveMine,
    @Inject(SubmissionsStore) private readonly submissions: SubmissionsStore,
    @Inject(ReviewRoutesQueries) private readonly routes: ReviewRoutesQueries,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(
    caller: Caller,
    { mineId, version, effectiveOn, remark }: BodyOf<typeof reviewRoutes.submit>,
  ): Promise<number> {
    return this.database.write(caller, async (tx) => {
      const mine = await this.mines.load(tx, caller.actor, mineId, version);
      await refuseUnderReview(tx, mineId);
      const facts = await this.moves.facts(tx, mine);
      const { stage, stageSince } = mine;
      const today = this.clock.today();
      throwIf(passRefusal({ move: 'advance', effectiveOn, today, stageSince, paused: facts.paused }, facts));
      if (!isReviewed(stage)) throw refused('move-not-possible', { stage });
      const { id, contentHash } = await this.submissions.add(tx, {
        mineId,
        stage,
        effectiveOn,
        remark,
        personId: caller.actor.personId,
        editedBy: await this.submissions.editedBy(tx, mine),
        levels: [...(await this.routes.levels(tx, mine.regionCode, stage))],
        content: await this.submissions.content(tx, mine, facts),
      });
      await tx.record({
        action: 'submission.made',
        mineId,
        subject: mine.number,
        effectiveOn,
        remark,
        after: { submittedStage: stage },
        detail: { submissionId: id, contentHash },
      });
      return id;
    });
  }
}
