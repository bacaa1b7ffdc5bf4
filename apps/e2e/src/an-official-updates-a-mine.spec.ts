import { expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import type { Locator, Page } from 'playwright-core';
import { caller } from './testing/caller';
import { enterMine } from './testing/found-mine';
import { gridOf, gridRows } from './testing/grid';
import { aScan } from './testing/papers';
import { throughReview } from './testing/reviews';
import { visit } from './testing/visit';
import { zh } from './testing/words';

const official = () => caller('official');

const panel = (page: Page, key: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: zh(key), exact: true }) });

const history = (page: Page) => panel(page, 'mines.history.title').getByRole('listitem');
const gate = (page: Page) => panel(page, 'mines.gate.title');
const label = (key: string) => zh(`labels.field.${key}`);

const criterion = (page: Page, name: string, state: 'met' | 'notMet') =>
  gate(page)
    .getByRole('listitem')
    .filter({ hasText: zh(`labels.criterion.${name}`) })
    .filter({ hasText: zh(`labels.criterionState.${state}`) });

test('two characters of a name find the mine, and its name leads to its file', async () => {
  const { rows } = await official().get(mineRoutes.list, { query: { stage: 'planning', pageSize: 1 } });
  const name = String(rows[0]?.name);
  const twoCharacters = name.slice(0, 2);
  const page = await visit('official', '/mines');
  await page.getByRole('searchbox', { name: zh('mines.list.search') }).fill(twoCharacters);
  await page.waitForURL((url) => url.searchParams.get('q') === twoCharacters);
  const { total } = await official().get(mineRoutes.list, { query: { q: twoCharacters } });
  await gridOf(page, total);
  for (const text of await gridRows(page).allInnerTexts()) expect(text).toContain(twoCharacters);
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
});

test('an edited field shows in the history: who, when, from which day, before → after', async () => {
  const { id } = await enterMine(official(), 'E2E-EDIT', { town: '茅店镇' });
  const page = await visit('official', `/mines/${id}`);
  await page.getByRole('link', { name: zh('mines.edit.open'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: zh('mines.edit.save') });
  expect(await save.isDisabled()).toBe(true);
  await dialog.getByLabel(label('town')).fill('江口镇');
  await dialog.getByText(zh('mines.edit.was', { value: '茅店镇' })).waitFor();
  await dialog.getByLabel(zh('mines.move.effectiveOn')).fill('2026-05-06');
  await dialog.getByText(zh('mines.move.backdated')).waitFor();
  await dialog.getByLabel(zh('mines.edit.note')).fill('乡镇填错');
  await save.click();
  await dialog.waitFor({ state: 'detached' });

  const newest = history(page).first();
  await newest.getByText(zh('mines.history.effective', { day: '2026-05-06' })).waitFor();
  const words = (await newest.innerText()).replaceAll(/\s+/g, ' ');
  for (const part of [zh('trail.action.mine.edited'), zh('mines.history.backdated'), '乡镇填错'])
    expect(words).toContain(part);
  expect(words).toContain(`${zh('mines.history.before')} 茅店镇 → ${zh('mines.history.after')} 江口镇`);
});

test('what a stage lacks leads to its field, and once it is filled in the gate opens', async () => {
  const mine = await enterMine(official(), 'E2E-GATE');
  await throughReview(mine.id, '2026-04-01');
  const page = await visit('official', `/mines/${mine.id}`);
  // It came into the stage in spring, and nobody said so until now.
  const way = page.getByRole('region', { name: zh('mines.way.title') });
  const stay = way.getByRole('listitem').filter({ hasText: zh('mines.way.from', { day: '2026-04-01' }) });
  await stay.getByText(zh('mines.history.backdated'), { exact: true }).first().waitFor();
  await criterion(page, 'planApproved', 'notMet').getByRole('link').click();
  const dialog = page.getByRole('dialog');
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  expect(await dialog.locator(':focus').getAttribute('name')).toMatch(/^plan/);
  await dialog.getByLabel(label('approach')).selectOption({ index: 1 });
  await dialog.getByLabel(label('planApprovalNo')).fill('赣县自然资修〔2026〕4号');
  await dialog.getByLabel(label('planApprovedOn')).fill('2026-04-18');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await criterion(page, 'planApproved', 'met').waitFor();
  await criterion(page, 'approachChosen', 'met').waitFor();

  await criterion(page, 'planFiled', 'notMet').getByRole('link').click();
  const chosen = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: zh('documents.choose') }).click();
  const scan = aScan('方案.pdf');
  await (
    await chosen
  ).setFiles({ name: scan.name, mimeType: scan.type, buffer: Buffer.from(await scan.arrayBuffer()) });
  await dialog.waitFor({ state: 'detached' });
  await panel(page, 'documents.title').getByRole('link', { name: '方案.pdf' }).waitFor();
  await criterion(page, 'planFiled', 'met').waitFor();
  expect(await gate(page).getByText(zh('labels.criterionState.notMet')).count()).toBe(0);
});
