import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './paths.mjs';

/**
 * The accounts as a table on the run that made them, later only where they are kept; they are gone when somebody
 * deleted the file.
 *
 * @param {import('./api-process.mjs').Accounts | undefined} accounts
 * @param {{ home: string, say: import('./say.mjs').Speaker }} options
 */
export function showAccounts(accounts, { home, say }) {
  if (accounts) {
    say.line('');
    say.line('  首批账号  the first accounts');
    for (const row of tableOf(accounts.people)) say.line(`  ${row}`);
  }
  const file = accounts?.file ?? join(home, 'accounts.txt');
  if (existsSync(file)) say.note([`首批账号与密码保存在 ${file}`, '(the first accounts are kept there)']);
}

/** @param {import('./api-process.mjs').Person[]} people */
export function tableOf(people) {
  const rows = [
    ['账号 username', '密码 password', '角色 role', '区域 region'],
    ...people.map(({ username, password, role, region }) => [username, password, wordsOf(role), region]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column] - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** A Chinese character takes two columns of a terminal. @param {string} text */
function widthOf(text) {
  return [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}

/** The words of the page, which the launcher need not repeat. @param {string} role */
function wordsOf(role) {
  const words = ['zh', 'en'].map((language) => {
    const file = join(checkout, 'apps', 'web', 'src', 'locales', language, 'labels.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).role[role] : undefined;
  });
  return words.every(Boolean) ? words.join(' ') : role;
}
