import { expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import type { Locator, Page } from 'playwright-core';
import { caller } from './testing/caller';
import { gridOf } from './testing/grid';
import { settled } from './testing/settled';
import { visit } from './testing/visit';
import { counted, en, numberIn, zh } from './testing/words';

const PUBLISHED = '/figures?asOf=2022-12-31';
const answer = (page: Page) => page.getByRole('main').locator('p').filter({ hasText: '2022-12-31' }).first();

const opened = async (path: string, who: 'manager' | 'city' = 'manager') => {
  const page = await visit(who, path);
  await settled(page);
  return page;
};

test('the published figures of the end of 2022 stand in one sentence, in both languages', async () => {
  const page = await opened(PUBLISHED);
  const said = await answer(page).innerText();
  for (const figure of ['7,023', '35.58', '10,253', '52.43', '68.5%', '67.9%'])
    expect(said).toContain(figure);
  const english = await visit('manager', PUBLISHED, { language: 'en' });
  await settled(english);
  const saidInEnglish = await answer(english).innerText();
  for (const figure of ['7,023', '355,800', '10,253', '524,300', '68.5%', '67.9%'])
    expect(saidInEnglish).toContain(figure);
  await english
    .getByRole('heading', { level: 1, name: en('figures.title', { region: 'Jiangxi' }) })
    .waitFor();
});

test('one click on a number shows the mines behind it, as of the same day', async () => {
  const page = await opened(PUBLISHED);
  await answer(page).getByRole('link').first().click();
  await gridOf(page, 7_023);
  expect(new URL(page.url()).searchParams.get('asOf')).toBe('2022-12-31');
});

test.each(['zh', 'en'] as const)(
  'each number of what is overdue leads to a list of as many mines (%s)',
  async (language) => {
    const say = language === 'zh' ? zh : en;
    const follow = async (path: string, numberOn: (page: Page) => Locator) => {
      const page = await visit('manager', path, { language });
      await settled(page);
      const number = numberOn(page);
      const mines = numberIn(await number.innerText());
      await number.click();
      await gridOf(page, mines);
      await page.getByRole('button', { name: say('mines.filter.overdue'), pressed: true }).waitFor();
    };
    const late = (page: Page) => page.getByRole('main').locator('a[href*="overdue=yes"]');
    // The whole, a stage of it, and a city's number in the table.
    await follow('/figures', (page) => late(page).first());
    await follow('/figures', (page) => late(page).nth(1));
    await follow(PUBLISHED, (page) =>
      page
        .getByRole('table', { name: say('figures.region.name') })
        .locator('tbody a[href*="overdue=yes"]')
        .first(),
    );
    await follow('/reviews', (page) => late(page).first());
  },
);

test('one click on a city shows its counties, and the counties sum to the city', async () => {
  const page = await opened(PUBLISHED);
  const rows = page.getByRole('table', { name: zh('figures.region.name') }).locator('tbody tr');
  /** A row's first link leads into the division, its second to all its mines. */
  const found = async (row: Locator) => numberIn(await row.getByRole('link').nth(1).innerText());
  const city = rows.filter({ has: page.getByRole('link', { name: '赣州市', exact: true }) });
  const ofCity = await found(city);
  await city.getByRole('link').first().click();
  await rows.filter({ hasText: '赣县区' }).waitFor();
  const counties = await rows.filter({ hasNotText: zh('figures.total') }).all();
  expect(counties.length).toBeGreaterThan(10);
  const ofCounties = await Promise.all(counties.map(found));
  expect(ofCounties.reduce((sum, mines) => sum + mines, 0)).toBe(ofCity);
});

test('a day is set beside another: what changed is said in numbers and signs', async () => {
  const page = await opened(PUBLISHED);
  await page.getByRole('button', { name: zh('figures.bar.start') }).click();
  await page.waitForURL('**compare=**');
  await page.getByText(zh('figures.delta.up')).first().waitFor({ state: 'attached' });
});

test('a manager of a city sees that city, and another city is not theirs', async () => {
  const own = await opened('/figures', 'city');
  await own.getByRole('heading', { level: 1, name: zh('figures.title', { region: '赣州市' }) }).waitFor();
  const { total } = await caller('city').get(mineRoutes.list, { query: { pageSize: 1 } });
  expect(await own.getByRole('main').innerText()).toContain(counted(total));
  const other = await visit('city', '/figures?region=360100');
  await other.getByText(zh('labels.refusal.not-found')).first().waitFor();
});
