import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mineRoutes, type MineView } from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { edit, move } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let city: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
  city = await house.as('city');
}, 60_000);
afterAll(() => house.close());

const tryEdit = (
  by: Visitor,
  mine: MineView,
  changes: object,
  { effectiveOn = '2026-05-06', version = mine.version } = {},
) => by.call(mineRoutes.edit, { params: { id: mine.id }, body: { version, effectiveOn, changes } });

const stored = (id: number) => house.sql('SELECT to_jsonb(m) AS mine FROM mine m WHERE id = $1', [id]);

test('an official changes a fact from a day on; the history tells who, when, before and after', async () => {
  const mine = await enterMine(official);
  const after = await official.get(mineRoutes.edit, {
    params: { id: mine.id },
    body: {
      version: 1,
      effectiveOn: '2026-05-06',
      remark: '实地核查',
      changes: { name: '新田采石场', closureYear: 2009 },
    },
  });
  expect(after).toMatchObject({ name: '新田采石场', closureYear: 2009, version: 2, stage: 'survey' });
  const { entries } = await official.get(mineRoutes.history, { params: { id: mine.id } });
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({
    action: 'mine.edited',
    personName: '李经办',
    effectiveOn: '2026-05-06',
    backdated: true,
    remark: '实地核查',
    changes: [
      { field: 'name', before: '大田乡坪石采石场', after: '新田采石场' },
      { field: 'closureYear', before: 2012, after: 2009 },
    ],
  });
});

test('what is told on the day it happened is not shown as backdated', async () => {
  const asBefore = house.clock.now();
  // The trail has the database's time, so this one test lives on the real day, in a session of that day.
  house.clock.set(new Date());
  try {
    const today = house.clock.today();
    const visitor = await signIn(house.inject, 'official');
    const mine = await enterMine(visitor, { effectiveOn: today });
    await edit(visitor, mine, today, { name: '今日矿' });
    const { entries } = await visitor.get(mineRoutes.history, { params: { id: mine.id } });
    expect(entries.map(({ backdated }) => backdated)).toEqual([false, false]);
  } finally {
    house.clock.set(asBefore);
    // On the real day the other day's session was too old, and was swept.
    official = await signIn(house.inject, 'official');
  }
});

test('fields that are not sent stay, null clears, and text is trimmed and composed', async () => {
  const mine = await enterMine(official);
  const after = await edit(official, mine, '2026-05-06', { town: null, name: '  e\u0301tang  ', remark: '' });
  expect(after).toMatchObject({ town: null, name: 'étang', remark: null, location: mine.location });
});

describe('two people at one mine', () => {
  test('a stale version is refused with the values as they are, who wrote them and when (F10)', async () => {
    const mine = await enterMine(official);
    await edit(city, mine, '2026-05-06', { name: '市里改的名' });
    const answer = await tryEdit(official, mine, { name: '县里改的名' });
    expect(answer.status).toBe(409);
    expect(answer.problem).toMatchObject({
      code: 'version-conflict',
      data: { version: 2, by: '王市管', current: { name: '市里改的名', town: '大田乡', stage: 'survey' } },
    });
    expect(Date.parse(String(answer.problem.data?.at))).toBeGreaterThan(Date.now() - 60_000);
    expect((await official.get(mineRoutes.read, { params: { id: mine.id } })).name).toBe('市里改的名');
  });

  test('of two edits sent together exactly one is done and one is told of the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const mine = await enterMine(official);
      const answers = await Promise.all([
        tryEdit(official, mine, { name: '甲' }),
        tryEdit(city, mine, { name: '乙' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const lost = answers.find(({ status }) => status === 409);
      const won = answers.find(({ status }) => status === 200);
      expect(lost?.problem.code).toBe('version-conflict');
      expect(lost?.problem.data).toMatchObject({ version: 2, current: { name: won?.body.name } });
    }
  });

  test('of ten edits sent together exactly one is done', async () => {
    const mine = await enterMine(official);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => tryEdit(official, mine, { name: `名${index}` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  });

  test('the database itself refuses a write that does not raise the version by one', async () => {
    const mine = await enterMine(official);
    for (const version of ['version', 'version + 2', '1'])
      await expect(
        house.sql(`UPDATE mine SET name = '旧', version = ${version} WHERE id = $1`, [mine.id]),
      ).rejects.toMatchObject({ code: '40001' });
    await expect(house.sql(`UPDATE mine SET name = '旧' WHERE id = $1`, [mine.id])).rejects.toMatchObject({
      code: '40001',
    });
  });
});

describe('an edit is refused, and changes nothing,', () => {
  const refusedWith = async (
    changes: object,
    expected: object,
    { by = official, effectiveOn = '2026-05-06' } = {},
  ) => {
    const mine = await enterMine(official);
    const before = await stored(mine.id);
    const answer = await tryEdit(by, mine, changes, { effectiveOn });
    expect(answer.problem).toMatchObject(expected);
    expect(await stored(mine.id)).toEqual(before);
  };

  test('when nothing differs, however the number is written', () =>
    refusedWith(
      { name: '大田乡坪石采石场', longitude: '115.0123450'.slice(0, 10) },
      { status: 400, code: 'invalid-input', data: { why: 'nothing-changed' } },
    ));
  test('when it leaves half a coordinate', () =>
    refusedWith({ longitude: null }, { status: 400, data: { why: 'half-coordinates' } }));
  test('when its day is still to come (S17)', () =>
    refusedWith(
      { name: '明' },
      { status: 422, code: 'date-in-future', data: { today: '2026-11-24' } },
      { effectiveOn: '2026-11-25' },
    ));
  test('when its day is before the mine was found', () =>
    refusedWith(
      { name: '早' },
      { status: 422, code: 'date-before-stage', data: { since: '2026-03-02' } },
      { effectiveOn: '2026-03-01' },
    ));
  test('when an official gives the mine to another county (S05)', () =>
    refusedWith({ regionCode: '360722' }, { status: 422, code: 'scope-not-allowed' }));
  test('when a city gives the mine to another city', async () =>
    refusedWith({ regionCode: '360103' }, { status: 422, code: 'scope-not-allowed' }, { by: city }));
  test.each(['360700', '360000', '999999', '360721'])(
    'when it is booked on %s, which is no county in force',
    (code) => refusedWith({ regionCode: code }, { status: 400, code: 'invalid-input' }, { by: city }),
  );
  test.each([
    ['stage', 'restored'],
    ['version', 9],
    ['id', 1],
    ['stageSince', '2026-01-01'],
    ['damagedSquareMetres', '1.00'],
    ['restoredSquareMetres', '1.00'],
    ['updatedAt', '2026-01-01T00:00:00Z'],
    ['createdBy', 1],
    ['approved', true],
  ])('when it slips in %s (S04)', (field, value) =>
    refusedWith(
      { name: '新', [field]: value },
      { status: 400, code: 'invalid-input', fields: [{ path: 'body.changes', rule: 'unrecognized_keys' }] },
    ),
  );
  test.each([
    '2026-02-30',
    '20260-01-01',
    '2026-2-3',
    '1949-09-30',
    '2200-01-01',
    '2026-05-06T23:59:00+08:00',
    '',
  ])('when its day is “%s” (S17)', (effectiveOn) =>
    refusedWith({ name: '新' }, { status: 400, fields: [{ path: 'body.effectiveOn' }] }, { effectiveOn }),
  );
  test.each([
    'NaN',
    'Infinity',
    '1e400',
    '-1',
    '0.001',
    '1,000',
    '1e2',
    '１２３',
    '99999999999999999999',
    ' 1',
    '01',
  ])('when its funds are “%s” (S16)', (fundsAllocatedFen) =>
    refusedWith({ fundsAllocatedFen }, { status: 400, fields: [{ path: 'body.changes.fundsAllocatedFen' }] }),
  );
  test('when the number is another mine’s', async () => {
    const other = await enterMine(official);
    await refusedWith({ number: other.number }, { status: 409, code: 'already-exists' });
  });
  test('when the mine has been taken off the list (S19)', async () => {
    const gone = await move(city, await enterMine(official), '2026-04-01', 'remove', '重复');
    expect((await tryEdit(official, gone, { name: '新' })).problem).toMatchObject({
      status: 409,
      code: 'move-not-possible',
    });
    expect(gone.mayEdit).toBe(false);
  });
});

describe('a change that is told late', () => {
  test('holds from its day on, and leaves what came before as it was', async () => {
    const mine = await enterMine(official);
    await edit(official, mine, '2026-05-06', { name: '后来的名' });
    const names = await house.sql<{ on: string; name: string }>(
      `SELECT valid_from AS on, name FROM mine_period WHERE mine_id = $1 AND recorded_to = 'infinity' ORDER BY 1`,
      [mine.id],
    );
    expect(names).toEqual([
      { on: '2026-03-02', name: '大田乡坪石采石场' },
      { on: '2026-05-06', name: '后来的名' },
    ]);
  });

  test('does not slip in before a later change of the same field', async () => {
    const mine = await edit(official, await enterMine(official), '2026-08-01', { name: '八月的名' });
    expect((await tryEdit(official, mine, { name: '五月的名' })).problem).toMatchObject({
      status: 422,
      code: 'date-before-change',
      data: { field: 'name', since: '2026-08-01' },
    });
  });

  test('nor does it when another change was told late in between', async () => {
    const named = await edit(official, await enterMine(official), '2026-08-01', { name: '八月的名' });
    const mine = await edit(official, named, '2026-04-01', { town: '江口镇' });
    expect((await tryEdit(official, mine, { name: '五月的名' })).problem).toMatchObject({
      status: 422,
      code: 'date-before-change',
      data: { field: 'name', since: '2026-08-01' },
    });
  });

  test('may come before a later change of another field, which then still holds', async () => {
    const mine = await edit(official, await enterMine(official), '2026-08-01', { name: '八月的名' });
    const after = await edit(official, mine, '2026-05-06', { town: '江口镇' });
    expect(after).toMatchObject({ name: '八月的名', town: '江口镇' });
    const june = await official.get(mineRoutes.list, { query: { asOf: '2026-06-01', q: mine.number } });
    expect(june.rows).toMatchObject([{ name: '大田乡坪石采石场', town: '江口镇' }]);
  });
});

test('a city moves a mine to another of its counties; the old county no longer finds it, the new one does', async () => {
  const mine = await enterMine(official);
  await edit(city, mine, '2026-05-06', { regionCode: '360722' });
  const neighbour = await house.as('neighbour');
  expect((await official.call(mineRoutes.read, { params: { id: mine.id } })).status).toBe(404);
  expect((await neighbour.get(mineRoutes.read, { params: { id: mine.id } })).regionCode).toBe('360722');
});
