import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  canonicalJson,
  frozenContent,
  type Decision,
  type FrozenContent,
  type FrozenDocument,
  type GateFacts,
  type ReviewLevel,
  type Stage,
  type SubmissionState,
} from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import type { Rows, WriteTx } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { SubmissionEntity } from './submission.row';

interface NewReview {
  readonly decision: Decision;
  readonly personId: number;
  readonly level: ReviewLevel | null;
  /** In whose name, where somebody stands in. */
  readonly forPersonId: number | null;
  readonly reasons?: readonly string[];
  readonly fields?: readonly unknown[];
  readonly remark?: string | null;
}

const DOCUMENTS = `SELECT type, stage, file_name AS "fileName", sha256 FROM document
  WHERE mine_id = $1 AND removed_at IS NULL`;

/**
 * Who changed the mine $1 while it stood in the stage $2, since that stage was last approved: a mine that went back, or off
 * the list, and came again is still their work. Of a correction it is also who proposed it.
 */
const EDITORS = `
  WITH moved AS (
    SELECT id, before ->> 'stage' AS "from", after ->> 'stage' AS "to", detail ->> 'move' AS move FROM trail
    WHERE mine_id = $1 AND outcome = 'done' AND action = 'mine.moved')
  SELECT DISTINCT p.id AS "personId" FROM trail t, unnest(ARRAY[t.person_id, (t.detail ->> 'proposedBy')::bigint]) AS p (id)
  WHERE t.mine_id = $1 AND t.outcome = 'done' AND p.id IS NOT NULL AND t.action IN ('mine.created', 'mine.edited',
      'mine.imported', 'patch.added', 'patch.edited', 'step.dated', 'document.added', 'document.removed')
    AND t.id > coalesce((SELECT max(id) FROM moved WHERE "from" = $2 AND move = 'advance'), 0)
    AND coalesce((SELECT "to" FROM moved WHERE id < t.id ORDER BY id DESC LIMIT 1),
      (SELECT "from" FROM moved ORDER BY id LIMIT 1), $2) = $2`;

/** Submissions are frozen, climb, and close; every decision is a row that stays. */
@Injectable()
export class SubmissionsStore {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** All that is judged of a mine when it leaves the stage, as it is now, in its one order. */
  async content(
    rows: Rows,
    { id, stage }: { readonly id: number; readonly stage: Stage },
    { mine, patches, steps }: Pick<GateFacts, 'mine' | 'patches' | 'steps'>,
  ): Promise<FrozenContent> {
    const documents = await rows.rows<FrozenDocument>(DOCUMENTS, [id]);
    return frozenContent({ stage, mine, patches, documents, steps });
  }

  async add(
    tx: WriteTx,
    {
      content,
      ...submission
    }: Pick<
      SubmissionEntity,
      'mineId' | 'stage' | 'effectiveOn' | 'remark' | 'personId' | 'editedBy' | 'levels'
    > & {
      content: FrozenContent;
    },
  ): Promise<{ id: number; contentHash: string }> {
    const text = canonicalJson(content);
    const contentHash = createHash('sha256').update(text).digest('hex');
    const { identifiers } = await tx.manager.insert(SubmissionEntity, {
      ...submission,
      content: text,
      contentHash,
      at: 0,
      state: 'pending',
      submittedAt: this.clock.now(),
      version: 1,
    });
    return { id: Number(identifiers[0]?.id), contentHash };
  }

  /** Held until the transaction ends; another version is a conflict. */
  async hold(tx: WriteTx, id: number, version: number): Promise<SubmissionEntity> {
    const submission = await this.find(tx, id);
    if (submission.version !== version) throw refused('version-conflict', { version: submission.version });
    return submission;
  }

  async mineOf(tx: WriteTx, id: number): Promise<number> {
    const [found] = await tx.rows<{ mineId: number }>(
      'SELECT mine_id AS "mineId" FROM submission WHERE id = $1',
      [id],
    );
    if (!found) throw refused('not-found');
    return found.mineId;
  }

  private async find(tx: WriteTx, id: number): Promise<SubmissionEntity> {
    const submission = await tx.manager.findOne(SubmissionEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!submission) throw refused('not-found');
    return submission;
  }

  /** Whether its mine was submitted again after it. */
  async isFollowed(rows: Rows, { id, mineId }: Pick<SubmissionEntity, 'id' | 'mineId'>): Promise<boolean> {
    const later = await rows.rows('SELECT FROM submission WHERE mine_id = $1 AND id > $2 LIMIT 1', [
      mineId,
      id,
    ]);
    return later.length > 0;
  }

  /** Who approved it below, and in whose name. */
  async approvedBy(rows: Rows, id: number): Promise<number[]> {
    const found = await rows.rows<{ personId: number }>(
      `SELECT DISTINCT unnest(ARRAY[person_id, for_person_id]) AS "personId" FROM review
       WHERE submission_id = $1 AND decision = 'approve'`,
      [id],
    );
    return found.flatMap(({ personId }) => (personId === null ? [] : [Number(personId)]));
  }

  /** Who changed the mine in its stage: the work is theirs as much as who submits it. */
  async editedBy(
    rows: Rows,
    { id, stage }: { readonly id: number; readonly stage: Stage },
  ): Promise<number[]> {
    const found = await rows.rows<{ personId: number }>(EDITORS, [id, stage]);
    return found.map(({ personId }) => Number(personId));
  }

  /** Writes the decision and where the submission stands after it. */
  async decide(
    tx: WriteTx,
    submission: SubmissionEntity,
    after: { readonly state: SubmissionState; readonly at: number },
    review: NewReview,
  ): Promise<void> {
    const { affected } = await tx.manager.update(
      SubmissionEntity,
      { id: submission.id, version: submission.version },
      {
        ...after,
        closedAt: after.state === 'pending' ? null : this.clock.now(),
        version: submission.version + 1,
      },
    );
    if (affected !== 1) throw refused('version-conflict');
    await tx.rows(
      `INSERT INTO review (submission_id, level, decision, person_id, for_person_id, decided_at, content_hash, reasons, fields, remark)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        submission.id,
        review.level,
        review.decision,
        review.personId,
        review.forPersonId,
        this.clock.now(),
        submission.contentHash,
        review.reasons ?? [],
        JSON.stringify(review.fields ?? []),
        review.remark ?? null,
      ],
    );
  }
}
