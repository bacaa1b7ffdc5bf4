import { expect, test } from '@jest/globals';
import { mineRoutes, stepRoutes, type MineView } from '@qingshan/contracts';
import type { Locator, Page } from 'playwright-core';
import { violations } from './testing/axe';
import { caller } from './testing/caller';
import { enterMine } from './testing/found-mine';
import { fileWanted } from './testing/papers';
import { visit } from './testing/visit';
import { zh } from './testing/words';

const official = () => caller('official');
const read = (id: number): Promise<MineView> => official().get(mineRoutes.read, { params: { id } });

const panel = (page: Page, key: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: zh(key), exact: true }) });
const steps = (page: Page) => panel(page, 'steps.title');
const step = (name: string) => zh(`steps.name.${name}`);
const row = (page: Page, name: string) =>
  steps(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader').filter({ hasText: step(name) }) });
const day = (page: Page, name: string, which: string) =>
  steps(page)
    .getByRole('group', { name: step(name), exact: true })
    .getByLabel(zh(`steps.${which}`));

test('a late step leads from the day’s work to where it is recorded, and an order that cannot be is refused', async () => {
  const mine = await enterMine(official(), 'E2E-STEPS');
  await official().get(stepRoutes.write, {
    params: { id: mine.id },
    body: {
      version: mine.version,
      steps: [
        { step: 'fieldChecked', plannedOn: '2026-03-10' },
        { step: 'noticePublished', plannedOn: '2026-04-01' },
      ],
    },
  });
  const page = await visit('official', '/today');
  await page
    .getByRole('link', {
      name: zh('steps.due.named', {
        action: zh('steps.due.record', { step: step('fieldChecked') }),
        name: mine.name,
      }),
    })
    .click();
  // The cursor stands where it is said when it happened.
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'fieldChecked-actualOn');
  await page.keyboard.type('20260314');
  await day(page, 'noticePublished', 'actualOn').fill('2026-03-13');
  await page.keyboard.press('Control+Enter');
  const refusal = steps(page).getByRole('alert');
  await refusal.waitFor();
  expect(await refusal.innerText()).toContain(
    zh('steps.mustFollow', { step: step('noticePublished'), after: step('fieldChecked'), day: '2026-03-14' }),
  );
  await day(page, 'noticePublished', 'actualOn').fill('');
  await page.keyboard.press('Control+Enter');
  await row(page, 'fieldChecked')
    .getByText(zh('steps.doneLate', { count: 4 }))
    .waitFor();
  expect((await read(mine.id)).steps[0]).toMatchObject({
    actualOn: '2026-03-14',
    state: 'done',
    daysLate: 4,
  });
  expect(await violations(page)).toEqual([]);
});

test('a stage is paused with a reason, is marked as such wherever it shows, and goes on', async () => {
  const mine = await enterMine(official(), 'E2E-PAUSE');
  await fileWanted(official(), mine.id);
  const due = (await read(mine.id)).stageDueOn;
  const page = await visit('official', `/mines/${mine.id}`);
  const submit = page.getByRole('button', {
    name: zh('reviews.submitStage', { stage: zh('labels.stage.survey') }),
  });
  await submit.waitFor();
  expect(await submit.isEnabled()).toBe(true);
  await steps(page)
    .getByRole('button', { name: zh('steps.pause.button') })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(zh('steps.reason')).selectOption('DISPUTE');
  await dialog.getByLabel(zh('steps.pause.effectiveOn')).fill('2026-05-01');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: zh('steps.pause.submit') }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(zh('steps.paused'), { exact: true }).first().waitFor();
  expect(await submit.isDisabled()).toBe(true);
  await page.getByText(zh('labels.refusal.stage-paused')).waitFor();

  const list = await visit('official', `/mines?q=${mine.number}`);
  await list.getByRole('grid').getByText(zh('steps.paused'), { exact: true }).waitFor();

  await steps(page)
    .getByRole('button', { name: zh('steps.resume.button') })
    .click();
  await dialog.getByLabel(zh('steps.resume.effectiveOn')).fill('2026-05-11');
  await dialog.getByRole('button', { name: zh('steps.resume.submit') }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(zh('steps.paused'), { exact: true }).first().waitFor({ state: 'detached' });
  expect(await submit.isEnabled()).toBe(true);
  const { stageDueOn } = await read(mine.id);
  expect(Date.parse(String(stageDueOn)) - Date.parse(String(due))).toBe(10 * 86_400_000);
});

test('a mine is taken off the list for a reason of the table, which stands beside its stage', async () => {
  const mine = await enterMine(official(), 'E2E-REASON');
  const page = await visit('city', `/mines/${mine.id}`);
  await page.getByRole('button', { name: zh('labels.move.remove'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  const remove = dialog.getByRole('button', {
    name: zh('mines.move.to', { move: zh('labels.move.remove'), stage: zh('labels.stage.removed') }),
  });
  await remove.click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel(zh('mines.move.reason')).selectOption('DUPLICATE');
  await remove.click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('与其他矿山重复').first().waitFor();
  expect(await read(mine.id)).toMatchObject({ stage: 'removed', stageReason: 'DUPLICATE' });
});
