import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The demo accounts as a table the first time, later only where they are kept.
 *
 * @param {import('./api-process.mjs').Accounts} accounts
 * @param {{ home: string, say: import('./say.mjs').Speaker }} options
 */
export function showAccounts({ file, people }, { home, say }) {
  const stampFile = join(home, 'accounts-shown');
  const stamp = createHash('sha256').update(JSON.stringify(people)).digest('hex');
  if (contentOf(stampFile) !== stamp) {
    say.line('');
    say.line('  演示账号  demo accounts');
    for (const row of tableOf(people)) say.line(`  ${row}`);
    writeFileSync(stampFile, stamp);
  }
  say.note([`演示账号保存在 ${file}`, '(demo accounts are kept there)']);
}

/** @param {import('./api-process.mjs').Person[]} people */
export function tableOf(people) {
  const rows = [
    ['账号 username', '密码 password', '角色 role', '区域 region'],
    ...people.map(({ username, password, role, region }) => [username, password, role, region]),
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

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
