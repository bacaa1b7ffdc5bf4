import { MINE_FIELDS, type TrailAction } from '@qingshan/domain';
import type { DemoMine, DemoPeriod } from '@qingshan/fixtures';
import type { Value } from './copy-in';

/** Office hours of the day a demo change took effect: nothing in the demo's past is told late. */
export const recordedAt = (day: string): string => `${day}T10:00:00+08:00`;

const DEMO = JSON.stringify({ demo: true });

/** The story of each demo mine, told by the differences between its periods, as the acts would have recorded it. */
export function* demoTrail(mines: readonly DemoMine[]): Generator<Value[]> {
  for (const [index, { periods }] of mines.entries()) {
    const entry = (
      period: DemoPeriod,
      action: TrailAction,
      before: object | null,
      after: object,
    ): Value[] => [
      recordedAt(period.validFrom),
      action,
      index + 1,
      period.facts.number,
      period.validFrom,
      before && JSON.stringify(before),
      JSON.stringify(after),
      period.remark,
      DEMO,
    ];
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
