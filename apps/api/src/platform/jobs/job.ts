import type { WriteTx } from '../database/database';
import type { Caller } from '../http/caller';

/** Long work, done in steps that each are one transaction. */
export interface Job {
  readonly id: number;
  readonly kind: string;
  readonly subjectId: number;
  readonly done: number;
  readonly total: number;
}

/** What one step achieved: how far the work is now, and whether that is all. */
export interface StepResult {
  readonly done: number;
  readonly finished: boolean;
}

/** A kind of work. `step` does the next piece in the given transaction; `failed` says so where a person looks. */
export interface JobHandler {
  readonly kind: string;
  step(tx: WriteTx, job: Job, caller: Caller): Promise<StepResult>;
  failed(tx: WriteTx, job: Job): Promise<void>;
}
