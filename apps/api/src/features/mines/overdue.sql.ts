import { DUE_DAYS } from '@qingshan/domain';

const STAGES_DUE = Object.entries(DUE_DAYS);

/** Days on which the clock of a mine stood still in its present stage, until a day. */
const pausedDays = (mineId: string, day: string): string =>
  `(SELECT coalesce(sum(greatest(least(p.resumed_on, ${day}) - greatest(p.paused_on, m.stage_since), 0)), 0)::int
    FROM mine_pause p WHERE p.mine_id = ${mineId})`;

/**
 * Whether the stage of a mine `m` is past its due day, as `isOverdue` of the domain says it. A pause only ever moves the due
 * day on: who stands within the days of the stage is not looked up, and days are summed only of who was ever paused.
 *
 * @param mineId the mine, as SQL
 * @param day the day, as SQL
 */
export const overdueSql = (mineId: string, day: string): string => {
  const late = STAGES_DUE.map(([stage, days]) => `m.stage = '${stage}' AND m.stage_since < ${day} - ${days}`);
  const days = STAGES_DUE.map(([stage, count]) => `WHEN '${stage}' THEN ${count}`).join(' ');
  return `(${late.map((one) => `(${one})`).join(' OR ')})
    AND (${mineId} NOT IN (SELECT mine_id FROM mine_pause)
      OR m.stage_since + CASE m.stage ${days} END + ${pausedDays(mineId, day)} < ${day})`;
};
