import { expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import { caller } from './testing/caller';
import { enterMine } from './testing/found-mine';
import { gridOf } from './testing/grid';
import { visit } from './testing/visit';
import { zh } from './testing/words';

const official = () => caller('official');

/** Three mines that a search for their township finds, and nothing else. */
const threeIn = async (town: string) => [
  await enterMine(official(), `E2E-${town}-1`, { town }),
  await enterMine(official(), `E2E-${town}-2`, { town }),
  await enterMine(official(), `E2E-${town}-3`, { town }),
];

const closureYears = async (mines: readonly { id: number }[]) =>
  Promise.all(
    mines.map(async ({ id }) => (await official().get(mineRoutes.read, { params: { id } })).closureYear),
  );

test('all mines of a filter get one fact, every row is seen before, and the whole is taken back', async () => {
  const mines = await threeIn('一并镇');
  const before = await closureYears(mines);
  const page = await visit('official', '/mines?q=一并镇');
  await gridOf(page, 3);
  await page.getByRole('checkbox', { name: zh('mines.bulk.tickAll') }).check();
  await page.getByRole('button', { name: zh('mines.bulk.open') }).click();
  await page.getByLabel(zh('mines.bulk.field')).selectOption('closureYear');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: zh('labels.field.closureYear') }).fill('2003');
  await dialog.getByRole('button', { name: zh('mines.bulk.preview') }).click();
  await page.waitForURL('**/bulk-edits/*');
  await gridOf(page, 3);
  expect(await closureYears(mines)).toEqual(before);

  await page.getByRole('button', { name: zh('mines.bulk.apply', { value: '3' }) }).click();
  const undo = page.getByRole('button', { name: zh('mines.bulk.undo', { value: '3' }) });
  await undo.waitFor();
  expect(await closureYears(mines)).toEqual([2003, 2003, 2003]);
  await undo.click();
  await dialog.getByRole('button', { name: zh('mines.bulk.undo', { value: '3' }) }).click();
  await page.getByRole('status').getByText(zh('mines.bulk.state.undone'), { exact: true }).waitFor();
  expect(await closureYears(mines)).toEqual(before);
});

test('by keyboard alone mines are ticked, and what was ticked under another filter is forgotten', async () => {
  await threeIn('键盘镇');
  const page = await visit('official', '/mines?q=键盘镇');
  await gridOf(page, 3);
  await page.locator('[data-cell="0:0"]').focus();
  for (const key of ['x', 'ArrowDown', 'Shift+Space']) await page.keyboard.press(key);
  await page.getByText(zh('mines.bulk.selected', { count: 2, value: '2' })).waitFor();
  await page.keyboard.press('Control+a');
  await page.getByText(zh('mines.bulk.selected', { count: 3, value: '3' })).waitFor();
  await page.getByRole('button', { name: zh('labels.stage.survey') }).click();
  await page.waitForURL('**stage=survey**');
  await page.getByRole('button', { name: zh('mines.bulk.open') }).waitFor({ state: 'detached' });
});
