import { expect, test } from '@jest/globals';
import { freshAccount, ownAccount } from './testing/caller';
import { resident } from './testing/house';
import { visit } from './testing/visit';
import { zh } from './testing/words';
import type { Page } from 'playwright-core';

const signIn = async (page: Page, username: string, password: string) => {
  await page.getByLabel(zh('shell.signIn.username')).fill(username);
  await page.getByLabel(zh('shell.signIn.password')).fill(password);
  await page.getByRole('button', { name: zh('shell.signIn.submit') }).click();
};

const nav = (page: Page) => page.getByRole('navigation', { name: zh('shell.nav.label') });
const alert = (page: Page) => page.getByRole('alert');

test('who comes by a link signs in first and then stands where the link leads', async () => {
  const page = await visit(null, '/mines?stage=financing');
  const { username, password } = resident('auditor');
  await signIn(page, username, password);
  await page.waitForURL('**/mines?stage=financing');
  await nav(page)
    .getByRole('link', { name: zh('shell.nav.mines') })
    .waitFor();
});

test('the navigation shows only what exists for a role', async () => {
  const page = await visit('secadmin', '/');
  await page.waitForURL('**/people');
  expect(await nav(page).getByRole('link').allInnerTexts()).toEqual([zh('shell.nav.people')]);
});

test('a wrong password is told above the form, and does not say which part was wrong', async () => {
  const page = await visit(null, '/sign-in');
  await signIn(page, 'nobody-of-that-name', 'Wrong-Password-1');
  await alert(page).getByText(zh('labels.refusal.wrong-credentials')).waitFor();
  await signIn(page, resident('auditadmin').username, 'Wrong-Password-1');
  await alert(page).getByText(zh('labels.refusal.wrong-credentials')).waitFor();
  expect(await page.getByLabel(zh('shell.signIn.password')).inputValue()).toBe('');
});

test('five wrong passwords lock an account, and the right one does not open it any more', async () => {
  const { username, password } = await ownAccount('forgetful', 'auditor', '360000');
  const page = await visit(null, '/sign-in');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answered = page.waitForResponse('**/api/session');
    await signIn(page, username, 'Wrong-Password-1');
    expect((await answered).status()).toBe(401);
  }
  const answered = page.waitForResponse('**/api/session');
  await signIn(page, username, password);
  expect((await answered).status()).toBe(401);
  await alert(page).waitFor();
});

test('signing out ends the session on the server', async () => {
  const leaving = await ownAccount('leaving', 'auditor', '360000');
  const page = await visit(leaving, '/exports');
  await page.getByRole('button', { name: zh('shell.account.label') }).click();
  await page.getByRole('menuitem', { name: zh('shell.account.signOut') }).click();
  await page.waitForURL('**/sign-in');
  const other = await visit(leaving, '/exports');
  await other.waitForURL('**/sign-in?to=*');
});

test('a new account changes its generated password before anything else', async () => {
  const { username, password } = await freshAccount('newcomer', 'auditor', '360000');
  const page = await visit(null, '/sign-in?to=%2Fexports');
  await signIn(page, username, password);
  await page.waitForURL('**/password');
  await page.getByText(zh('shell.password.due')).waitFor();

  const change = async (next: string, repeated: string) => {
    await page.getByLabel(zh('shell.password.current')).fill(password);
    await page.getByLabel(zh('shell.password.next'), { exact: true }).fill(next);
    await page.getByLabel(zh('shell.password.repeat')).fill(repeated);
    await page.getByRole('button', { name: zh('shell.password.submit') }).click();
  };
  await change('Green-Hills-2026', 'Green-Hills-2027');
  await alert(page).getByText(zh('shell.password.different')).waitFor();
  await change('newcomer', 'newcomer');
  await alert(page).getByText(zh('labels.refusal.weak-password')).waitFor();
  await change('Green-Hills-2026', 'Green-Hills-2026');
  await page.getByText(zh('shell.password.done')).waitFor();
  await nav(page)
    .getByRole('link', { name: zh('shell.nav.exports') })
    .waitFor();
});
