import { refuse, type Refusal } from '@qingshan/domain';
import { columnOf } from './mine-columns';

/** How a mine stood from a day on, as the database keeps it: facts by column. */
export interface Period {
  readonly since: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Why a change of these fields cannot take effect on that day: the mine was not found yet, or one of the fields was
 * changed again later. `periods` are the ones that last beyond the day, oldest first.
 */
export const laterChange = (
  periods: readonly Period[],
  fields: readonly string[],
  effectiveOn: string,
): Refusal | null => {
  const [first, ...later] = periods;
  if (first && first.since > effectiveOn) return refuse('date-before-stage', { since: first.since });
  let previous = first;
  for (const period of later) {
    const field = fields.find((one) => period.facts[columnOf(one)] !== previous?.facts[columnOf(one)]);
    if (field) return refuse('date-before-change', { field, since: period.since });
    previous = period;
  }
  return null;
};

/** Periods that last beyond a day, of one mine or of many. */
export const PERIODS_BEYOND = `
  SELECT p.mine_id AS "mineId", p.valid_from AS since, to_jsonb(p) AS facts FROM mine_period p
  WHERE p.mine_id = ANY($1::bigint[]) AND p.recorded_to = 'infinity' AND p.valid_to > $2
  ORDER BY p.mine_id, p.valid_from`;
