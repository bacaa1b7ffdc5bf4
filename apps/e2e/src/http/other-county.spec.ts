import { expect, test } from '@jest/globals';
import { mineRoutes, type MineRow } from '@qingshan/contracts';
import { caller } from '../testing/caller';
import { OWN_COUNTY } from '../testing/found-mine';

const official = () => caller('official');

const mineElsewhere = async (): Promise<MineRow> => {
  const page = await caller('manager').get(mineRoutes.list, { query: { region: '360722', pageSize: 1 } });
  const [row] = page.rows;
  if (!row) throw new Error('The demo has no mine in Xinfeng');
  return row;
};

test('a mine of another county is not there: reading, editing, moving and its history answer 404 (S01, S02)', async () => {
  const { id } = await mineElsewhere();
  const params = { id };
  const version = 1;
  const effectiveOn = '2026-05-06';
  const patch = {
    number: 'X',
    subclass: null,
    attribute: null,
    areaSquareMetres: '1.00',
    restoredSquareMetres: '0.00',
  };
  const replies = await Promise.all([
    official().send(mineRoutes.read, { params }),
    official().send(mineRoutes.history, { params }),
    official().send(mineRoutes.edit, { params, body: { version, effectiveOn, changes: { name: '越界' } } }),
    official().send(mineRoutes.addPatch, { params, body: { version, effectiveOn, patch } }),
    official().send(mineRoutes.move, {
      params,
      body: { version, effectiveOn, move: 'advance', reason: null },
    }),
  ]);
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404));
});

test('a filter that names another county finds nothing there, and a search does not look there either (S10)', async () => {
  const { number } = await mineElsewhere();
  expect(await official().get(mineRoutes.list, { query: { region: '360722' } })).toMatchObject({ total: 0 });
  expect(await official().get(mineRoutes.list, { query: { q: number } })).toMatchObject({ total: 0 });
  const own = await official().get(mineRoutes.list, { query: { pageSize: 200 } });
  expect(new Set(own.rows.map(({ regionCode }) => regionCode))).toEqual(new Set([OWN_COUNTY]));
});

test('a mine cannot be entered into another county (S05)', async () => {
  const reply = await official().send(mineRoutes.create, {
    body: {
      effectiveOn: '2026-05-06',
      facts: { number: 'E2E-越界', name: '越界', regionCode: '360722' },
      patches: [],
    },
  });
  expect(reply.status).toBe(422);
});
