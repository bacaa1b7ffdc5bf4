import { expect, test } from '@jest/globals';
import { mineRoutes, reviewRoutes, stepRoutes, trailRoutes, type MineView } from '@qingshan/contracts';
import type { MineFacts, Stage } from '@qingshan/domain';
import type { Locator, Page } from 'playwright-core';
import { violations } from './testing/axe';
import { caller } from './testing/caller';
import { enterMine } from './testing/found-mine';
import type { Username } from './testing/house';
import { addWantedPapers, discover, restorePatch, writeFacts } from './testing/on-a-file';
import { submit, throughReview } from './testing/reviews';
import { carryAway, openSealWhole } from './testing/trail-copy';
import { visit } from './testing/visit';
import { zh } from './testing/words';

const official = () => caller('official');
const read = (id: number): Promise<MineView> => official().get(mineRoutes.read, { params: { id } });

const panel = (page: Page, key: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: zh(key), exact: true }) });
const review = (page: Page) => panel(page, 'reviews.ofMine');

const edit = async (id: number, effectiveOn: string, changes: Partial<MineFacts>): Promise<void> => {
  const { version } = await read(id);
  const body = { version, effectiveOn, changes } as never;
  await official().get(mineRoutes.edit, { params: { id }, body });
};

const checkedInTheField = async (id: number, actualOn: string): Promise<void> => {
  const { version } = await read(id);
  const body = { version, steps: [{ step: 'fieldChecked' as const, actualOn }] };
  await official().get(stepRoutes.write, { params: { id }, body });
};

const restoreWhole = async (id: number, effectiveOn: string): Promise<void> => {
  const { version, patches } = await read(id);
  const [patch] = patches;
  await official().get(mineRoutes.editPatch, {
    params: { id, patchId: patch?.id ?? 0 },
    body: { version, effectiveOn, changes: { restoredSquareMetres: patch?.areaSquareMetres ?? '0' } },
  });
};

/** Submits on the page of the mine, from a day on. */
const submitOnPage = async (page: Page, stage: string, day: string): Promise<void> => {
  await review(page)
    .getByRole('button', { name: zh('reviews.submitStage', { stage: zh(`labels.stage.${stage}`) }) })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(zh('mines.move.effectiveOn')).fill(day);
  await dialog.getByRole('button', { name: zh('reviews.submit'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};

const waitingOf = async (who: Username, mineId: number) => {
  const { rows } = await caller(who).get(reviewRoutes.list, { query: { show: 'mine', mineId } });
  return rows[0]?.id ?? 0;
};

/** What the verifier tells of a mine, all of it confirmed. */
const toldOf = (stdout: string, number: string) =>
  [...stdout.matchAll(new RegExp(`^· (\\d+)  \\S+  (\\S+)  ${number}$`, 'gm'))].map(([, id, action]) => ({
    id: Number(id),
    action: String(action),
  }));

/** The entries of a mine by their ids, as the trail's own page lists them. */
const idsOf = async (number: string): Promise<number[]> => {
  const query = { object: number, pageSize: 200 };
  const { entries } = await caller('auditadmin').get(trailRoutes.list, { query });
  return entries.filter(({ subject }) => subject === number).map(({ id }) => id);
};

const openReview = async (who: Username, mine: MineView): Promise<Page> => {
  const page = await visit(who, `/reviews?open=${await waitingOf(who, mine.id)}`);
  await page.getByRole('heading', { level: 2, name: mine.name }).waitFor();
  return page;
};

/** Papers added and the stage submitted on the official's page, approved by each level with one key. */
const reviewedOnPages = async (
  page: Page,
  mine: MineView,
  { stage, day, by = ['city'] }: { stage: Stage; day: string; by?: readonly Username[] },
): Promise<void> => {
  await addWantedPapers(page, mine.id);
  await submitOnPage(page, stage, day);
  for (const who of by) {
    expect((await read(mine.id)).stage).toBe(stage);
    const reviewing = await openReview(who, mine);
    await reviewing.keyboard.press('a');
    await reviewing.getByText(zh('reviews.approved', { name: mine.name })).waitFor();
  }
  await page.reload();
};

test('one mine from discovery to restored, through every review, all of it on pages', async () => {
  const { page, id } = await discover('official', {
    foundOn: '2026-03-02',
    facts: {
      number: 'E2E-WHOLE',
      name: '青石坳石场E2E-WHOLE',
      town: '王母渡镇',
      longitude: '115.010000',
      latitude: '25.860000',
      mineralCode: '花岗岩',
      closureYear: '2009',
    },
    patch: { number: 'E2E-WHOLE-1', subclass: '11', areaSquareMetres: '30' },
  });
  const mine = await read(id);
  // Typed in mu, of which 15 are a hectare.
  expect(mine).toMatchObject({ stage: 'survey', stageSince: '2026-03-02', damagedSquareMetres: '20000.00' });
  await addWantedPapers(page, id);
  await submitOnPage(page, 'survey', '2026-04-01');
  await review(page)
    .getByText(zh('reviews.waitsAt', { level: zh('reviews.level.city') }))
    .waitFor();
  await page.getByRole('link', { name: zh('mines.edit.open'), exact: true }).waitFor({ state: 'detached' });

  const city = await openReview('city', mine);
  await city.getByText(zh('reviews.first')).waitFor();
  // Its day lies before the one it was submitted on.
  await city.getByText(zh('mines.history.backdated'), { exact: true }).waitFor();
  await city.keyboard.press('a');
  await city.getByText(zh('reviews.approved', { name: mine.name })).waitFor();
  expect(await read(id)).toMatchObject({ stage: 'planning', stageSince: '2026-04-01' });

  await page.reload();
  await writeFacts(page, '2026-04-20', {
    approach: 'C',
    planApprovalNo: '赣县自然资修〔2026〕4号',
    planApprovedOn: '2026-04-18',
  });
  await reviewedOnPages(page, mine, { stage: 'planning', day: '2026-05-01' });
  await writeFacts(page, '2026-05-20', {
    fundingSource: 'PROV',
    fundsAllocatedFen: '12345.67',
    fundsAllocatedOn: '2026-05-18',
  });
  await reviewedOnPages(page, mine, { stage: 'financing', day: '2026-06-01' });
  await writeFacts(page, '2026-09-20', {
    startedOn: '2026-06-05',
    finishedOn: '2026-09-01',
    acceptanceNo: '赣县矿验〔2026〕9号',
    acceptedOn: '2026-09-18',
  });
  await restorePatch(page, 'E2E-WHOLE-1', '2026-09-25');
  await reviewedOnPages(page, mine, {
    stage: 'completion',
    day: '2026-10-01',
    by: ['county', 'city', 'manager'],
  });
  const restored = await read(id);
  expect(restored).toMatchObject({ fundsAllocatedFen: '12345670000', restoredSquareMetres: '20000.00' });
  expect(restored.stages.map(({ stage, from }) => [stage, from])).toEqual([
    ['survey', '2026-03-02'],
    ['planning', '2026-04-01'],
    ['financing', '2026-05-01'],
    ['completion', '2026-06-01'],
    ['restored', '2026-10-01'],
  ]);
});

test('another by natural recovery: assessment and expert review, no funds and no contractor', async () => {
  const mine = await enterMine(official(), 'E2E-NATURAL');
  await throughReview(mine.id, '2026-04-01');
  await edit(mine.id, '2026-04-20', {
    approach: 'A',
    planApprovalNo: '赣县自然资修〔2026〕5号',
    planApprovedOn: '2026-04-18',
  });
  expect((await throughReview(mine.id, '2026-05-01')).stage).toBe('completion');
  const page = await visit('official', `/mines/${mine.id}`);
  const gate = panel(page, 'mines.gate.title');
  for (const [criterion, state] of [
    ['worksFinished', 'notNeeded'],
    ['recoveryAssessed', 'notMet'],
    ['expertsHeard', 'notMet'],
  ])
    await gate
      .getByRole('listitem')
      .filter({ hasText: zh(`labels.criterion.${criterion}`) })
      .filter({ hasText: zh(`labels.criterionState.${state}`) })
      .waitFor();
  await edit(mine.id, '2026-09-20', { acceptanceNo: '赣县矿验〔2026〕10号', acceptedOn: '2026-09-18' });
  await restoreWhole(mine.id, '2026-09-25');
  expect((await throughReview(mine.id, '2026-10-01')).stage).toBe('restored');
});

test('a third is returned twice, corrected, and removed', async () => {
  const mine = await enterMine(official(), 'E2E-RETURNED');
  await submit(mine.id, '2026-04-01');
  for (const [town, checkedOn] of [
    ['茅店镇', '2026-03-08'],
    ['江口镇', '2026-03-09'],
  ] as const) {
    const city = await openReview('city', mine);
    await city.keyboard.press('r');
    const dialog = city.getByRole('dialog');
    await dialog.getByRole('button', { name: zh('reviews.return'), exact: true }).click();
    await dialog.getByText(zh('reviews.missing.reason')).waitFor();
    await dialog.getByRole('checkbox').nth(1).check();
    await dialog.getByLabel(zh('reviews.field')).selectOption('town');
    await dialog.getByLabel(zh('reviews.note', { field: zh('labels.field.town') })).fill(`应为${town}`);
    // A second field has a note of its own; one that is chosen by mistake is left out again.
    for (const field of ['closureYear', 'mineralCode'])
      await dialog.getByLabel(zh('reviews.field')).selectOption(field);
    await dialog.getByLabel(zh('reviews.note', { field: zh('labels.field.closureYear') })).fill('与台账不符');
    await dialog.getByRole('button', { name: zh('reviews.return'), exact: true }).click();
    await dialog.getByText(zh('reviews.missing.note')).waitFor();
    await dialog
      .getByRole('button', { name: zh('reviews.noNote', { field: zh('labels.field.mineralCode') }) })
      .click();
    expect(await violations(city)).toEqual([]);
    await dialog.getByRole('button', { name: zh('reviews.return'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });

    const page = await visit('official', '/today');
    await page
      .getByRole('link', {
        name: zh('today.stepNamed', { step: zh('today.correct'), name: mine.name }),
        exact: true,
      })
      .click();
    await review(page).getByText(`应为${town}`).waitFor();
    await review(page).getByText('与台账不符').first().waitFor();
    await edit(mine.id, '2026-03-10', { town });
    await checkedInTheField(mine.id, checkedOn);
    await page.reload();
    await submitOnPage(page, 'survey', '2026-04-01');
  }
  const city = await openReview('city', mine);
  await city.getByText(zh('reviews.changes')).waitFor();
  expect(await city.locator('del').allInnerTexts()).toEqual(['茅店镇', '2026-03-08']);
  const checked = zh('steps.name.fieldChecked');
  await city
    .getByText(zh('steps.dayOf', { step: checked, day: zh('steps.actualOn') }), { exact: true })
    .waitFor();
  await city
    .getByText(zh('reviews.stepDay', { name: zh('steps.actualOn'), day: '2026-03-09' }), { exact: true })
    .waitFor();
  expect(await violations(city)).toEqual([]);
  await city.keyboard.press('r');
  const dialog = city.getByRole('dialog');
  await dialog.getByRole('checkbox').nth(6).check();
  await dialog.getByRole('button', { name: zh('reviews.return'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const file = await visit('city', `/mines/${mine.id}`);
  await file.getByRole('button', { name: zh('labels.move.remove'), exact: true }).click();
  const removal = file.getByRole('dialog');
  await removal.getByLabel(zh('mines.move.effectiveOn')).fill('2026-11-01');
  await removal.getByLabel(zh('mines.move.reason')).selectOption('NOT_LEGACY');
  await removal
    .getByRole('button', {
      name: zh('mines.move.to', { move: zh('labels.move.remove'), stage: zh('labels.stage.removed') }),
    })
    .click();
  await removal.waitFor({ state: 'detached' });
  expect((await read(mine.id)).stage).toBe('removed');
  const { entries } = await official().get(mineRoutes.history, { params: { id: mine.id } });
  expect(entries.filter(({ action }) => action === 'submission.returned')).toHaveLength(3);
});

const reviewed = (...approvals: number[]) =>
  approvals.flatMap((levels) => [
    'submission.made',
    ...Array<string>(levels).fill('submission.approved'),
    'mine.moved',
  ]);
/** What each of the three went through, as its trail has to tell it; papers, steps and edits are beside it. */
const TRAILS: Readonly<Record<string, readonly string[]>> = {
  'E2E-WHOLE': ['mine.created', ...reviewed(1, 1, 1, 3)],
  'E2E-NATURAL': ['mine.created', ...reviewed(1, 1, 3)],
  'E2E-RETURNED': [
    'mine.created',
    ...Array<string[]>(3).fill(['submission.made', 'submission.returned']).flat(),
    'mine.moved',
  ],
};

test('the trail of all three verifies on another machine, and one byte changed in any of them is named', async () => {
  const { about, key, kept, leave, lines, put, run, trail } = await carryAway(await openSealWhole());
  const mines = Object.keys(TRAILS);
  const { status, stdout } = run(
    ...[trail, '--key', key, '--kept', kept],
    ...mines.flatMap((number) => ['--about', number]),
  );
  expect([status, stdout]).toEqual([0, expect.stringContaining('whole, and as it was signed')]);
  for (const number of mines) {
    const told = toldOf(stdout, number);
    expect(new Set(told.map(({ id }) => id))).toEqual(new Set(await idsOf(number)));
    const isOfTheWay = ({ action }: { action: string }) =>
      /^(submission\.\w+|mine\.(created|moved))$/.test(action);
    expect(told.filter(isOfTheWay).map(({ action }) => action)).toEqual(TRAILS[number]);

    const [victim = { id: 0, at: 0 }] = about(number).filter(({ action }) => action === 'mine.moved');
    const line = String(lines[victim.at]);
    const changed = run(
      put('changed.jsonl', lines.with(victim.at, line.replace('E2E-', 'E3E-'))),
      '--key',
      key,
    );
    expect(changed.status).toBe(1);
    expect(changed.stdout).toContain(`entry ${victim.id} was changed`);
  }
  leave();
});

test('several are approved at once, after a summary; a double click approves each once', async () => {
  const mines = [await enterMine(official(), 'E2E-MANY-1'), await enterMine(official(), 'E2E-MANY-2')];
  for (const { id } of mines) await submit(id, '2026-04-01');
  const page = await visit('city', '/reviews');
  for (const { name } of mines)
    await page.getByRole('checkbox', { name: zh('reviews.tick', { name }), exact: true }).check();
  await page
    .getByRole('button', { name: zh('reviews.approveMany', { count: 2, value: '2' }), exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  for (const { name } of mines) await dialog.getByText(name).waitFor();
  await dialog.getByRole('button', { name: zh('reviews.approve'), exact: true }).dblclick();
  await dialog.waitFor({ state: 'detached' });
  for (const { id } of mines) {
    expect((await read(id)).stage).toBe('planning');
    const { entries } = await official().get(mineRoutes.history, { params: { id } });
    expect(entries.filter(({ action }) => action === 'mine.moved')).toHaveLength(1);
  }
});
