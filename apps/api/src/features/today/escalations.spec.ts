import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reviewRouteRoutes, todayRoutes } from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { approve, submit } from '../../testing/walk';

const MANAGERS = ['county', 'city', 'manager'] as const;

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
}, 60_000);
afterAll(() => house.close());

/** Who of the county, the city and the province is shown a mine, and in which of the two lists. */
const shownTo = async (mineId: number) => {
  const seen: string[] = [];
  for (const username of MANAGERS) {
    const { overdue, waiting } = await (await signIn(house.inject, username)).get(todayRoutes.escalated, {});
    if (overdue.items.some((one) => one.mineId === mineId)) seen.push(`${username} overdue`);
    if (waiting.items.some((one) => one.mineId === mineId)) seen.push(`${username} waiting`);
  }
  return seen;
};

test.each([
  // A survey may take 180 days; it is 2026-11-24.
  ['2026-05-13', []],
  ['2026-05-12', ['county overdue']],
  ['2026-04-28', ['county overdue']],
  ['2026-04-27', ['county overdue', 'city overdue']],
  ['2026-02-27', ['county overdue', 'city overdue']],
  ['2026-02-26', ['county overdue', 'city overdue', 'manager overdue']],
] as const)('a survey begun on %s is shown to %j', async (effectiveOn, expected) => {
  const { id } = await enterMine(official, { effectiveOn });
  expect(await shownTo(id)).toEqual(expected);
});

test('what waits for a level is shown above it once that level is late, and to nobody once it has climbed', async () => {
  const start = house.clock.now();
  const mine = await enterMine(official, { effectiveOn: '2026-11-01' });
  await submit(official, mine, '2026-11-10');
  const later = async (days: number) => {
    house.clock.set(new Date(start.getTime() + days * 86_400_000));
    return shownTo(mine.id);
  };
  // Ten days to decide, then five more.
  expect(await later(15)).toEqual([]);
  expect(await later(16)).toEqual(['manager waiting']);
  house.clock.set(start);
});

test('the days of a level count from when it came there', async () => {
  const start = house.clock.now();
  await (
    await house.as('sysadmin')
  ).get(reviewRouteRoutes.set, {
    body: {
      regionCode: '360704',
      stage: 'survey',
      version: 0,
      levels: ['county', 'city'],
      effectiveOn: '2026-11-24',
      reason: '先自验',
    },
  });
  const mine = await enterMine(official, { effectiveOn: '2026-11-01' });
  const submission = await submit(official, mine, '2026-11-10');
  const on = (days: number) => house.clock.set(new Date(start.getTime() + days * 86_400_000));
  on(16);
  expect(await shownTo(mine.id)).toEqual(['city waiting']);
  await approve(await signIn(house.inject, 'county'), submission);
  expect(await shownTo(mine.id)).toEqual([]);
  on(32);
  expect(await shownTo(mine.id)).toEqual(['manager waiting']);
  house.clock.set(start);
});

test('one’s own divisions only, and only for who decides', async () => {
  const neighbour = await house.as('neighbour');
  const { id } = await enterMine(neighbour, { facts: { regionCode: '360722' }, effectiveOn: '2026-01-01' });
  expect(await shownTo(id)).toEqual(['city overdue', 'manager overdue']);
  for (const who of ['official', 'auditor', 'sysadmin'] as const)
    expect((await (await signIn(house.inject, who)).call(todayRoutes.escalated, {})).status).toBe(403);
});
