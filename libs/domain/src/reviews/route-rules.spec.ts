import { expect, test } from '@jest/globals';
import { REGION_LEVELS } from '../regions/region';
import { DEFAULT_ROUTES, REVIEW_LEVELS, type ReviewLevel } from './review-route';
import { routeRefusal } from './route-rules';

/** Every list of up to three levels, in every order, also with one of them twice. */
const LISTS: ReviewLevel[][] = [[]];
for (let length = 1; length <= 3; length += 1)
  LISTS.push(
    ...LISTS.filter((list) => list.length === length - 1).flatMap((list) =>
      REVIEW_LEVELS.map((level) => [...list, level]),
    ),
  );

const POSSIBLE = [
  'city',
  'province',
  'county,city',
  'county,province',
  'city,province',
  'county,city,province',
];

test('of every list of levels only those that climb and end above the county are routes', () => {
  expect(LISTS.length).toBe(40);
  for (const division of REGION_LEVELS) {
    const possible = LISTS.filter((levels) => routeRefusal(levels, division) === null).map(String);
    expect([division, possible]).toEqual([division, division === 'unassigned' ? [] : POSSIBLE]);
  }
});

test.each([
  [[], 'empty'],
  [['city', 'city'], 'twice'],
  [['county', 'city', 'county'], 'twice'],
  [['city', 'county'], 'order'],
  [['province', 'city'], 'order'],
  [['county'], 'notAbove'],
] as const)('%j is refused: %s', (levels, why) =>
  expect(routeRefusal(levels, 'city')).toEqual({ code: 'route-not-possible', data: { why } }),
);

test('the built-in routes are routes', () => {
  for (const levels of Object.values(DEFAULT_ROUTES)) expect(routeRefusal(levels, 'province')).toBeNull();
});
