import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mapRoutes, mineRoutes, stepRoutes, type MineView } from '@qingshan/contracts';
import { addDays, isOverdue, type Pause } from '@qingshan/domain';
import { enterMine } from '../../testing/enter-mine';
import { exported } from '../../testing/exporting';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { submit } from '../../testing/walk';

const TODAY = '2026-11-24';

/** Mines whose survey began so many days ago, each with the pauses it had: days ago too, `null` for one that lasts. */
const CASES: Readonly<
  Record<string, { since: number; pauses?: readonly (readonly [number, number | null])[] }>
> = {
  'on its due day': { since: 180 },
  'a day late': { since: 181 },
  'saved by a pause': { since: 190, pauses: [[100, 90]] },
  'late in spite of a pause': { since: 191, pauses: [[100, 90]] },
  'saved by two pauses': {
    since: 200,
    pauses: [
      [150, 140],
      [100, 90],
    ],
  },
  'resting since before it was due': { since: 300, pauses: [[130, null]] },
  'resting since it was late': { since: 300, pauses: [[119, null]] },
};

let house: TestApp;
let official: Visitor;
const ago = (days: number) => addDays(TODAY, -days);

const rest = async (mine: MineView, [from, to]: readonly [number, number | null]): Promise<MineView> => {
  const paused = await official.get(stepRoutes.pause, {
    params: { id: mine.id },
    body: { version: mine.version, effectiveOn: ago(from), reason: 'OTHER', note: '雨季' },
  });
  if (to === null) return paused;
  return official.get(stepRoutes.resume, {
    params: { id: mine.id },
    body: { version: paused.version, effectiveOn: ago(to), note: null },
  });
};

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
  for (const [name, { since, pauses = [] }] of Object.entries(CASES)) {
    let mine = await enterMine(official, { effectiveOn: ago(since), facts: { name, town: '逾期镇' } });
    for (const pause of pauses) mine = await rest(mine, pause);
  }
}, 60_000);
afterAll(() => house.close());

const found = async (query: object = {}, by = official) =>
  (await by.get(mineRoutes.list, { query: { q: '逾期镇', overdue: 'yes', pageSize: 200, ...query } })).rows
    .map(({ name }) => name)
    .sort();

/** What the rule of the domain says of the same mines on a day. */
const expected = (day: string) =>
  Object.entries(CASES)
    .filter(([, { since, pauses = [] }]) => {
      const rests = pauses
        .map(([from, to]): Pause => ({ from: ago(from), to: to === null ? null : ago(to) }))
        .filter(({ from }) => from <= day)
        .map(({ from, to }) => ({ from, to: to !== null && to > day ? null : to }));
      return isOverdue('survey', ago(since), rests, day);
    })
    .map(([name]) => name)
    .sort();

describe('mines whose stage is past its due day', () => {
  test('are those of which the rule says so, pauses taken off', async () => {
    expect(await found()).toEqual(expected(TODAY));
    expect(await found()).toEqual(
      ['a day late', 'late in spite of a pause', 'resting since it was late'].sort(),
    );
  });

  test.each([1, 5, 10, 60, 118, 119, 120].map(ago))(
    'as of %s are those that were so on that day',
    async (day) => {
      expect(await found({ asOf: day })).toEqual(expected(day));
    },
  );

  test('are as many on the map and in the file as in the list', async () => {
    const query = { q: '逾期镇', overdue: 'yes' as const };
    const { regions } = await official.get(mapRoutes.regions, { query });
    expect(regions.flatMap(({ mines }) => mines).reduce((sum, one) => sum + one, 0)).toBe(3);
    const { bytes } = await exported(official, { filter: query });
    expect(bytes.toString('utf8').trim().split('\n')).toHaveLength(1 + 3);
  });

  test('stay so while a reviewer has them, and end with their stage', async () => {
    const mine = await enterMine(official, {
      effectiveOn: ago(200),
      facts: { name: '在审', town: '逾期镇' },
    });
    await submit(official, mine, ago(1));
    expect(await found()).toContain('在审');
    expect(await found({ stage: 'planning' })).toEqual([]);
  });

  test('are only those within reach; another word than yes is refused', async () => {
    expect(await found({}, await house.as('neighbour'))).toEqual([]);
    for (const overdue of ['no', '1', 'yes,yes', "yes' OR true"])
      expect((await official.call(mineRoutes.list, { query: { overdue } as never })).status).toBe(400);
  });
});
