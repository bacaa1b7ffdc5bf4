import {
  POLICY,
  TRAIL_ACTIONS,
  TRAIL_TOPICS,
  type Act,
  type TrailAction,
  type TrailTopic,
} from '@qingshan/domain';
import type { TFunction } from 'i18next';

export const isAction = (text: string): text is TrailAction =>
  (TRAIL_ACTIONS as readonly string[]).includes(text);

const isTopic = (text: string): text is TrailTopic => (TRAIL_TOPICS as readonly string[]).includes(text);

export const isAct = (text: string): text is Act => text in POLICY;

/** What a filter of the trail asks for: one action, or all of a topic. */
export const askedAction = (t: TFunction, asked: string): string =>
  isTopic(asked) ? t(`trail.topic.${asked}`) : isAction(asked) ? t(`trail.action.${asked}`) : asked;
