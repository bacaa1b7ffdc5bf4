import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reviewRouteRoutes, reviewRoutes, trailRoutes } from '@qingshan/contracts';
import type { ReviewLevel } from '@qingshan/domain';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { approve, submit } from '../../testing/walk';

const TODAY = '2026-11-24';
const LATER = '2026-12-01';

let house: TestApp;
let sysadmin: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  sysadmin = await house.as('sysadmin');
}, 60_000);
afterAll(() => house.close());

const routeOf = async (region: string, stage = 'survey') => {
  const { routes } = await sysadmin.get(reviewRouteRoutes.read, { query: { region } });
  return routes.find((one) => one.stage === stage);
};

const change = async (regionCode: string, levels: ReviewLevel[] | null, more: object = {}) => ({
  regionCode,
  stage: 'survey' as const,
  version: (await routeOf(regionCode))?.version ?? 0,
  levels,
  effectiveOn: TODAY,
  reason: '试点要求省级复核',
  ...more,
});

const set = async (...given: Parameters<typeof change>) =>
  sysadmin.get(reviewRouteRoutes.set, { body: await change(...given) });

const levelsAt = async (username: 'official' | 'neighbour') => {
  const by = await house.as(username);
  const regionCode = username === 'official' ? '360704' : '360722';
  return (await submit(by, await enterMine(by, { facts: { regionCode } }), '2026-04-01')).levels;
};

test('without a word of its own a division follows the one above, at last the built-in route', async () => {
  expect(await routeOf('360704')).toMatchObject({ levels: ['city'], from: null, version: 0, changes: [] });
  expect(await routeOf('360704', 'completion')).toMatchObject({ levels: ['county', 'city', 'province'] });
  await set('360000', ['city', 'province']);
  expect(await routeOf('360704')).toMatchObject({ levels: ['city', 'province'], from: '360000' });
  const { own } = await set('360722', ['province']);
  expect(own).toEqual([
    { regionCode: '360000', stage: 'survey' },
    { regionCode: '360722', stage: 'survey' },
  ]);
  expect([await levelsAt('official'), await levelsAt('neighbour')]).toEqual([
    ['city', 'province'],
    ['province'],
  ]);
  await set('360722', null);
  expect(await routeOf('360722')).toMatchObject({ levels: ['city', 'province'], from: '360000', version: 2 });
  await set('360000', null);
  expect([await levelsAt('official'), await levelsAt('neighbour')]).toEqual([['city'], ['city']]);
});

test('what is under way keeps the route it froze', async () => {
  const official = await house.as('official');
  const submission = await submit(official, await enterMine(official), '2026-04-01');
  await set('360704', ['county', 'province']);
  const approved = await approve(await house.as('city'), submission);
  expect(approved).toMatchObject({ state: 'approved', levels: ['city'] });
  expect(await levelsAt('official')).toEqual(['county', 'province']);
  await set('360704', null);
});

test('a change for a later day waits for it, and is shown before it holds', async () => {
  await set('360704', ['county', 'city'], { effectiveOn: LATER });
  expect(await routeOf('360704')).toMatchObject({
    levels: ['city'],
    from: null,
    changes: [{ effectiveOn: LATER, levels: ['county', 'city'], personName: '系统管理员' }, {}, {}],
  });
  expect(await levelsAt('official')).toEqual(['city']);
  const before = house.clock.now();
  house.clock.set(new Date('2026-11-30T16:00:00Z'));
  sysadmin = await signIn(house.inject, 'sysadmin');
  expect(await routeOf('360704')).toMatchObject({ levels: ['county', 'city'], from: '360704' });
  await set('360704', null, { effectiveOn: LATER });
  house.clock.set(before);
  sysadmin = await signIn(house.inject, 'sysadmin');
});

test.each([
  [[], 'empty'],
  [['city', 'county'], 'order'],
  [['city', 'city'], 'twice'],
  [['county'], 'notAbove'],
] as const)('a route of %j is refused: %s', async (levels, why) => {
  const { problem } = await sysadmin.call(reviewRouteRoutes.set, {
    body: await change('360700', [...levels]),
  });
  expect(problem).toMatchObject({ status: 422, code: 'route-not-possible', data: { why } });
});

test('so are another level, a past day, no reason, nothing new, and a division that is not there', async () => {
  const call = async (body: object) =>
    (await sysadmin.call(reviewRouteRoutes.set, { body: body as never })).problem;
  const good = await change('360700', ['province']);
  expect(await call({ ...good, levels: ['nation'] })).toMatchObject({ status: 400, code: 'invalid-input' });
  expect(await call({ ...good, effectiveOn: '2026-11-23' })).toMatchObject({
    status: 422,
    code: 'date-in-past',
  });
  expect(await call({ ...good, reason: '  ' })).toMatchObject({ code: 'invalid-input' });
  expect(await call({ ...good, levels: null })).toMatchObject({ data: { why: 'nothing-changed' } });
  expect(await call({ ...good, regionCode: '999999' })).toMatchObject({ data: { field: 'regionCode' } });
  expect(await call({ ...good, regionCode: '360000-00' })).toMatchObject({ data: { why: 'nowhere' } });
  expect((await sysadmin.call(reviewRouteRoutes.read, { query: { region: '999999' } })).status).toBe(404);
  expect((await routeOf('360700'))?.version).toBe(0);
});

test('two who change it at once, and a double click, make one change', async () => {
  const body = await change('360700', ['province']);
  const tries = await Promise.all([1, 2, 3].map(() => sysadmin.call(reviewRouteRoutes.set, { body })));
  expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const key = { 'idempotency-key': 'route-once-1' };
  const back = await change('360700', null);
  const twice = [
    await sysadmin.call(reviewRouteRoutes.set, { body: back, headers: key }),
    await sysadmin.call(reviewRouteRoutes.set, { body: back, headers: key }),
  ];
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  expect(await routeOf('360700')).toMatchObject({ version: 2, from: null });
});

test('the trail says what it was, what it is, from when and why; the past of a route cannot be rewritten', async () => {
  await set('360700', ['county', 'city', 'province']);
  const auditadmin = await house.as('auditadmin');
  const { entries } = await auditadmin.get(trailRoutes.list, { query: { action: 'route' } });
  expect(entries[0]).toMatchObject({
    action: 'route.set',
    subject: '360700',
    effectiveOn: TODAY,
    remark: '试点要求省级复核',
    before: { submittedStage: 'survey', levels: ['city'] },
    after: { submittedStage: 'survey', levels: ['county', 'city', 'province'] },
  });
  await expect(house.sql(`UPDATE review_route SET levels = '{city}'`)).rejects.toThrow();
  await expect(house.sql('DELETE FROM review_route')).rejects.toThrow();
});

test('who reviews does not say how', async () => {
  const manager = await house.as('manager');
  expect((await manager.call(reviewRouteRoutes.set, { body: await change('360700', ['city']) })).status).toBe(
    403,
  );
  expect((await manager.call(reviewRoutes.list, {})).status).toBe(200);
});
