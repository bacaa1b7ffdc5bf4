import { expect, test } from '@jest/globals';
import { TRAIL_ACTIONS, TRAIL_TOPICS, trailActionsOf } from './actions';

test('a topic stands for all its actions, an action for itself', () => {
  expect(trailActionsOf('password')).toEqual(['password.changed', 'password.reset']);
  expect(trailActionsOf('password.reset')).toEqual(['password.reset']);
});

test('the topics together are all actions', () => {
  expect(TRAIL_TOPICS.flatMap(trailActionsOf)).toEqual([...TRAIL_ACTIONS]);
});
