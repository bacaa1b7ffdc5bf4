import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reviewRoutes, todayRoutes, type MineView } from '@qingshan/contracts';
import type { WorkGroup } from '@qingshan/domain';
import { enterMine } from '../../testing/enter-mine';
import { fileDocument } from '../../testing/file-document';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { submit } from '../../testing/walk';

let house: TestApp;
let official: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
}, 60_000);
afterAll(() => house.close());

const found = async ({ id }: MineView, by = official) => {
  const { groups } = await by.get(todayRoutes.read, {});
  for (const { group, items } of groups) {
    const item = items.find(({ mineId }) => mineId === id);
    if (item) return { group, ...item };
  }
  return null;
};

test.each([
  // 180 days of a survey, as of 2026-11-24.
  ['2026-03-02', 'overdue', -87],
  ['2026-06-15', 'expiring', 18],
  ['2026-11-01', 'owed', 157],
] as const)('a survey begun on %s is %s', async (effectiveOn, group: WorkGroup, daysLeft) => {
  const mine = await enterMine(official, { effectiveOn });
  expect(await found(mine)).toMatchObject({
    group,
    daysLeft,
    stage: 'survey',
    lacking: 2,
    next: { criterion: 'photoBefore', mend: 'documents', document: 'PHOTO_BEFORE' },
  });
});

test('the next step follows what is done, up to the submission; what is under review is nobody’s work here', async () => {
  const mine = await enterMine(official);
  await fileDocument(official, mine.id, 'PHOTO_BEFORE');
  expect((await found(mine))?.next?.criterion).toBe('determinationPublished');
  await fileDocument(official, mine.id, 'DET_NOTICE');
  expect(await found(mine)).toMatchObject({ next: null, lacking: 0 });
  const { id, version, contentHash } = await submit(official, mine, '2026-04-01');
  expect(await found(mine)).toBeNull();
  await (
    await house.as('city')
  ).get(reviewRoutes.sendBack, { params: { id }, body: { version, contentHash, reasons: ['OTHER'] } });
  expect(await found(mine)).toMatchObject({ group: 'returned', next: null });
});

test('one’s own county only, and only for who submits', async () => {
  const mine = await enterMine(official);
  expect(await found(mine, await house.as('neighbour'))).toBeNull();
  for (const who of ['city', 'auditor', 'sysadmin'] as const)
    expect((await (await house.as(who)).call(todayRoutes.read, {})).status).toBe(403);
});
