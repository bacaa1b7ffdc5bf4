import type { MineView } from '@qingshan/contracts';
import type { StagePeriod } from './mines.queries';

/** Periods told apart only by other facts become one stay in a stage. */
export const mergeStages = (periods: readonly StagePeriod[]): MineView['stages'] => {
  const stays: MineView['stages'] = [];
  for (const { stage, from, to } of periods) {
    const end = to === 'infinity' ? null : to;
    const last = stays.at(-1);
    if (last?.stage === stage) stays[stays.length - 1] = { ...last, to: end };
    else stays.push({ stage, from, to: end });
  }
  return stays;
};
