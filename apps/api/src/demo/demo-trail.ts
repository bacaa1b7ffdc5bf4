import { MINE_FIELDS, type TrailAction } from '@qingshan/domain';
import { demoPlan, type DemoMine, type DemoPeriod } from '@qingshan/fixtures';
import { bodyText } from '../platform/trail/entry-body';
import type { Value } from './copy-in';

/** Office hours of the day a demo change took effect: nothing in the demo's past is told late. */
export const recordedAt = (day: string): string => `${day}T10:00:00+08:00`;

/** The same moment as the trail writes it. */
const atOf = (day: string): string => `${day}T02:00:00.000000Z`;

const DEMO = { demo: true };

export const DEMO_TRAIL_COLUMNS = [
  'recorded_at',
  'action',
  'mine_id',
  'subject',
  'effective_on',
  'before',
  'after',
  'remark',
  'detail',
  'body',
];

/** The story of each demo mine, told by the differences between its periods, as the acts would have recorded it. */
export function* demoTrail(mines: readonly DemoMine[]): Generator<Value[]> {
  for (const [index, mine] of mines.entries()) {
    const { periods } = mine;
    const entry = (
      period: DemoPeriod,
      action: TrailAction,
      before: object | null,
      after: object,
    ): Value[] => {
      const { validFrom, remark, facts } = period;
      const body = bodyText(atOf(validFrom), {
        personId: null,
        action,
        outcome: 'done',
        mineId: index + 1,
        subject: facts.number,
        effectiveOn: validFrom,
        before,
        after,
        remark: remark ?? null,
        address: null,
        detail: DEMO,
      });
      return [
        recordedAt(validFrom),
        action,
        index + 1,
        facts.number,
        validFrom,
        before && JSON.stringify(before),
        JSON.stringify(after),
        remark,
        JSON.stringify(DEMO),
        `\\x${Buffer.from(body).toString('hex')}`,
      ];
    };
    for (const [place, period] of periods.entries()) {
      const earlier = periods[place - 1];
      if (!earlier) {
        yield entry(period, 'mine.created', null, {
          number: period.facts.number,
          name: period.facts.name,
          stage: period.stage,
        });
        continue;
      }
      const { before, after } = differences(earlier, period);
      if (Object.keys(after).length > 0) yield entry(period, 'mine.edited', before, after);
      if (earlier.stage !== period.stage)
        yield entry(period, 'mine.moved', { stage: earlier.stage }, { stage: period.stage });
    }
    const plan = demoPlan(mine);
    const last = periods.at(-1);
    if (plan && last) {
      const said = plan.steps.flatMap(({ step, plannedOn, forecastOn }) => [
        [`${step}.plannedOn`, plannedOn],
        ...(forecastOn === null ? [] : [[`${step}.forecastOn`, forecastOn]]),
      ]);
      const nothing = said.map(([name]) => [name, null]);
      yield entry(
        last,
        'step.dated',
        Object.fromEntries(nothing) as object,
        Object.fromEntries(said) as object,
      );
    }
  }
}

const differences = (earlier: DemoPeriod, later: DemoPeriod) => {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  const compare = (field: string, one: unknown, other: unknown) => {
    if (one === other) return;
    before[field] = one;
    after[field] = other;
  };
  for (const field of MINE_FIELDS) compare(field, earlier.facts[field], later.facts[field]);
  compare('damagedSquareMetres', earlier.damagedSquareMetres, later.damagedSquareMetres);
  compare('restoredSquareMetres', earlier.restoredSquareMetres, later.restoredSquareMetres);
  return { before, after };
};
