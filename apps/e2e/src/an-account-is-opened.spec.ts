import { expect, test } from '@jest/globals';
import { visit } from './testing/visit';
import { zh } from './testing/words';
import type { Page } from 'playwright-core';

const button = (page: Page, key: string) =>
  page
    .getByRole('dialog')
    .last()
    .getByRole('button', { name: zh(key), exact: true });

/** The password as it is shown this one time; the dialog stays until it is answered. */
const takePassword = async (page: Page): Promise<string> => {
  await page.getByText(zh('people.password.help')).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const password = await page.getByRole('dialog').last().locator('code').innerText();
  await button(page, 'people.password.close').click();
  return password;
};

const signIn = async (page: Page, username: string, password: string) => {
  await page.getByLabel(zh('shell.signIn.username')).fill(username);
  await page.getByLabel(zh('shell.signIn.password')).fill(password);
  await page.getByRole('button', { name: zh('shell.signIn.submit') }).click();
};

test('an account is opened where its role belongs, works, is shut, and all of it is in the trail', async () => {
  const office = await visit('secadmin', '/people');
  await office.getByRole('link', { name: zh('people.new.open') }).click();
  const form = office.getByRole('dialog');
  await form.getByLabel(zh('people.column.username')).fill('Chen.Wu');
  await form.getByLabel(zh('people.column.name')).fill('陈五');
  await form.getByLabel(zh('people.column.role')).selectOption('official');
  await form.locator('select').nth(1).selectOption('360700');
  await button(office, 'people.new.submit').click();
  const where = {
    role: zh('labels.role.official'),
    levels: [zh('labels.regionLevel.county'), zh('labels.regionLevel.functional')].join(
      zh('people.region.separator'),
    ),
  };
  await form.getByText(zh('people.refusal.post', where), { exact: true }).waitFor();

  await form.locator('select').nth(2).selectOption('360722');
  await button(office, 'people.new.submit').click();
  const password = await takePassword(office);
  const desk = await visit(null, '/sign-in');
  await signIn(desk, 'chen.wu', password);
  await desk.waitForURL('**/password');

  await office.getByRole('searchbox').fill('陈五');
  await office.getByRole('rowheader', { name: '陈五' }).click();
  await button(office, 'people.act.disable.button').click();
  await button(office, 'people.act.disable.button').click();
  await office.getByText(zh('people.act.disable.done', { name: '陈五' })).waitFor();
  await desk.reload();
  await desk.waitForURL('**/sign-in*');

  const audit = await visit('auditadmin', '/trail?action=person&person=secadmin');
  const rows = audit.getByRole('row', { name: 'chen.wu' });
  await rows.first().waitFor();
  const said = await rows.allInnerTexts();
  expect(said).toHaveLength(2);
  expect(said[0]).toContain(zh('trail.action.person.disabled'));
  expect(said[1]).toContain(zh('trail.action.person.created'));

  // The same two by what they are about, under the person's name; the address remembers it.
  await audit.getByRole('button', { name: zh('trail.filter.clear') }).click();
  await audit.getByLabel(zh('trail.filter.object')).fill('陈五');
  await audit.waitForURL((url) => url.searchParams.get('object') === '陈五');
  await audit.getByLabel(zh('trail.filter.action'), { exact: true }).selectOption('person');
  await audit.waitForURL((url) => url.searchParams.get('action') === 'person');
  await audit.reload();
  await rows.first().waitFor();
  expect(await rows.count()).toBe(2);
  expect(await audit.getByLabel(zh('trail.filter.object')).inputValue()).toBe('陈五');
  await rows.last().getByRole('rowheader').click();
  await audit.getByRole('row', { name: `${zh('trail.field.regionCode')} 信丰县` }).waitFor();
});

test('nobody changes their own account, and is told why', async () => {
  const page = await visit('secadmin', '/people?q=secadmin');
  await page.getByRole('rowheader').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(zh('people.own.help')).waitFor();
  expect(await dialog.locator('input, select').count()).toBe(0);
});

test('somebody else’s page says so and shows none of its controls', async () => {
  const page = await visit('official', '/people');
  await page.getByText(zh('labels.refusal.not-allowed')).waitFor();
  expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
});
