import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lookbackRoutes } from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { edit, move } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let city: Visitor;
let auditor: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  [official, city, auditor] = await Promise.all([
    house.as('official'),
    house.as('city'),
    house.as('auditor'),
  ]);
}, 60_000);
afterAll(() => house.close());

const now = async (): Promise<string> => {
  const [row] = await house.sql<{ now: string }>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now, pg_sleep(0.002)`,
  );
  return row?.now ?? '';
};

test('what was learned since is told by county and mine by mine, with the entries that did it', async () => {
  const known = await enterMine(official, { effectiveOn: '2026-03-02' });
  const moved = await enterMine(official, { effectiveOn: '2026-03-02' });
  const quiet = await enterMine(official, { effectiveOn: '2026-03-02' });
  const knownAt = await now();
  const late = await enterMine(official, { effectiveOn: '2026-04-01' });
  await move(city, known, '2026-04-10', 'remove', '与另一矿山重复');
  await edit(city, moved, '2026-04-20', { regionCode: '360722' });
  // A name moves no figure, and what took effect later none of that day.
  const named = await edit(official, quiet, '2026-04-01', { name: '改了名的石场' });
  await move(city, named, '2026-06-01', 'remove', '不合条件');

  const query = { asOf: '2026-05-01', knownAt };
  const learned = await auditor.get(lookbackRoutes.learned, { query });
  const surveyIn = (code: string, when: 'then' | 'now') =>
    learned.counties.find(({ regionCode }) => regionCode === code)?.[when][0]?.mines;
  expect(learned.counties.map(({ regionCode }) => regionCode).sort()).toEqual(['360704', '360722']);
  expect([surveyIn('360704', 'then'), surveyIn('360704', 'now')]).toEqual([3, 2]);
  expect([surveyIn('360722', 'then'), surveyIn('360722', 'now')]).toEqual([0, 1]);
  expect(learned.total).toBe(3);
  const rowOf = (number: string) => learned.rows.find((row) => row.number === number);
  expect(rowOf(late.number)).toMatchObject({ then: null, now: { stage: 'survey' } });
  expect(rowOf(known.number)).toMatchObject({
    then: { stage: 'survey' },
    now: { stage: 'removed' },
    records: [
      { action: 'mine.moved', personName: '王市管', remark: '与另一矿山重复', effectiveOn: '2026-04-10' },
    ],
  });
  expect(rowOf(moved.number)).toMatchObject({
    then: { regionCode: '360704' },
    now: { regionCode: '360722' },
  });

  // Whoever has lost the mine sees that it went, not what became of it.
  const mine = await official.get(lookbackRoutes.learned, { query });
  expect(mine.counties.map(({ regionCode }) => regionCode)).toEqual(['360704']);
  expect(mine.rows.find(({ number }) => number === moved.number)).toMatchObject({
    then: { regionCode: '360704' },
    now: null,
  });
  const other = await (
    await house.as('neighbour')
  ).get(lookbackRoutes.learned, {
    query: { ...query, region: '360704' },
  });
  expect(other).toEqual({ counties: [], total: 0, rows: [] });

  const after = await auditor.get(lookbackRoutes.learned, { query: { ...query, knownAt: await now() } });
  expect(after).toEqual({ counties: [], total: 0, rows: [] });
});

test('entries told late are counted by county, and each can be read', async () => {
  const today = new Date(Date.parse(await now()) + 8 * 3_600_000).toISOString().slice(0, 10);
  const window = { from: today, to: today };
  const before = await auditor.get(lookbackRoutes.late, { query: { ...window, days: 30 } });
  const mine = await enterMine(official, { effectiveOn: '2026-03-02' });
  await edit(official, mine, '2026-11-24', { town: '江口镇' });
  const after = await auditor.get(lookbackRoutes.late, { query: { ...window, days: 30 } });
  expect([after.entries - before.entries, after.late - before.late]).toEqual([2, 1]);
  const { counties } = await auditor.get(lookbackRoutes.late, { query: { ...window, region: '360704' } });
  expect(counties.map(({ regionCode }) => regionCode)).toEqual(['360704']);

  const entries = await auditor.get(lookbackRoutes.lateEntries, { query: { ...window, days: 30 } });
  expect(entries.total).toBe(after.late);
  expect(entries.rows[0]).toMatchObject({
    action: 'mine.created',
    number: mine.number,
    effectiveOn: '2026-03-02',
    daysLate: (Date.parse(today) - Date.parse('2026-03-02')) / 86_400_000,
  });
  const none = { query: { from: '2020-01-01', to: '2020-12-31' } };
  expect(await auditor.get(lookbackRoutes.late, none)).toEqual({ counties: [], entries: 0, late: 0 });
  const theirs = await (
    await house.as('neighbour')
  ).get(lookbackRoutes.late, {
    query: { ...window, region: '360704' },
  });
  expect(theirs.entries).toBe(0);
});
