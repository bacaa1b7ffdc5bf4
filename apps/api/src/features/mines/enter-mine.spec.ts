import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import { aFoundMine, enterMine } from '../../testing/enter-mine';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { move } from '../../testing/walk';

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
}, 60_000);
afterAll(() => house.close());

const tryToEnter = (wanted: Parameters<typeof aFoundMine>[0], by = official) =>
  by.call(mineRoutes.create, { body: aFoundMine(wanted) });
const mines = async () => (await house.sql('SELECT FROM mine')).length;

test('a mine that was found starts in the survey on the day it was found, its area the sum of its patches', async () => {
  const mine = await enterMine(official, {
    patches: [{ areaSquareMetres: '100.5' }, { areaSquareMetres: '0.07', restoredSquareMetres: '0.05' }],
  });
  expect(mine).toMatchObject({
    stage: 'survey',
    stageSince: '2026-03-02',
    version: 1,
    damagedSquareMetres: '100.57',
    restoredSquareMetres: '0.05',
    stages: [{ stage: 'survey', from: '2026-03-02', to: null }],
  });
  expect(mine.patches.map(({ areaSquareMetres }) => areaSquareMetres)).toEqual(['100.50', '0.07']);
});

test('a mine without polygons may be entered; its gate says that they are missing', async () => {
  const mine = await enterMine(official, { patches: [] });
  expect(mine.damagedSquareMetres).toBe('0.00');
  expect(mine.gate.find(({ criterion }) => criterion === 'patchesMeasured')?.state).toBe('notMet');
});

test('a mine is found by one Chinese character, by two, by its number and by its town', async () => {
  const mine = await enterMine(official, { facts: { name: '猫儿岽老采石场', town: '五云镇' } });
  for (const q of ['岽', '猫儿', '老采', mine.number, mine.number.toLowerCase(), '五云', '岽 五云']) {
    const { rows } = await official.get(mineRoutes.list, { query: { q } });
    expect(rows.map(({ id }) => id)).toEqual([mine.id]);
  }
  expect((await official.get(mineRoutes.list, { query: { q: '岽 六云' } })).total).toBe(0);
  for (const q of ['%', '_', '\\', "'", '猫%场'])
    expect((await official.get(mineRoutes.list, { query: { q } })).total).toBe(0);
});

test('the same mine number is entered once, the same patch number too, also when sent together', async () => {
  const body = aFoundMine();
  const answers = await Promise.all([1, 2, 3].map(() => official.call(mineRoutes.create, { body })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const patchTaken = await official.call(mineRoutes.create, {
    body: { ...aFoundMine(), patches: body.patches },
  });
  expect(patchTaken.problem).toMatchObject({ status: 409, code: 'already-exists' });
});

test.each([
  ['in another county', { facts: { regionCode: '360722' } }, 422, 'scope-not-allowed'],
  ['on a city', { facts: { regionCode: '360700' } }, 422, 'scope-not-allowed'],
  ['in a county that is not', { facts: { regionCode: '999999' } }, 422, 'scope-not-allowed'],
  ['tomorrow', { effectiveOn: '2026-11-25' }, 422, 'date-in-future'],
  ['with half a coordinate', { facts: { latitude: null } }, 400, 'invalid-input'],
  ['off the globe', { facts: { longitude: '200.0' } }, 400, 'invalid-input'],
  ['without a name', { facts: { name: '  ' } }, 400, 'invalid-input'],
  ['with an unknown approach', { facts: { approach: 'E' } }, 400, 'invalid-input'],
  [
    'restored beyond what was destroyed',
    { patches: [{ restoredSquareMetres: '34000.01' }] },
    422,
    'area-not-whole',
  ],
  ['with a negative area', { patches: [{ areaSquareMetres: '-1' }] }, 400, 'invalid-input'],
  ['with an area that is no number', { patches: [{ areaSquareMetres: 'NaN' }] }, 400, 'invalid-input'],
  ['with an area in three places', { patches: [{ areaSquareMetres: '0.001' }] }, 400, 'invalid-input'],
  [
    'with patches too large to add up',
    {
      patches: [{ areaSquareMetres: '999999999999.99' }, { areaSquareMetres: '999999999999.99' }],
    },
    400,
    'invalid-input',
  ],
])('a mine is not entered %s', async (_, wanted, status, code) => {
  const before = await mines();
  expect((await tryToEnter(wanted)).problem).toMatchObject({ status, code });
  expect(await mines()).toBe(before);
});

test('at 23:59 in Shanghai it is still today there, a minute later tomorrow has come (S17)', async () => {
  house.clock.set(new Date('2026-11-24T15:59:59Z'));
  const late = await signIn(house.inject, 'official');
  const before = await tryToEnter({ effectiveOn: '2026-11-25' }, late);
  house.clock.set(new Date('2026-11-24T16:00:00Z'));
  const after = await tryToEnter({ effectiveOn: '2026-11-25' }, late);
  house.clock.set(new Date('2026-11-24T02:00:00Z'));
  // So late in the day the morning's session had been idle too long, and was swept.
  official = await signIn(house.inject, 'official');
  expect(before.problem).toMatchObject({ code: 'date-in-future', data: { today: '2026-11-24' } });
  expect(after.status).toBe(201);
});

test('a patch is added and changed under the version of its mine, which shows their sums', async () => {
  const mine = await enterMine(official);
  const patch = {
    number: `${mine.number}-2`,
    subclass: '11',
    attribute: '1',
    areaSquareMetres: '1000',
    restoredSquareMetres: '0',
  } as const;
  const added = await official.get(mineRoutes.addPatch, {
    params: { id: mine.id },
    body: { version: 1, effectiveOn: '2026-04-01', patch },
  });
  expect(added).toMatchObject({ version: 2, damagedSquareMetres: '35000.00' });
  const stale = await official.call(mineRoutes.editPatch, {
    params: { id: mine.id, patchId: Number(added.patches[1]?.id) },
    body: { version: 1, effectiveOn: '2026-04-01', changes: { areaSquareMetres: '2' } },
  });
  expect(stale.problem.code).toBe('version-conflict');
  for (const changes of [
    { restoredSquareMetres: '1000.01' },
    { areaSquareMetres: '5', restoredSquareMetres: '6' },
  ])
    expect(
      (
        await official.call(mineRoutes.editPatch, {
          params: { id: mine.id, patchId: Number(added.patches[1]?.id) },
          body: { version: 2, effectiveOn: '2026-04-02', changes },
        })
      ).problem,
    ).toMatchObject({ status: 422, code: 'area-not-whole' });
  const { entries } = await official.get(mineRoutes.history, { params: { id: mine.id } });
  expect(entries[0]).toMatchObject({ action: 'patch.added', effectiveOn: '2026-04-01' });
});

test('a patch of another mine, and one of a mine off the list, cannot be changed (S03, S19)', async () => {
  const mine = await enterMine(official);
  const other = await enterMine(official);
  const edit = (id: number, version: number, patchId: number | undefined) =>
    official.call(mineRoutes.editPatch, {
      params: { id, patchId: Number(patchId) },
      body: { version, effectiveOn: '2026-04-02', changes: { areaSquareMetres: '40000' } },
    });
  expect((await edit(mine.id, 1, other.patches[0]?.id)).status).toBe(404);
  const gone = await move(await house.as('city'), mine, '2026-04-01', 'remove', '重复');
  expect((await edit(mine.id, gone.version, mine.patches[0]?.id)).problem.code).toBe('move-not-possible');
});

test('the database keeps no mine whose area differs from the sum of its patches', async () => {
  const mine = await enterMine(official);
  await expect(
    house.sql('UPDATE mine SET damaged_square_metres = 1, version = version + 1 WHERE id = $1', [mine.id]),
  ).rejects.toMatchObject({ code: '23514' });
  await expect(
    house.sql(`UPDATE patch SET area_square_metres = 'NaN', version = version + 1 WHERE mine_id = $1`, [
      mine.id,
    ]),
  ).rejects.toMatchObject({ code: '23514' });
});
