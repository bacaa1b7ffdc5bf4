import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableOf } from './accounts.mjs';
import { createRestartLimit } from './restart-limit.mjs';
import { createSpeaker } from './say.mjs';
import { Trouble, explanations } from './trouble.mjs';

function listen() {
  let text = '';
  const out = { write: (/** @type {string} */ part) => Boolean((text += part)) };
  return { say: createSpeaker(/** @type {any} */ (out)), heard: () => text };
}

test('a step is one line in both languages with the time it took', () => {
  const { say, heard } = listen();
  say.step(['正在启动数据库', 'starting the database'])(['数据库已启动', 'database is up']);
  assert.match(heard(), /^✔ 数据库已启动 {2}database is up {2}\(\d+\.\d s\)$/m);
});

test('every trouble says in both languages what happened and what to do', () => {
  for (const [code, { what, todo }] of Object.entries(explanations)) {
    const { say, heard } = listen();
    say.trouble(new Trouble(/** @type {import('./trouble.mjs').TroubleCode} */ (code), 'the reason'));
    for (const words of [...what, ...todo, 'the reason'])
      assert.ok(heard().includes(words), `${code}: ${words}`);
    for (const [chinese, english] of [what, todo]) {
      assert.match(chinese, /\p{Script=Han}/u);
      assert.doesNotMatch(english, /\p{Script=Han}/u);
    }
  }
});

test('a full disk and a closed folder are recognised wherever they are met', () => {
  for (const [code, chinese] of [
    ['ENOSPC', '磁盘空间不足'],
    ['EACCES', '没有写入权限'],
  ]) {
    const { say, heard } = listen();
    say.trouble(Object.assign(new Error('mkdir'), { code }));
    assert.ok(heard().includes(chinese));
  }
});

test('the table of accounts stands in straight columns, Chinese or not', () => {
  const rows = tableOf([
    { username: 'province', password: 'a', role: '省级审核员', region: '四川省' },
    { username: 'c', password: 'long-password', role: 'x', region: '攀枝花市' },
  ]);
  const columns = rows.map((row) => {
    const start = row.search(/四川省|攀枝花市|区域/);
    return [...row.slice(0, start)].reduce(
      (width, letter) => width + (/\p{Script=Han}/u.test(letter) ? 2 : 1),
      0,
    );
  });
  assert.deepEqual(columns, [columns[0], columns[0], columns[0]]);
});

test('five deaths a minute are forgiven with growing pauses, the sixth is not, and a quiet minute forgives all', () => {
  let now = 0;
  const nextDelay = createRestartLimit(() => now);
  const delays = [1, 2, 3, 4, 5].map(() => nextDelay());
  assert.deepEqual(delays, [250, 500, 1000, 2000, 4000]);
  assert.equal(nextDelay(), undefined);
  now = 60_000;
  assert.equal(nextDelay(), 250);
});
