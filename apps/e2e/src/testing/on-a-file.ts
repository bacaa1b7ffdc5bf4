import { mineRoutes } from '@qingshan/contracts';
import type { Locator, Page } from 'playwright-core';
import { caller } from './caller';
import type { Username } from './house';
import { aScan } from './papers';
import { visit } from './visit';
import { zh } from './words';

/** What people do to a mine on its pages, each as they would. */

type Typed = Readonly<Record<string, string>>;

/** Types or chooses each field: choices by their code, a mineral by a part of its name. */
const fillIn = async (form: Locator, typed: Typed): Promise<void> => {
  for (const [name, value] of Object.entries(typed)) {
    if (name === 'mineralCode') await chooseMineral(form, value);
    else {
      const field = form.locator(`[name="${name}"]`);
      const isChoice = (await field.evaluate(({ tagName }) => tagName)) === 'SELECT';
      await (isChoice ? field.selectOption(value) : field.fill(value));
    }
  }
};

const chooseMineral = async (form: Locator, part: string): Promise<void> => {
  const chooser = form.getByRole('combobox', { name: zh('labels.field.mineralCode') });
  await chooser.click();
  await chooser.fill(part);
  await form
    .page()
    .getByTitle(new RegExp(`^${part} `))
    .first()
    .waitFor();
  await chooser.press('Enter');
};

const save = async (dialog: Locator): Promise<void> => {
  await dialog.getByRole('button', { name: zh('mines.edit.save') }).click();
  await dialog.waitFor({ state: 'detached' });
};

/** A mine somebody found is entered, with its first patch. @returns its file's page and its id */
export const discover = async (
  who: Username,
  { foundOn, facts, patch }: { readonly foundOn: string; readonly facts: Typed; readonly patch: Typed },
): Promise<{ readonly page: Page; readonly id: number }> => {
  const page = await visit(who, '/mines');
  await page.getByRole('link', { name: zh('mines.list.new'), exact: true }).click();
  const form = page.locator('form');
  await fillIn(form, {
    ...facts,
    ...Object.fromEntries(Object.entries(patch).map(([name, value]) => [`patch.${name}`, value])),
    effectiveOn: foundOn,
  });
  await form.getByRole('button', { name: zh('mines.create.submit') }).click();
  await page.waitForURL(/\/mines\/\d+$/);
  return { page, id: Number(page.url().split('/').at(-1)) };
};

/** Facts are written from a day on. */
export const writeFacts = async (page: Page, effectiveOn: string, facts: Typed): Promise<void> => {
  await page.getByRole('link', { name: zh('mines.edit.open'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await fillIn(dialog, { ...facts, effectiveOn });
  await save(dialog);
};

/** The whole of a patch is restored from a day on. */
export const restorePatch = async (page: Page, number: string, effectiveOn: string): Promise<void> => {
  await page.getByRole('link', { name: zh('mines.patches.editNamed', { number }) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: zh('mines.patches.whole') }).click();
  await fillIn(dialog, { effectiveOn });
  await save(dialog);
};

/** Every paper the gate asks for is added from there. @returns how many */
export const addWantedPapers = async (page: Page, id: number): Promise<number> => {
  const { gate } = await caller('official').get(mineRoutes.read, { params: { id } });
  const lacking = gate.filter(({ state, document }) => state === 'notMet' && document !== null);
  for (const { criterion } of lacking) {
    const name = zh('mines.gate.addNamed', { criterion: zh(`labels.criterion.${criterion}`) });
    await page.getByRole('link', { name, exact: true }).click();
    const dialog = page.getByRole('dialog');
    const chosen = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: zh('documents.choose') }).click();
    const scan = aScan(`${criterion}.pdf`);
    const buffer = Buffer.from(await scan.arrayBuffer());
    await (await chosen).setFiles({ name: scan.name, mimeType: scan.type, buffer });
    await dialog.waitFor({ state: 'detached' });
  }
  return lacking.length;
};
