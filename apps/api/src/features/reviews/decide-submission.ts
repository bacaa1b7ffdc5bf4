import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, reviewRoutes } from '@qingshan/contracts';
import {
  asFrozen,
  canonicalJson,
  decisionRefusal,
  nextLevel,
  passRefusal,
  reviewLevelOf,
  type Decision,
  type FrozenContent,
  type ReviewLevel,
  type SubmissionState,
  type TrailAction,
} from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { DelegationsQueries } from '../delegations/delegations.queries';
import { MinesStore } from '../mines/mines.store';
import { MoveMine } from '../mines/move-mine';
import { Regions } from '../regions/regions';
import type { SubmissionEntity } from './submission.row';
import { SubmissionsStore } from './submissions.store';

type HeldMine = Awaited<ReturnType<MinesStore['hold']>>;

interface Said {
  readonly version: number;
  readonly contentHash?: string;
  readonly reasons?: readonly string[];
  readonly fields?: readonly { readonly field: string; readonly note: string }[];
  readonly remark?: string | null;
}

const ACTIONS: Record<Decision, TrailAction> = {
  approve: 'submission.approved',
  return: 'submission.returned',
  withdraw: 'submission.withdrawn',
  reconsider: 'submission.reconsidered',
};

const STATES: Record<Exclude<Decision, 'approve'>, SubmissionState> = {
  return: 'returned',
  withdraw: 'withdrawn',
  reconsider: 'pending',
};

/** One decision on a submission, by one person, on what that person saw. Approved at its last level, the mine moves on. */
@Injectable()
export class DecideSubmission {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MinesStore) private readonly mines: MinesStore,
    @Inject(MoveMine) private readonly moves: MoveMine,
    @Inject(SubmissionsStore) private readonly submissions: SubmissionsStore,
    @Inject(DelegationsQueries) private readonly delegations: DelegationsQueries,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  approve(caller: Caller, id: number, body: BodyOf<typeof reviewRoutes.approve>): Promise<number> {
    return this.decide(caller, id, 'approve', body);
  }

  sendBack(caller: Caller, id: number, body: BodyOf<typeof reviewRoutes.sendBack>): Promise<number> {
    return this.decide(caller, id, 'return', body);
  }

  withdraw(caller: Caller, id: number, body: BodyOf<typeof reviewRoutes.withdraw>): Promise<number> {
    return this.decide(caller, id, 'withdraw', body);
  }

  reconsider(caller: Caller, id: number, body: BodyOf<typeof reviewRoutes.reconsider>): Promise<number> {
    return this.decide(caller, id, 'reconsider', body);
  }

  private decide(caller: Caller, id: number, decision: Decision, said: Said): Promise<number> {
    return this.database.write(caller, async (tx) => {
      // The mine first, like every other act on one: who is out of its reach learns nothing of its submissions.
      const mine = await this.mines.hold(tx, caller.actor, await this.submissions.mineOf(tx, id));
      const submission = await this.submissions.hold(tx, id, said.version);
      const level = this.levelOf(caller);
      const actsFor = await this.delegations.actsFor(caller.actor, tx);
      throwIf(
        decisionRefusal(
          {
            decision,
            personId: caller.actor.personId,
            actsFor,
            role: caller.actor.role,
            level,
            contentHash: said.contentHash ?? null,
            reasons: said.reasons ?? [],
          },
          {
            ...submission,
            submittedBy: submission.personId,
            editedBy: submission.editedBy.map(Number),
            approvedBy: await this.submissions.approvedBy(tx, id),
          },
        ),
      );
      if (decision === 'reconsider') await this.refuseReopening(tx, mine, submission);
      const up = decision === 'approve' ? nextLevel(submission) : null;
      const after = {
        state:
          decision !== 'approve'
            ? STATES[decision]
            : up === null
              ? ('approved' as const)
              : ('pending' as const),
        at: up ?? submission.at,
      };
      const judged = decision === 'approve' || decision === 'return';
      const forPersonId = judged ? (actsFor[0] ?? null) : null;
      await this.submissions.decide(tx, submission, after, {
        ...said,
        decision,
        personId: caller.actor.personId,
        level: judged ? level : null,
        forPersonId,
      });
      await tx.record({
        action: ACTIONS[decision],
        mineId: mine.id,
        subject: mine.number,
        remark: said.remark ?? null,
        after: {
          submittedStage: submission.stage,
          ...(said.reasons && { returnReasons: said.reasons.join(', ') }),
        },
        detail: {
          submissionId: id,
          contentHash: submission.contentHash,
          ...(judged && { level }),
          ...(forPersonId !== null && { forPersonId }),
        },
      });
      if (after.state === 'approved') await this.moveOn(tx, mine, submission);
      return id;
    });
  }

  /** Approved is what was frozen; where the mine is not that any more, nothing moves (S14). */
  private async moveOn(tx: WriteTx, mine: HeldMine, submission: SubmissionEntity): Promise<void> {
    await this.refuseStuck(tx, mine, submission);
    await this.moves.pass(tx, mine, {
      move: 'advance',
      effectiveOn: submission.effectiveOn,
      reasonCode: null,
      reason: submission.remark,
    });
  }

  /** Nobody is asked again about what was answered by a later submission, nor about what could not be approved. */
  private async refuseReopening(tx: WriteTx, mine: HeldMine, submission: SubmissionEntity): Promise<void> {
    if (await this.submissions.isFollowed(tx, submission))
      throw refused('already-done', { state: submission.state });
    await this.refuseStuck(tx, mine, submission);
  }

  /** What changed since, and what stands in the way of the mine, be it that its clock stands still. */
  private async refuseStuck(tx: WriteTx, mine: HeldMine, submission: SubmissionEntity): Promise<void> {
    const facts = await this.moves.facts(tx, mine);
    const frozen = JSON.parse(submission.content) as FrozenContent;
    const now = await this.submissions.content(tx, mine, facts);
    if (mine.stage !== submission.stage || canonicalJson(asFrozen(now, frozen)) !== submission.content)
      throw refused('content-changed');
    const request = {
      move: 'advance',
      effectiveOn: submission.effectiveOn,
      today: this.clock.today(),
      stageSince: mine.stageSince,
      paused: facts.paused,
    } as const;
    throwIf(passRefusal(request, facts));
  }

  private levelOf({ actor }: Caller): ReviewLevel | null {
    const region = this.regions.tree.find(actor.regionCode);
    return region ? reviewLevelOf(region.level) : null;
  }
}
