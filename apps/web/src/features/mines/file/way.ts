import type { MineView } from '@qingshan/contracts';
import { LISTED_STAGES, NATURAL_RECOVERY, type Stage } from '@qingshan/domain';

export interface WayStep {
  readonly stage: Stage;
  readonly state: 'done' | 'now' | 'ahead' | 'skipped';
  /** The last stay in the stage. */
  readonly from: string | null;
  readonly to: string | null;
  /** When it was first recorded that the mine had come into the stage that day. */
  readonly recordedAt: string | null;
  /** How often the mine came into it; more than once after a step back or a relapse. */
  readonly times: number;
}

/** The way of a mine through the stages: where it has been, where it is, what lies ahead and what it goes past. */
export const wayOf = ({
  stage,
  stages,
  approach,
}: Pick<MineView, 'stage' | 'stages' | 'approach'>): WayStep[] => {
  // A removed mine stands where it was when it left the list.
  const reached =
    stage === 'removed'
      ? (stages.filter((stay) => stay.stage !== 'removed').at(-1)?.stage ?? 'survey')
      : stage;
  const at = LISTED_STAGES.findIndex((one) => one === reached);
  return LISTED_STAGES.map((one, index): WayStep => {
    const stays = stages.filter((stay) => stay.stage === one);
    const last = stays.at(-1);
    const shared = {
      stage: one,
      from: last?.from ?? null,
      to: last?.to ?? null,
      recordedAt: last?.recordedAt ?? null,
      times: stays.length,
    };
    if (one === stage) return { ...shared, state: 'now' };
    const passed = index < at || (stage === 'removed' && index === at);
    if (one === 'financing' && approach === NATURAL_RECOVERY && stays.length === 0)
      return { ...shared, state: 'skipped' };
    // What was reached once and is to be reached again lies ahead; its earlier dates stay on record.
    return { ...shared, state: passed ? 'done' : 'ahead' };
  });
};
