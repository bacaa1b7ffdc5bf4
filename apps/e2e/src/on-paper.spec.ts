import { expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import { caller } from './testing/caller';
import { gridOf, gridRows } from './testing/grid';
import { PLACES } from './testing/places';
import { settled } from './testing/settled';
import { visit } from './testing/visit';

const PRINTED = [
  'figures of a past day',
  'mines',
  'the map from afar',
  'a mine in planning',
  'a restored mine',
];

test.each(PLACES.filter(({ name }) => PRINTED.includes(name)))(
  '$name prints without what only a screen needs',
  async ({ who, path }) => {
    const page = await visit(who, await path());
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { level: 1 }).first().isVisible()).toBe(true);
    // A header that sorts keeps its words; it is a button only to who can press it.
    const controls = page.locator(
      'nav:visible, input:visible, select:visible, button:visible:not(th *, [role="columnheader"] *)',
    );
    expect(await controls.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))).toEqual([]);
  },
);

test('a printed page of the ledger holds all its rows, also those below the edge of the screen', async () => {
  const { rows, total } = await caller('official').get(mineRoutes.list, { query: {} });
  const page = await visit('official', '/mines');
  await gridOf(page, total);
  expect(await gridRows(page).count()).toBeLessThan(rows.length);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await gridRows(page)
    .nth(rows.length - 1)
    .waitFor();
});
