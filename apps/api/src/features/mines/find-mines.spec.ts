import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { edit } from '../../testing/walk';

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
}, 60_000);
afterAll(() => house.close());

const found = async (query: object) =>
  (await official.get(mineRoutes.list, { query: { q: '空白镇', ...query } })).rows
    .map(({ name }) => name)
    .sort();

describe('what is not filled in', () => {
  beforeAll(async () => {
    const blankOnce = { town: '空白镇', closureYear: null, miningMethod: null };
    await enterMine(official, { facts: { ...blankOnce, name: '甲', miningMethod: 'A' } });
    await enterMine(official, { facts: { ...blankOnce, name: '乙' } });
    const filled = await enterMine(official, { facts: { ...blankOnce, name: '丙' } });
    await edit(official, filled, '2026-06-01', { closureYear: 2003 });
  });

  test('is found by the fact that is blank', async () => {
    expect(await found({})).toHaveLength(3);
    expect(await found({ blank: 'closureYear' })).toEqual(['乙', '甲'].sort());
  });

  test('of two facts both have to be blank', async () => {
    expect(await found({ blank: 'closureYear,miningMethod' })).toEqual(['乙']);
  });

  test('as of a day is what was blank on that day', async () => {
    expect(await found({ blank: 'closureYear', asOf: '2026-05-31' })).toHaveLength(3);
    expect(await found({ blank: 'closureYear', asOf: '2026-06-01' })).toHaveLength(2);
  });

  test.each(['name', 'stage', 'id; DROP TABLE mine', 'closureYear IS NULL OR true'])(
    '%s is no such fact, and is refused',
    async (blank) => {
      const answer = await official.call(mineRoutes.list, { query: { blank } as never });
      expect(answer).toMatchObject({ status: 400, problem: { code: 'invalid-input' } });
    },
  );
});

test.each([
  ['', []],
  ['石', ['石']],
  ['石石石', ['石', '石石']],
  ['石场\n1', ['\n', '\n1', '1', '场', '场\n', '石', '石场']],
])('the line %j is found by each sign and each pair of neighbours, once', async (line, grams) => {
  const [found] = await house.sql<{ grams: string[] }>('SELECT grams_of($1) AS grams', [line]);
  expect(found?.grams.sort()).toEqual(grams);
});
