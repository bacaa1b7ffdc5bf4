import { expect, test } from '@jest/globals';
import { mineRoutes } from '@qingshan/contracts';
import { caller } from './testing/caller';
import { enterMine } from './testing/found-mine';
import { visit } from './testing/visit';
import { zh } from './testing/words';

const name = () => zh('labels.field.name');
const town = () => zh('labels.field.town');

const openEdit = async (who: 'official' | 'city', id: number) => {
  const page = await visit(who, `/mines/${id}`);
  await page.getByRole('link', { name: zh('mines.edit.open'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  return {
    page,
    dialog,
    save: async (key = 'mines.edit.save') =>
      dialog.getByRole('button', { name: zh(key), exact: true }).click(),
  };
};

const read = (id: number) => caller('official').get(mineRoutes.read, { params: { id } });

test('two who change the same field see both versions field by field, and choose (F10)', async () => {
  const { id } = await enterMine(caller('official'), 'E2E-CLASH', { name: '旧名石场', town: '茅店镇' });
  const first = await openEdit('official', id);
  const second = await openEdit('city', id);
  await first.dialog.getByLabel(name()).fill('经办改的名');
  await first.save();
  await first.dialog.waitFor({ state: 'detached' });

  await second.dialog.getByLabel(name()).fill('市里改的名');
  await second.dialog.getByLabel(town()).fill('江口镇');
  await second.save();
  const conflict = second.dialog.getByRole('alert');
  await conflict.getByRole('heading', { name: zh('mines.conflict.title', { count: 1 }) }).waitFor();
  const words = await conflict.innerText();
  for (const version of ['经办改的名', '市里改的名', '旧名石场']) expect(words).toContain(version);
  expect(words).not.toContain('江口镇');
  expect(await read(id)).toMatchObject({ name: '经办改的名', town: '茅店镇' });

  const theirs = `${zh('mines.conflict.choose', { field: name() })} ${zh('mines.conflict.theirs')}`;
  await conflict.getByRole('button', { name: theirs }).click();
  await second.save('mines.edit.saveAgain');
  await second.dialog.waitFor({ state: 'detached' });
  expect(await read(id)).toMatchObject({ name: '经办改的名', town: '江口镇', version: 3 });
});

test('two who change different fields lose nothing and are asked nothing', async () => {
  const { id } = await enterMine(caller('official'), 'E2E-MERGE', { name: '旧名石场', town: '茅店镇' });
  const first = await openEdit('official', id);
  const second = await openEdit('city', id);
  await first.dialog.getByLabel(town()).fill('江口镇');
  await first.save();
  await first.dialog.waitFor({ state: 'detached' });
  await second.dialog.getByLabel(name()).fill('新名石场');
  await second.save();
  await second.dialog.waitFor({ state: 'detached' });
  expect(await read(id)).toMatchObject({ name: '新名石场', town: '江口镇', version: 3 });
});
