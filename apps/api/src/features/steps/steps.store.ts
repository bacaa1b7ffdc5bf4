import { Injectable } from '@nestjs/common';
import type { KeptStep, PauseReason, Stage } from '@qingshan/domain';
import type { WriteTx } from '../../platform/database/database';

interface NewPause {
  readonly mineId: number;
  readonly stage: Stage;
  readonly reason: PauseReason;
  readonly note: string | null;
  readonly pausedOn: string;
}

const END_BELIEF = `UPDATE mine_step SET recorded_to = clock_timestamp()
  WHERE mine_id = $1 AND step = ANY($2::text[]) AND recorded_to = 'infinity'`;

const BELIEVE = `INSERT INTO mine_step (mine_id, step, planned_on, planned_since, forecast_on, actual_on, recorded_from)
  SELECT $1, s.step, s."plannedOn", s."plannedSince", s."forecastOn", s."actualOn", clock_timestamp()
  FROM jsonb_to_recordset($2::jsonb)
    AS s (step text, "plannedOn" date, "plannedSince" date, "forecastOn" date, "actualOn" date)`;

/** What is said of steps replaces what was believed, which stays on record; a pause is told, and ended. */
@Injectable()
export class StepsStore {
  async believe(tx: WriteTx, mineId: number, steps: readonly KeptStep[]): Promise<void> {
    await tx.rows(END_BELIEF, [mineId, steps.map(({ step }) => step)]);
    await tx.rows(BELIEVE, [mineId, JSON.stringify(steps)]);
  }

  async pause(tx: WriteTx, { mineId, stage, reason, note, pausedOn }: NewPause): Promise<void> {
    await tx.rows(
      `INSERT INTO mine_pause (mine_id, stage, reason, note, paused_on, paused_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp())`,
      [mineId, stage, reason, note, pausedOn],
    );
  }

  async resume(tx: WriteTx, mineId: number, resumedOn: string): Promise<void> {
    await tx.rows(
      `UPDATE mine_pause SET resumed_on = $2, resumed_at = clock_timestamp() WHERE mine_id = $1 AND resumed_on IS NULL`,
      [mineId, resumedOn],
    );
  }
}
