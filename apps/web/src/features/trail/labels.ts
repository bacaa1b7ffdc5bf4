import { POLICY, TRAIL_ACTIONS, type Act, type TrailAction } from '@qingshan/domain';

export const isAction = (text: string): text is TrailAction =>
  (TRAIL_ACTIONS as readonly string[]).includes(text);

export const isAct = (text: string): text is Act => text in POLICY;
