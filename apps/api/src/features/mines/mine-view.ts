import { Inject, Injectable } from '@nestjs/common';
import type { MineView } from '@qingshan/contracts';
import {
  datedSteps,
  destination,
  gate,
  may,
  MOVE_NAMES,
  moveRefusal,
  needsSecondPerson,
  refuse,
  MOVES,
  pauseReasonsIn,
  reasonsFor,
  stageDueOn,
  type Actor,
  type GateFacts,
} from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Regions } from '../regions/regions';
import { MinesQueries } from './mines.queries';
import { stepViews } from './step-views';

/** The file of a mine with what its stage still lacks and what this person may do, and if not, why not. */
@Injectable()
export class MineViews {
  constructor(
    @Inject(MinesQueries) private readonly queries: MinesQueries,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async of(actor: Actor, id: number): Promise<MineView> {
    const { documents, steps: kept, pauses, relapsedOn, ...file } = await this.queries.file(actor, id);
    const { stage, stageSince, underReview } = file;
    const today = this.clock.today();
    const steps = datedSteps(file, kept);
    const pause = pauses.find(({ to }) => to === null) ?? null;
    const mayMove = may(actor.role, 'mine.move');
    const facts: GateFacts = {
      mine: file,
      patches: file.patches,
      placed: this.isPlaced(file.regionCode),
      documents,
      steps,
      relapsedOn,
    };
    return {
      ...file,
      needsSecond: needsSecondPerson(file.stage),
      gate: gate(stage, facts),
      steps: stepViews(steps, { stage, pauses }, today),
      stageDueOn: stageDueOn(stage, stageSince, pauses, today),
      pause: pause && { reason: pause.reason, note: pause.note, from: pause.from },
      pauseReasons: mayMove && !pause && !underReview ? pauseReasonsIn(stage) : [],
      mayResume: mayMove && pause !== null,
      mayEdit: may(actor.role, 'mine.edit') && stage !== 'removed' && !underReview,
      moves: mayMove ? this.moves(actor, facts, { stageSince, underReview, paused: pause !== null }) : [],
    };
  }

  isPlaced(regionCode: string): boolean {
    return this.regions.tree.find(regionCode)?.level !== 'unassigned';
  }

  /** Moves that lead somewhere from here. The day is the person's to choose, so today stands in for it. */
  private moves(
    actor: Actor,
    facts: GateFacts,
    { stageSince, underReview, paused }: { stageSince: string; underReview: boolean; paused: boolean },
  ): MineView['moves'] {
    const today = this.clock.today();
    const { stage, approach } = facts.mine;
    // What is nobody's to do by hand is no button: a stage is left through its review.
    return MOVE_NAMES.filter((move) => MOVES[move].by.length > 0).flatMap((move) => {
      const to = destination(move, stage, approach);
      if (to === null) return [];
      const reasons = reasonsFor(move);
      const request = {
        move,
        role: actor.role,
        effectiveOn: today,
        reason: 'given',
        reasonCode: reasons[0] ?? null,
        today,
        stageSince,
        paused,
      };
      return [
        {
          move,
          to,
          reasons,
          refusal: moveRefusal(request, facts) ?? (underReview ? refuse('under-review') : null),
        },
      ];
    });
  }
}
