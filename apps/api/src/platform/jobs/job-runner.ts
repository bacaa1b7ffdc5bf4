import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Role } from '@qingshan/domain';
import { Database, type WriteTx } from '../database/database';
import type { Caller } from '../http/caller';
import { isDatabaseAway } from '../database/away';
import { sqlState } from '../database/retry';
import type { Job, JobHandler } from './job';

const IDLE_MS = 1_000;

/** A statement that took longer than it may takes as long the next time: tried for ever, it would keep all other work waiting. */
const TOO_SLOW = '57014';

/** Another instance is at it. */
class TakenByAnother extends Error {}

interface Candidate extends Job {
  readonly personId: number;
  readonly name: string;
  readonly role: Role;
  readonly regionCode: string;
  readonly disabled: boolean;
}

const NEXT = `
  SELECT j.id, j.kind, j.subject_id AS "subjectId", j.done, j.total, p.id AS "personId", p.name, p.role,
         p.region_code AS "regionCode", p.disabled_at IS NOT NULL AS disabled
  FROM job j JOIN person p ON p.id = j.person_id
  WHERE j.state = 'running' ORDER BY j.updated_at, j.id LIMIT 1`;

/**
 * Works on jobs, a step at a time, on any number of instances: a step locks the job's row and commits its work and its
 * progress together. A killed process leaves the lock to PostgreSQL, and the next one goes on behind the last step.
 */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly handlers = new Map<string, JobHandler>();
  private stopped = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(@Inject(Database) private readonly database: Database) {}

  register(handler: JobHandler): void {
    this.handlers.set(handler.kind, handler);
  }

  /** There is new work: does not wait for the next look. */
  kick(): void {
    this.wake();
  }

  onApplicationBootstrap(): void {
    this.running = this.work();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      const busy = await this.step().catch(() => false);
      if (!busy && !this.stopped) await this.rest();
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Whether there was something to do. */
  private async step(): Promise<boolean> {
    const [job] = await this.database.rows<Candidate>(NEXT);
    if (!job) return false;
    try {
      await this.database.write(callerOf(job), (tx) => this.advance(tx, job));
      return true;
    } catch (error) {
      if (error instanceof TakenByAnother) return false;
      if (isDatabaseAway(error) && sqlState(error) !== TOO_SLOW) throw error;
      await this.giveUp(job, error);
      return true;
    }
  }

  private async advance(tx: WriteTx, candidate: Candidate): Promise<void> {
    const [locked] = await tx.rows<{ done: number }>(
      `SELECT done FROM job WHERE id = $1 AND state = 'running' FOR UPDATE SKIP LOCKED`,
      [candidate.id],
    );
    if (!locked) throw new TakenByAnother();
    const job = { ...candidate, done: locked.done };
    const handler = this.handlers.get(job.kind);
    if (!handler || job.disabled)
      throw new Error(handler ? 'the account was disabled' : `no handler for ${job.kind}`);
    const { done, finished } = await handler.step(tx, job, callerOf(job));
    await tx.rows(`UPDATE job SET done = $2, state = $3, updated_at = clock_timestamp() WHERE id = $1`, [
      job.id,
      done,
      finished ? 'done' : 'running',
    ]);
  }

  /** What fails on its own account fails again: the job stops, and says so. */
  private async giveUp(job: Candidate, error: unknown): Promise<void> {
    await this.database.write(callerOf(job), async (tx) => {
      await tx.rows(
        `UPDATE job SET state = 'failed', error = $2, updated_at = clock_timestamp() WHERE id = $1`,
        [job.id, String(error).slice(0, 500)],
      );
      await this.handlers.get(job.kind)?.failed(tx, job);
      await tx.record({
        action: 'job.failed',
        outcome: 'refused',
        subject: job.kind,
        detail: { jobId: job.id },
      });
    });
  }
}

const callerOf = ({ id, personId, name, role, regionCode }: Candidate): Caller => ({
  actor: { personId, name, role, regionCode },
  address: '127.0.0.1',
  requestId: `job-${id}`,
});
