import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { areDependenciesInstalled, reasonIn } from './dependencies.mjs';

const folder = mkdtempSync(join(tmpdir(), 'qingshan-dependencies-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const wanted = {
  '': { version: '0.1.0' },
  'apps/api': { version: '0.1.0' },
  'node_modules/@qingshan/api': { link: true },
  'node_modules/pg': { version: '8.0.0', integrity: 'sha512-a' },
  'node_modules/other-platform': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};
const installed = { 'node_modules/pg': { version: '8.0.0', integrity: 'sha512-a' } };

/** @param {object} [notes] what npm noted in node_modules */
function areInstalled(notes) {
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (notes) {
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: notes }));
  }
  return areDependenciesInstalled(folder);
}

test('an install that matches the lockfile is left alone, without the binaries of other platforms', () => {
  assert.equal(areInstalled(installed), true);
});

test('a fresh clone, another version and a missing package ask for an install', () => {
  assert.equal(areInstalled(), false);
  assert.equal(areInstalled({}), false);
  assert.equal(areInstalled({ 'node_modules/pg': { version: '8.1.0', integrity: 'sha512-c' } }), false);
});

test('of a failed install the reason is told, not the manual of npm', () => {
  const manual = Array.from({ length: 60 }, (_, line) => `npm error   --option-${line}`).join('\n');
  const output = `npm warn deprecated\nnpm error code ENOTFOUND\nnpm error\nnpm error network request failed\n${manual}`;
  const told = reasonIn(output, 'install.log').split('\n');
  assert.deepEqual(told.slice(0, 2), ['code ENOTFOUND', 'network request failed']);
  assert.equal(told.at(-1), '… install.log');
  assert.ok(told.length < 12);
  assert.equal(reasonIn('spawn npm ENOENT', 'install.log'), 'spawn npm ENOENT');
});
