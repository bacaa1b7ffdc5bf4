import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settled } from './testing/settled';
import { visit } from './testing/visit';
import { zh } from './testing/words';

test('a filter is kept under a name, and its name leads back to it', async () => {
  const page = await visit('official', '/mines?stage=completion&sort=stageSince');
  await page.getByRole('button', { name: zh('mines.views.save') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(zh('mines.views.name')).fill('E2E-longest');
  await dialog.getByRole('button', { name: zh('mines.views.save') }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: zh('mines.views.all') }).click();
  await page.waitForURL((url) => url.search === '');
  await page.getByRole('link', { name: 'E2E-longest' }).click();
  await page.waitForURL('**stage=completion**');
  expect(new URL(page.url()).searchParams.get('sort')).toBe('stageSince');
});

test('a view is drawn with the columns it was kept with, for another person too, and the rest of the ledger is not', async () => {
  const page = await visit('city', '/mines?stage=financing&sort=stageSince');
  const town = (on: Page) => on.getByRole('columnheader', { name: zh('labels.field.town'), exact: true });
  const choose = async (on: Page) => {
    await on.getByRole('button', { name: zh('mines.view.open') }).click();
    await on.getByRole('checkbox', { name: zh('labels.field.town'), exact: true }).click();
    await on.getByRole('button', { name: zh('mines.view.done') }).click();
  };
  await choose(page);
  await town(page).waitFor();
  await page.getByRole('button', { name: zh('mines.views.save') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(zh('mines.views.name')).fill('E2E-towns');
  await dialog.getByLabel(zh('mines.views.shared')).check();
  expect(await dialog.getByLabel(zh('mines.views.columns')).isChecked()).toBe(true);
  await dialog.getByRole('button', { name: zh('mines.views.save') }).click();
  await dialog.waitFor({ state: 'detached' });

  const below = await visit('official', '/mines');
  await settled(below);
  expect(await town(below).count()).toBe(0);
  await below.getByRole('link', { name: 'E2E-towns' }).click();
  await town(below).waitFor();
  // What is changed in the view is for oneself, and comes back with it.
  await choose(below);
  await town(below).waitFor({ state: 'detached' });
  await below.getByRole('link', { name: zh('mines.views.all') }).click();
  await below.getByRole('link', { name: 'E2E-towns' }).click();
  await below.waitForURL('**stage=financing**');
  await settled(below);
  expect(await town(below).count()).toBe(0);
  await below.getByRole('button', { name: zh('mines.view.open') }).click();
  await below.getByRole('button', { name: zh('mines.view.reset') }).click();
  await below.getByRole('button', { name: zh('mines.view.done') }).click();
  await town(below).waitFor();
});
