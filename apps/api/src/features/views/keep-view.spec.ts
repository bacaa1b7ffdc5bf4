import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { viewRoutes, type SavedView } from '@qingshan/contracts';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';

let house: TestApp;
let official: Visitor;
let city: Visitor;
let neighbour: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
  city = await house.as('city');
  neighbour = await house.as('neighbour');
}, 60_000);
afterAll(() => house.close());

const save = (by: Visitor, name: string, shared = false) =>
  by.get(viewRoutes.save, { body: { name, shared, filter: { stage: ['planning'], sort: '-stageSince' } } });

const namesFor = async (somebody: Visitor): Promise<string[]> =>
  (await somebody.get(viewRoutes.list, {})).views.map(({ name }) => name);

test('a view keeps a filter as the ledger reads it', async () => {
  const view = await save(official, '停在规划的');
  expect(view).toMatchObject({
    name: '停在规划的',
    filter: { stage: ['planning'], sort: '-stageSince' },
    shared: false,
    own: true,
    version: 1,
  });
});

const LAYOUT = {
  density: 'compact',
  hidden: ['town'],
  order: ['name'],
  pinned: [],
  widths: { stage: 210 },
} as const;

test('a view keeps how it is drawn, until that is taken from it', async () => {
  const body = { name: '按列看', shared: true, filter: { stage: ['survey'] }, layout: LAYOUT };
  const reply = await city.inject({ method: 'POST', url: '/api/views', payload: body });
  const view = reply.json<SavedView>();
  expect([reply.statusCode, view.layout]).toEqual([201, LAYOUT]);
  const seen = (await neighbour.get(viewRoutes.list, {})).views.find(({ id }) => id === view.id);
  expect(seen?.layout).toEqual(LAYOUT);
  expect((await change(city, view, { layout: null })).body.layout).toBeNull();
  expect((await save(official, '不带列')).layout).toBeNull();
});

test.each([
  ['a column without a name', { ...LAYOUT, hidden: [''] }],
  [
    'more columns than there are',
    { ...LAYOUT, order: Array.from({ length: 61 }, (_, index) => `c${index}`) },
  ],
  ['a width of nothing', { ...LAYOUT, widths: { stage: 0 } }],
  ['a density nobody knows', { ...LAYOUT, density: 'tiny' }],
  ['what no view has', { ...LAYOUT, script: 'alert(1)' }],
])('%s is no way to draw a view', async (_, layout) => {
  const payload = { name: '画不出', shared: false, filter: {}, layout };
  expect((await official.inject({ method: 'POST', url: '/api/views', payload })).statusCode).toBe(400);
});

test('what is not shared is seen by nobody else', async () => {
  await save(city, '市里自己看的');
  expect(await namesFor(official)).not.toContain('市里自己看的');
});

test('what a city shares reaches its counties, what a county shares does not reach another', async () => {
  await save(city, '全市共用', true);
  await save(official, '本县共用', true);
  expect(await namesFor(neighbour)).toContain('全市共用');
  expect(await namesFor(neighbour)).not.toContain('本县共用');
  expect(await namesFor(city)).not.toContain('本县共用');
});

const change = (by: Visitor, view: SavedView, changes: object) =>
  by.call(viewRoutes.edit, { params: { id: view.id }, body: { version: view.version, ...changes } });

test('only its owner changes a view or takes it away; for others it is not there', async () => {
  const view = await save(city, '别人动不了', true);
  expect((await change(neighbour, view, { name: '改' })).problem.code).toBe('not-found');
  const removal = await neighbour.call(viewRoutes.remove, { params: { id: view.id }, body: { version: 1 } });
  expect(removal.problem.code).toBe('not-found');
  expect(await namesFor(city)).toContain('别人动不了');
});

test('a change from an old version is refused, and one from the present raises it', async () => {
  const view = await save(official, '两处同改');
  expect((await change(official, view, { shared: true })).body.version).toBe(2);
  const late = await change(official, view, { name: '晚了' });
  expect([late.status, late.problem.code]).toEqual([409, 'version-conflict']);
});

test('one’s own names differ; a name that was taken away is free again', async () => {
  const view = await save(official, '同名');
  const again = await official.call(viewRoutes.save, { body: { name: '同名', shared: false, filter: {} } });
  expect(again.problem.code).toBe('already-exists');
  const left = await official.get(viewRoutes.remove, { params: { id: view.id }, body: { version: 1 } });
  expect(left.views.map(({ name }) => name)).not.toContain('同名');
  expect((await save(official, '同名')).name).toBe('同名');
});

test('a filter that the ledger would not understand is not kept', async () => {
  const reply = await official.inject({
    method: 'POST',
    url: '/api/views',
    payload: { name: 'x', shared: false, filter: { sort: 'password_hash' } },
  });
  expect(reply.statusCode).toBe(400);
});

test('each act leaves its entry in the trail', async () => {
  const view = await save(official, '留痕');
  await change(official, view, { name: '留痕二' });
  const rows = await house.sql<{ action: string }>(
    `SELECT action FROM trail WHERE subject = '留痕' ORDER BY id`,
  );
  expect(rows.map(({ action }) => action)).toEqual(['view.saved', 'view.edited']);
});
