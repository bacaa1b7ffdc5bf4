import { expect, test } from '@jest/globals';
import { delegationRoutes, mineRoutes, reviewRouteRoutes, reviewRoutes } from '@qingshan/contracts';
import type { Page } from 'playwright-core';
import { violations } from './testing/axe';
import { caller, ownAccount } from './testing/caller';
import { enterMine, OWN_COUNTY } from './testing/found-mine';
import { submit } from './testing/reviews';
import { visit } from './testing/visit';
import { zh } from './testing/words';

const level = (name: string) => zh(`reviews.level.${name}`);
const SURVEY = zh('labels.stage.survey');

const routeLine = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: zh('routes.changeOf', { stage: SURVEY }) }) });

const openRoute = async (page: Page) => {
  await page.getByRole('button', { name: zh('routes.changeOf', { stage: SURVEY }) }).click();
  return page.getByRole('dialog');
};

test('the demo opens with submissions of two counties, each with the papers it rests on', async () => {
  const submissionOf = async (number: string) => {
    const { rows: found } = await caller('city').get(mineRoutes.list, { query: { q: number } });
    const { rows } = await caller('city').get(reviewRoutes.list, {
      query: { show: 'all', mineId: String(found[0]?.id) },
    });
    return rows.at(-1)?.id;
  };
  for (const number of ['ZT3607280010', 'ZT3607040178', 'ZT3607040015', 'ZT3607040038'])
    expect([number, await submissionOf(number)]).toEqual([number, expect.any(Number)]);
  const page = await visit('city', `/reviews?show=all&open=${await submissionOf('ZT3607280036')}`);
  const photo = page.locator('main img').first();
  await photo.waitFor();
  expect(await photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
  await page.goto('/reviews?show=all&region=360728');
  const queue = page.getByRole('region', { name: zh('reviews.queue') }).getByRole('listitem');
  await queue.filter({ hasText: '长港乡高洲稀土矿点' }).waitFor();
  expect(await queue.filter({ hasText: '赣县区' }).count()).toBe(0);
});

test('an administrator gives a county a route of its own; what is under way keeps the one it froze', async () => {
  const official = caller('official');
  const before = await submit((await enterMine(official, 'E2E-ROUTE-1')).id, '2026-04-01');
  const page = await visit('sysadmin', `/review-routes?region=${OWN_COUNTY}`);
  await routeLine(page).getByText(level('city'), { exact: true }).waitFor();

  const dialog = await openRoute(page);
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel(level('city')).uncheck();
  await dialog.getByLabel(zh('routes.dialog.reason')).fill('先自验，再报市');
  const save = dialog.getByRole('button', { name: zh('routes.dialog.save'), exact: true });
  await save.click();
  await dialog.getByText(zh('routes.fault.empty')).waitFor();
  await dialog.getByLabel(level('county')).check();
  await save.click();
  await dialog.getByText(zh('routes.fault.notAbove')).waitFor();
  await dialog.getByLabel(level('city')).check();
  await save.click();
  await dialog.waitFor({ state: 'detached' });
  await routeLine(page)
    .getByText([level('county'), level('city')].join(zh('routes.arrow')), { exact: true })
    .waitFor();
  await routeLine(page).getByText(zh('routes.own'), { exact: true }).waitFor();

  const after = await submit((await enterMine(official, 'E2E-ROUTE-2')).id, '2026-04-01');
  expect(after.levels).toEqual(['county', 'city']);
  const kept = await caller('city').get(reviewRoutes.approve, {
    params: { id: before.id },
    body: { version: before.version, contentHash: before.contentHash },
  });
  expect([kept.levels, kept.state]).toEqual([['city'], 'approved']);

  // Somebody else was faster: the second try stands on what they did.
  const again = await openRoute(page);
  await caller('sysadmin').get(reviewRouteRoutes.set, {
    body: {
      regionCode: OWN_COUNTY,
      stage: 'survey',
      version: 1,
      levels: ['city', 'province'],
      effectiveOn: '2199-01-01',
      reason: '另一位管理员',
    },
  });
  await again.getByLabel(zh('routes.dialog.follow')).check();
  await again.getByLabel(zh('routes.dialog.reason')).fill('试点结束');
  await again.getByRole('button', { name: zh('routes.dialog.save'), exact: true }).click();
  await again.getByText(zh('labels.refusal.version-conflict')).waitFor();
  await again.getByRole('button', { name: zh('routes.dialog.save'), exact: true }).click();
  await again.waitFor({ state: 'detached' });
  await routeLine(page).getByText(zh('routes.builtIn'), { exact: true }).waitFor();
  await routeLine(page)
    .getByText(zh('routes.changes_other', { count: '3' }))
    .waitFor();
});

test('a reviewer who is away hands reviewing on; the delegate decides in that name, but nothing of either’s own', async () => {
  const second = await ownAccount('second.city', 'manager', '360700');
  const official = caller('official');
  const mine = await enterMine(official, 'E2E-DELEGATE-1');
  const plain = await submit(mine.id, '2026-04-01');
  const touched = await enterMine(official, 'E2E-DELEGATE-2');
  await caller('city').get(mineRoutes.edit, {
    params: { id: touched.id },
    body: { version: touched.version, effectiveOn: '2026-03-10', changes: { town: '茅店镇' } },
  });
  const own = await submit(touched.id, '2026-04-01');

  const away = await visit('city', '/reviews');
  await away.getByRole('button', { name: zh('delegations.open') }).click();
  const dialog = away.getByRole('dialog');
  await dialog.getByLabel(zh('delegations.delegate')).selectOption({ label: 'second.city' });
  const from = await dialog.getByLabel(zh('delegations.startsOn'), { exact: true }).inputValue();
  const until = dialog.getByLabel(zh('delegations.endsOn'), { exact: true });
  await until.fill('2199-12-31');
  await dialog.getByLabel(zh('delegations.reason')).fill('出差');
  const hand = dialog.getByRole('button', { name: zh('delegations.make'), exact: true });
  await hand.click();
  await dialog
    .getByText(zh('delegations.fault.long', { days: '90' }))
    .first()
    .waitFor();
  await until.fill(from);
  await hand.click();
  await dialog.getByText(zh('delegations.state.holds'), { exact: true }).waitFor();
  expect(await violations(away)).toEqual([]);
  await dialog.getByRole('button', { name: zh('ui.close'), exact: true }).click();
  await away.getByText(zh('delegations.given', { name: 'second.city', day: from })).waitFor();

  const desk = await visit(second, `/reviews?show=all&open=${own.id}`);
  await desk.getByText(zh('delegations.received', { name: '王市管', day: from })).waitFor();
  await desk.getByText(zh('labels.refusal.own-work')).waitFor();
  await desk.goto(`/reviews?show=all&open=${plain.id}`);
  await desk.getByRole('heading', { level: 2, name: mine.name }).waitFor();
  await desk.keyboard.press('a');
  await desk.getByText(zh('reviews.approved', { name: mine.name })).waitFor();
  await desk.goto(`/reviews?show=all&open=${plain.id}`);
  const who = zh('reviews.inTheNameOf', { who: 'second.city', principal: '王市管' });
  await desk.getByText(zh('reviews.decision.approve', { level: level('city'), who })).waitFor();

  await away.getByRole('button', { name: zh('delegations.open') }).click();
  await away
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${zh('delegations.revoke')}`) })
    .click();
  await away.getByText(zh('delegations.revoked'), { exact: true }).waitFor();
  const { delegations } = await caller('city').get(delegationRoutes.list, {});
  expect(delegations.filter(({ holds }) => holds)).toEqual([]);
  // Nobody stands behind the second any more: what the first had touched is theirs to judge.
  const { may } = await caller(second).get(reviewRoutes.read, { params: { id: own.id } });
  expect(may.find(({ decision }) => decision === 'approve')?.refusal).toBeNull();
});
