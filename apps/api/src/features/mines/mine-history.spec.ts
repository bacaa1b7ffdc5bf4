import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mineRoutes, type HistoryEntry } from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
}, 60_000);
afterAll(() => house.close());

const page = (id: number, before?: number, by = official) =>
  by.call(mineRoutes.history, { params: { id }, query: { before } });

const whole = async (id: number): Promise<{ pages: number; entries: HistoryEntry[] }> => {
  const entries: HistoryEntry[] = [];
  let pages = 0;
  let next: number | null = null;
  do {
    const { body } = await page(id, next ?? undefined);
    entries.push(...body.entries);
    next = body.next;
    pages += 1;
  } while (next !== null);
  return { pages, entries };
};

test('a long history is read whole, page after page, each entry once and the newest first', async () => {
  const { id } = await enterMine(official);
  const { id: other } = await enterMine(official);
  await house.sql(
    `INSERT INTO trail (mine_id, action, remark, body) SELECT m, 'mine.edited', turn::text, ''
     FROM generate_series(1, 2500) turn, unnest($1::bigint[]) m ORDER BY turn.turn, m`,
    [[id, other]],
  );
  const { pages, entries } = await whole(id);
  expect(pages).toBe(3);
  const told = Array.from({ length: 2500 }, (_, index) => String(2500 - index));
  expect(entries.map(({ remark }) => remark)).toEqual([...told, null]);
  expect(entries.at(-1)?.action).toBe('mine.created');
});

test('a page that is just full is the last one where nothing is older', async () => {
  const { id } = await enterMine(official);
  await house.sql(
    `INSERT INTO trail (mine_id, action, body) SELECT $1, 'mine.edited', '' FROM generate_series(1, 999)`,
    [id],
  );
  const { body } = await page(id);
  expect([body.entries.length, body.next]).toEqual([1000, null]);
});

test('before the first entry there is nothing; of another county’s mine there is nothing to be learned', async () => {
  const { id } = await enterMine(official);
  expect((await page(id, 1)).body).toEqual({ entries: [], next: null });
  const neighbour = await house.as('neighbour');
  for (const before of [undefined, 1, 999_999_999])
    expect((await page(id, before, neighbour)).status).toBe(404);
  for (const before of ['x', '0', '-1']) expect((await page(id, before as never)).status).toBe(400);
});
