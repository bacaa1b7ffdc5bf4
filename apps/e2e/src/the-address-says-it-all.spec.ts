import { expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import { caller } from './testing/caller';
import { gridOf } from './testing/grid';
import { visit } from './testing/visit';
import { counted, zh } from './testing/words';

const totalOf = async (query: Record<string, unknown>) =>
  (await caller('manager').get(mineRoutes.list, { query: { ...query, pageSize: 1 } })).total;

test('a link shows a colleague the same rows: filters, order, page and the mine at the side', async () => {
  const query = { stage: 'planning,financing', region: '360700', sort: '-damagedSquareMetres' };
  const { rows, total } = await caller('manager').get(mineRoutes.list, { query: { ...query, page: 2 } });
  const third = rows[2];
  if (!third) throw new Error('The demo has too few mines for a second page');
  const address = new URLSearchParams({ ...query, page: '2', open: String(third.id) });
  const page = await visit('manager', `/mines?${address.toString()}`);
  await gridOf(page, total);
  await page.getByRole('grid').getByRole('link', { name: rows[0]?.name, exact: true }).first().waitFor();
  await page
    .getByRole('complementary', { name: zh('mines.peek.label') })
    .getByRole('heading', { name: third.name })
    .waitFor();
  const stages = page.getByRole('group', { name: zh('mines.stage'), exact: true });
  for (const stage of ['planning', 'financing'])
    expect(
      await stages.getByRole('button', { name: zh(`labels.stage.${stage}`) }).getAttribute('aria-pressed'),
    ).toBe('true');
  expect(await page.getByRole('columnheader', { name: zh('mines.damaged') }).getAttribute('aria-sort')).toBe(
    'descending',
  );
});

test('back and forward go through what was looked at', async () => {
  const [all, surveyed, searched] = await Promise.all([
    totalOf({}),
    totalOf({ stage: 'survey' }),
    totalOf({ stage: 'survey', q: '石场' }),
  ]);
  expect(new Set([all, surveyed, searched]).size).toBe(3);
  const page = await visit('manager', '/mines');
  await gridOf(page, all);
  await page
    .getByRole('group', { name: zh('mines.stage'), exact: true })
    .getByRole('button', { name: zh('labels.stage.survey') })
    .click();
  await gridOf(page, surveyed);
  await page.getByRole('searchbox').fill('石场');
  await gridOf(page, searched);
  await page.goBack();
  await gridOf(page, surveyed);
  await page.goBack();
  await gridOf(page, all);
  await page.goForward();
  await page.goForward();
  await gridOf(page, searched);
  expect(await page.getByRole('searchbox').inputValue()).toBe('石场');
});

test('an address that means nothing says so, and leads home', async () => {
  const page = await visit('manager', '/nothing-here');
  await page.getByText(zh('shell.notFound.title')).waitFor();
  const mine = await visit('manager', '/mines/999999999');
  await mine.getByText(zh('labels.refusal.not-found')).waitFor();
});

test('a day of the past and a search are kept when a mine is opened and closed again', async () => {
  const query = { asOf: '2022-12-31', q: '石场' };
  const page = await visit('manager', `/mines?${new URLSearchParams(query).toString()}`);
  const total = await totalOf(query);
  await gridOf(page, total);
  await page.getByRole('button', { name: zh('mines.list.export', { value: counted(total) }) }).waitFor();
  await page.getByRole('rowheader').first().getByRole('link').click();
  await page.waitForURL('**/mines/*?*');
  await page
    .getByRole('navigation', { name: zh('ui.breadcrumbs') })
    .getByRole('link')
    .click();
  await gridOf(page, total);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(query);
});
