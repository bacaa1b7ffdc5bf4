import { expect, test } from '@jest/globals';
import { daysBetween } from '@qingshan/domain';
import { wayOf } from './way';

const stay = (
  stage: 'survey' | 'planning' | 'completion' | 'restored' | 'removed',
  from: string,
  to: string | null,
) => ({
  stage,
  from,
  to,
  recordedAt: `${from}T02:00:00Z`,
});

test('a mine of natural recovery goes past financing', () => {
  const way = wayOf({
    stage: 'completion',
    approach: 'A',
    stages: [
      stay('survey', '2020-01-01', '2020-06-01'),
      stay('planning', '2020-06-01', '2021-01-01'),
      stay('completion', '2021-01-01', null),
    ],
  });
  expect(way.map(({ state }) => state)).toEqual(['done', 'done', 'skipped', 'now', 'ahead']);
});

test('after a relapse the works are under way a second time and the restored stage lies ahead with its old dates', () => {
  const way = wayOf({
    stage: 'completion',
    approach: 'C',
    stages: [
      stay('completion', '2021-01-01', '2022-01-01'),
      stay('restored', '2022-01-01', '2024-03-01'),
      stay('completion', '2024-03-01', null),
    ],
  });
  expect(way.find(({ stage }) => stage === 'completion')).toMatchObject({ times: 2, state: 'now' });
  expect(way.at(-1)).toMatchObject({ state: 'ahead', from: '2022-01-01', to: '2024-03-01' });
});

test('a removed mine is in no stage, and what it had reached stays done', () => {
  const way = wayOf({
    stage: 'removed',
    approach: null,
    stages: [stay('survey', '2020-01-01', '2024-07-17'), stay('removed', '2024-07-17', null)],
  });
  expect(way.map(({ state }) => state)).toEqual(['done', 'ahead', 'ahead', 'ahead', 'ahead']);
});

test('days are counted over leap years', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
});
