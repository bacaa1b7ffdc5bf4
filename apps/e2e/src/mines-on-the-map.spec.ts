import { expect, test } from '@jest/globals';
import { mapRoutes, mineRoutes } from '@qingshan/contracts';
import { labelPointOf } from '@qingshan/domain';
import type { Locator, Page } from 'playwright-core';
import { caller } from './testing/caller';
import { gridOf } from './testing/grid';
import { visit } from './testing/visit';
import { counted, en, zh } from './testing/words';

const map = (page: Page): Locator => page.getByRole('application', { name: zh('mines.map.label') });
/** Waits until all that the view shows has come and is drawn. */
const drawn = (page: Page) => page.locator('[role="application"][data-settled="true"]').waitFor();
const middleOf = async (page: Page) => {
  const box = await map(page).boundingBox();
  if (!box) throw new Error('The map is not laid out');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const zoomOf = (page: Page) => Number(new URL(page.url()).searchParams.get('at')?.split(',')[2] ?? 0);
const totalOf = async (query: Record<string, unknown>) =>
  (await caller('manager').get(mineRoutes.list, { query: { ...query, pageSize: 1 } })).total;

/** A county far from others, so that its ring is its own. */
const XUNWU = '360734';
const viewOf = (code: string, zoom: number) => {
  const point = labelPointOf(code);
  return `${point?.longitude},${point?.latitude},${zoom}`;
};

test('list and map show the same mines: filter and day go along, and back again', async () => {
  const query = { stage: 'planning,financing', region: '360700', asOf: '2024-06-30' };
  const total = await totalOf(query);
  const page = await visit('manager', `/mines?${new URLSearchParams(query).toString()}`);
  await gridOf(page, total);
  await page.getByRole('link', { name: zh('mines.map.map'), exact: true }).click();
  await map(page).waitFor();
  await page
    .getByRole('region', { name: zh('mines.map.legend') })
    .getByRole('listitem')
    .filter({ hasText: zh('mines.map.total') })
    .getByText(counted(total), { exact: true })
    .waitFor();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(query);
  await page.getByText(zh('past.title', { day: query.asOf })).waitFor();
  await page.getByRole('link', { name: zh('mines.map.list'), exact: true }).click();
  await gridOf(page, total);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(query);
  await page.goBack();
  await map(page).waitFor();
  // A view that is kept under a name is shown as one looks now: on the map it stays the map.
  await page.getByRole('link', { name: zh('mines.views.all'), exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/mines/map' && url.search === '');
});

test('by mouse: a ring tells its mines, opens them as a list, and leads closer', async () => {
  const total = await totalOf({ region: XUNWU, stage: 'planning,completion' });
  const page = await visit('manager', `/mines/map?stage=planning,completion&at=${viewOf(XUNWU, 8.8)}`);
  // So few mines are shown one by one from here on; farther away the county stands for them.
  await drawn(page);
  for (let step = 0; step < 2; step += 1) {
    await page.getByRole('button', { name: zh('mines.map.farther') }).click();
    await page.waitForURL(
      (url) => url.searchParams.get('at')?.endsWith(`,${(7.8 - step).toFixed(1)}`) ?? false,
    );
  }
  await drawn(page);
  const { x, y } = await middleOf(page);
  await page.mouse.click(x, y);
  const under = page.getByRole('region', { name: zh('mines.map.under') });
  await under.getByRole('heading').waitFor();
  const heading = await under.getByRole('heading').innerText();
  const inRing = Number(/(\d+)/.exec(heading.split('·').at(-1) ?? '')?.[1]);
  expect(inRing).toBeGreaterThanOrEqual(total);
  await under.getByRole('link', { name: zh('mines.map.asList') }).click();
  await gridOf(page, inRing);
  await page.goBack();
  await drawn(page);
  await page.mouse.click(x, y);
  const before = zoomOf(page);
  await page.getByRole('button', { name: zh('mines.map.zoomIn') }).click();
  await page.waitForURL((url) => Number(url.searchParams.get('at')?.split(',')[2]) > before + 1);
});

test('by mouse: one mine is opened beside the map, and the link shows a colleague the same', async () => {
  // Away from the county of the journeys, whose mines all lie in one place.
  const query = { stage: 'survey', region: '360900', pageSize: 20 } as const;
  const { rows } = await caller('manager').get(mineRoutes.list, { query });
  const files = await Promise.all(
    rows.map(({ id }) => caller('manager').get(mineRoutes.read, { params: { id } })),
  );
  const mine = files.find(({ longitude }) => longitude !== null);
  if (!mine) throw new Error('The demo has no mine with coordinates in its survey');
  const page = await visit(
    'manager',
    `/mines/map?stage=survey&at=${Number(mine.longitude).toFixed(4)},${Number(mine.latitude).toFixed(4)},15.0`,
  );
  await drawn(page);
  const { x, y } = await middleOf(page);
  await page.mouse.click(x, y);
  const peek = page.getByRole('complementary', { name: zh('mines.peek.label') });
  await peek.getByRole('heading', { name: mine.name }).waitFor();
  expect(new URL(page.url()).searchParams.get('open')).toBe(String(mine.id));
  const colleague = await visit('manager', new URL(page.url()).pathname + new URL(page.url()).search);
  await colleague
    .getByRole('complementary', { name: zh('mines.peek.label') })
    .getByRole('heading', { name: mine.name })
    .waitFor();
});

test('by keyboard alone: pan, zoom, open what is in the middle, and the list beside it', async () => {
  const page = await visit('official', '/mines/map');
  await drawn(page);
  await map(page).focus();
  await page.keyboard.press('+');
  await page.waitForURL((url) => url.searchParams.has('at'));
  const closer = zoomOf(page);
  const before = new URL(page.url()).searchParams.get('at');
  await page.keyboard.press('ArrowRight');
  await page.waitForURL((url) => url.searchParams.get('at') !== before);
  await page.keyboard.press('-');
  await page.waitForURL((url) => Number(url.searchParams.get('at')?.split(',')[2]) < closer);
  await page.keyboard.press('0');
  await page.waitForURL((url) => !url.searchParams.has('at'));
  // What a pointer finds by pressing is in the list, in the order of tabs.
  await drawn(page);
  const inView = page.getByRole('region', { name: zh('mines.map.inView') });
  const first = inView.getByRole('listitem').first().getByRole('button');
  await first.focus();
  const name = (await first.locator('[data-content]').first().innerText()).trim();
  await page.keyboard.press('Enter');
  await page
    .getByRole('complementary', { name: zh('mines.peek.label') })
    .getByRole('heading', { name, exact: true })
    .waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.searchParams.has('open'));
});

test('by keyboard alone, from afar: Enter opens the ring in the middle, Escape closes it', async () => {
  const page = await visit('manager', `/mines/map?at=${viewOf(XUNWU, 8)}`, { language: 'en' });
  await drawn(page);
  await page.getByRole('application', { name: en('mines.map.label') }).focus();
  await page.keyboard.press('Enter');
  const under = page.getByRole('region', { name: en('mines.map.under') });
  await under.getByRole('heading').waitFor();
  const total = await totalOf({ region: XUNWU });
  await under.getByText(en('mines.map.firstOf', { shown: 30, total: counted(total) })).waitFor();
});

test('nothing on the map says which filter keeps the mines away', async () => {
  const page = await visit('manager', '/mines/map?stage=survey&closedFrom=2199');
  await page.getByText(zh('mines.list.none')).waitFor();
  await page
    .getByRole('button', { name: new RegExp(zh('mines.filter.closed')) })
    .last()
    .click();
  await map(page).waitFor();
});

test('on a phone the map comes first and the list below it, and nothing sticks out', async () => {
  const page = await visit('official', '/mines/map', { width: 390 });
  await drawn(page);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBeLessThanOrEqual(0);
  const inView = page.getByRole('region', { name: zh('mines.map.inView') });
  await inView.getByRole('listitem').first().getByRole('button').click();
  await page.waitForURL('**/mines/*');
});

test('boundaries are loaded with their review, and the number is under the map and on its print', async () => {
  const number = 'GS(2024)0650号';
  const admin = await visit('sysadmin', '/system');
  const open = () => admin.getByRole('button', { name: zh('system.map.boundaries.set') }).click();
  const dialog = admin.getByRole('dialog', { name: zh('system.map.boundaries.set') });
  const choose = (name: string, content: object | string) =>
    dialog.getByLabel(zh('system.map.file')).setInputFiles({
      name,
      mimeType: 'application/geo+json',
      buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    });
  const send = () => dialog.getByRole('button', { name: zh('system.map.load'), exact: true }).click();
  const outline = [
    [115.4, 24.7],
    [115.9, 24.7],
    [115.9, 25.2],
    [115.4, 25.2],
    [115.4, 24.7],
  ];
  const file = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { gb: `156${XUNWU}`, name: '寻乌县' },
        geometry: { type: 'Polygon', coordinates: [outline] },
      },
    ],
  };

  await open();
  await choose('boundaries.geojson', '{"type":"FeatureCollection"');
  await send();
  await dialog.getByRole('link', { name: new RegExp(zh('system.map.reviewNumber')) }).waitFor();
  await dialog.getByRole('textbox', { name: zh('system.map.reviewNumber') }).fill(number);
  await dialog.getByRole('textbox', { name: zh('system.map.reviewedOn') }).fill('2024-03-01');
  await send();
  await dialog.getByText(zh('system.map.refusal.damaged')).waitFor();
  await choose('县级界线.geojson', file);
  await send();
  await dialog.waitFor({ state: 'detached' });
  await admin.getByText('县级界线.geojson').waitFor();

  const page = await visit('manager', `/mines/map?at=${viewOf(XUNWU, 8)}`);
  await drawn(page);
  const review = page.getByText(zh('mines.map.review.boundaries', { number, day: '2024-03-01' }));
  await review.waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await review.isVisible()).toBe(true);
  const drawnPixels = await page
    .locator('[role="application"] canvas')
    .first()
    .evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pen = (canvas as HTMLCanvasElement).getContext('2d');
      return (pen?.getImageData(0, 0, width, height).data ?? []).some((value) => value !== 0);
    });
  expect(drawnPixels).toBe(true);

  await admin.getByRole('button', { name: zh('system.map.end') }).click();
  await admin
    .getByRole('dialog')
    .getByRole('button', { name: zh('system.map.end') })
    .click();
  await admin.getByText(zh('system.map.boundaries.none')).waitFor();
  expect((await caller('manager').get(mapRoutes.sources, {})).boundaries).toBeNull();
  await page.emulateMedia({ media: 'screen' });
  await page.reload();
  await page.getByText(zh('mines.map.noBoundaries')).waitFor();
});
