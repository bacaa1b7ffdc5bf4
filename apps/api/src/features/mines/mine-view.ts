import { Inject, Injectable } from '@nestjs/common';
import type { MineView } from '@qingshan/contracts';
import {
  destination,
  gate,
  may,
  MOVE_NAMES,
  moveRefusal,
  needsSecondPerson,
  refuse,
  MOVES,
  type Actor,
  type GateFacts,
} from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Regions } from '../regions/regions';
import { mergeStages } from './merge-stages';
import { MinesQueries } from './mines.queries';

/** The file of a mine with what its stage still lacks and what this person may do, and if not, why not. */
@Injectable()
export class MineViews {
  constructor(
    @Inject(MinesQueries) private readonly queries: MinesQueries,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async of(actor: Actor, id: number): Promise<MineView> {
    const { periods, documents, ...file } = await this.queries.file(actor, id);
    const { underReview } = file;
    const facts: GateFacts = {
      mine: file,
      patches: file.patches,
      placed: this.isPlaced(file.regionCode),
      documents,
    };
    return {
      ...file,
      needsSecond: needsSecondPerson(file.stage),
      stages: mergeStages(periods),
      gate: gate(file.stage, facts),
      mayEdit: may(actor.role, 'mine.edit') && file.stage !== 'removed' && !underReview,
      moves: may(actor.role, 'mine.move') ? this.moves(actor, facts, file.stageSince, underReview) : [],
    };
  }

  isPlaced(regionCode: string): boolean {
    return this.regions.tree.find(regionCode)?.level !== 'unassigned';
  }

  /** Moves that lead somewhere from here. The day is the person's to choose, so today stands in for it. */
  private moves(actor: Actor, facts: GateFacts, stageSince: string, underReview: boolean): MineView['moves'] {
    const today = this.clock.today();
    const { stage, approach } = facts.mine;
    // What is nobody's to do by hand is no button: a stage is left through its review.
    return MOVE_NAMES.filter((move) => MOVES[move].by.length > 0).flatMap((move) => {
      const to = destination(move, stage, approach);
      if (to === null) return [];
      const request = { move, role: actor.role, effectiveOn: today, reason: 'given', today, stageSince };
      return [
        {
          move,
          to,
          needsReason: MOVES[move].needsReason,
          refusal: moveRefusal(request, facts) ?? (underReview ? refuse('under-review') : null),
        },
      ];
    });
  }
}
