import { expect, test } from '@jest/globals';
import { correctionRoutes, mineRoutes, stepRoutes, type HistoryEntry } from '@qingshan/contracts';
import type { Page } from 'playwright-core';
import { violations } from './testing/axe';
import { caller } from './testing/caller';
import { enterMine } from './testing/found-mine';
import { fileWanted } from './testing/papers';
import { settled } from './testing/settled';
import { visit } from './testing/visit';
import { zh } from './testing/words';

const aSecond = () => new Promise((done) => setTimeout(done, 1100));

/** A whole second by Shanghai's clocks, as the page writes it: after all that was recorded, before all that will be. */
const momentNow = async (): Promise<string> => {
  await aSecond();
  const now = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19);
  await aSecond();
  return now;
};

test('what was recorded since is not in a list, a file or a figure as known then, and one press leads back to now', async () => {
  const official = caller('official');
  const entered = await enterMine(official, 'E2E-KNOWN-LIST');
  const params = { id: entered.id };
  await official.get(stepRoutes.write, {
    params,
    body: { version: entered.version, steps: [{ step: 'fieldChecked', actualOn: '2026-03-08' }] },
  });
  await fileWanted(official, entered.id);
  const mine = await official.get(mineRoutes.read, { params });
  const before = await momentNow();
  const renamed = await official.get(mineRoutes.edit, {
    params,
    body: { version: mine.version, effectiveOn: mine.stageSince, changes: { name: '后来改名的石场' } },
  });
  const redated = await official.get(stepRoutes.write, {
    params,
    body: { version: renamed.version, steps: [{ step: 'fieldChecked', actualOn: '2026-03-09' }] },
  });
  await official.get(mineRoutes.editPatch, {
    params: { id: mine.id, patchId: mine.patches[0]?.id ?? 0 },
    body: {
      version: redated.version,
      effectiveOn: mine.stageSince,
      changes: { areaSquareMetres: '77777.00' },
    },
  });
  const query = new URLSearchParams({ q: mine.number, knownAt: before }).toString();

  const page = await visit('auditor', `/mines?${query}`);
  await page.getByRole('link', { name: mine.name }).waitFor();
  await page.getByText(zh('past.helpKnown')).waitFor();
  await page.getByRole('link', { name: mine.name }).click();
  await page.getByRole('heading', { level: 1, name: mine.name }).waitFor();
  expect(await page.getByText('后来改名的石场').count()).toBe(0);
  const row = (key: string) => page.getByRole('region', { name: zh(key) }).getByRole('row');
  await row('steps.title').filter({ hasText: '2026-03-08' }).waitFor();
  await row('mines.patches.title').filter({ hasText: '30.00' }).waitFor();
  await page.getByRole('link', { name: '扫描件.pdf' }).first().waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.getByRole('link', { name: zh('mines.edit.open') }).count()).toBe(0);
  await page.getByRole('button', { name: zh('past.now') }).click();
  await page.getByRole('heading', { level: 1, name: '后来改名的石场' }).waitFor();
  await row('steps.title').filter({ hasText: '2026-03-09' }).waitFor();
  expect(new URL(page.url()).searchParams.get('knownAt')).toBeNull();
});

test('figures of a day are told apart by what was known, with the mine and the entry that made the difference', async () => {
  const before = await momentNow();
  const mine = await enterMine(caller('official'), 'E2E-KNOWN-FIGURE');
  const day = mine.stageSince;
  const page = await visit('auditor', `/lookback?${new URLSearchParams({ asOf: day, knownAt: before })}`);
  await page.getByRole('heading', { level: 1, name: zh('lookback.title') }).waitFor();
  const counties = page.getByRole('table', { name: zh('lookback.learned.counties') });
  const county = counties.getByRole('row').filter({ hasText: '赣县区' });
  await county.getByText('+1 座').first().waitFor();
  const row = page.getByRole('listitem').filter({ hasText: mine.number });
  await row.getByText(zh('lookback.learned.absent')).waitFor();
  await row.getByText(zh('trail.action.mine.created')).first().waitFor();
  await page.getByRole('link', { name: zh('lookback.learned.figuresThen') }).click();
  await page.getByText(zh('past.helpKnown')).waitFor();
});

test('a mistake in an accepted mine is corrected by two: one says why, another confirms, and until then nothing changes', async () => {
  const { rows } = await caller('official').get(mineRoutes.list, {
    query: { stage: 'restored', pageSize: 1 },
  });
  const [accepted] = rows;
  if (!accepted) throw new Error('no restored mine');
  const number = '赣县自然资验〔2026〕99号';

  const page = await visit('official', `/mines/${accepted.id}?edit=acceptanceNo`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(zh('labels.field.acceptanceNo')).fill(number);
  const send = dialog.getByRole('button', { name: zh('mines.corrections.propose') });
  await send.click();
  await dialog.getByText(zh('labels.rule.required')).waitFor();
  await dialog.getByLabel(zh('mines.corrections.reasonLabel')).fill('验收文号写错');
  await send.click();
  await page.getByText(zh('mines.corrections.proposed')).waitFor();
  await page.getByText(zh('mines.corrections.beside', { text: number })).waitFor();
  expect(await page.getByRole('button', { name: zh('mines.corrections.confirm') }).count()).toBe(0);
  const still = await caller('official').get(mineRoutes.read, { params: { id: accepted.id } });
  expect(still.acceptanceNo).not.toBe(number);

  const second = await visit('county', '/reviews');
  const item = second.getByRole('listitem').filter({ hasText: '验收文号写错' });
  await item.getByRole('button', { name: zh('mines.corrections.confirm') }).click();
  await second.getByText(zh('mines.corrections.done.confirm', { name: accepted.name })).waitFor();
  await item.waitFor({ state: 'detached' });
  const after = await caller('official').get(mineRoutes.read, { params: { id: accepted.id } });
  expect(after.acceptanceNo).toBe(number);
  const { rows: kept } = await caller('auditor').get(correctionRoutes.list, {
    query: { show: 'all', mineId: accepted.id },
  });
  expect(kept).toMatchObject([{ state: 'confirmed' }]);
});

test('a printed file holds the whole history, each change unfolded', async () => {
  const official = caller('official');
  let mine = await enterMine(caller('official'), 'E2E-KNOWN-PAPER');
  for (let turn = 1; turn <= 12; turn += 1)
    mine = await official.get(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version: mine.version, effectiveOn: mine.stageSince, changes: { remark: `第 ${turn} 次` } },
    });
  const page = await visit('auditor', `/mines/${mine.id}`);
  await settled(page);
  const first = page.getByText(zh('trail.action.mine.created')).last();
  expect(await first.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await first.isVisible()).toBe(true);
  for (let turn = 1; turn <= 12; turn += 1)
    expect(await page.locator('ins').getByText(`第 ${turn} 次`, { exact: true }).first().isVisible()).toBe(
      true,
    );
});

/** Hands a history out in pages of a few entries, as the server does in thousands; the last page waits until it is let go. */
const inShortPages = async (page: Page, size: number) => {
  let letGo = () => {};
  const released = new Promise<void>((done) => (letGo = done));
  await page.route('**/api/mines/*/history*', async (route) => {
    const url = new URL(route.request().url());
    const before = Number(url.searchParams.get('before') ?? Infinity);
    url.searchParams.delete('before');
    const answer = await route.fetch({ url: url.toString() });
    const { entries } = (await answer.json()) as { entries: HistoryEntry[] };
    const older = entries.filter(({ id }) => id < before);
    const shown = older.slice(0, size);
    const next = older.length > size ? (shown.at(-1)?.id ?? null) : null;
    if (next === null) await released;
    await route.fulfill({ response: answer, json: { entries: shown, next } });
  });
  return letGo;
};

test('a history of many pages says so while it comes, and is printed when it is whole', async () => {
  const official = caller('official');
  let mine = await enterMine(official, 'E2E-KNOWN-LONG');
  for (let turn = 1; turn <= 8; turn += 1)
    mine = await official.get(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version: mine.version, effectiveOn: mine.stageSince, changes: { remark: `第 ${turn} 次` } },
    });
  const page = await visit('auditor', '/mines');
  const letGo = await inShortPages(page, 4);
  await page.goto(new URL(`/mines/${mine.id}`, page.url()).toString());
  const coming = page.getByText(zh('mines.history.coming', { value: '8' }));
  await coming.waitFor();
  const print = page.getByRole('button', { name: zh('mines.print.button') });
  expect(await print.getAttribute('aria-disabled')).toBe('true');
  expect(await page.getByText(zh('trail.action.mine.created')).count()).toBe(0);
  // On paper too: whoever prints by the browser's own key is told that something is missing.
  await page.emulateMedia({ media: 'print' });
  expect(await coming.isVisible()).toBe(true);
  letGo();
  await coming.waitFor({ state: 'detached' });
  expect(await page.getByText(zh('trail.action.mine.created')).first().isVisible()).toBe(true);
  for (let turn = 1; turn <= 8; turn += 1)
    await page.locator('ins').getByText(`第 ${turn} 次`, { exact: true }).first().waitFor();
  await page.emulateMedia({ media: 'screen' });
  expect(await print.getAttribute('aria-disabled')).toBeNull();
});
