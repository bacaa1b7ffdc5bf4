import assert from 'node:assert/strict';
import { cpSync, lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findBinaries, makeMissingSymlinks } from './binaries.mjs';

const folder = mkdtempSync(join(tmpdir(), 'qingshan-binaries-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test(
  'links that npm did not unpack, or that point nowhere, are made',
  { skip: process.platform === 'win32' },
  () => {
    const native = join(folder, 'native');
    cpSync(findBinaries().native, native, { recursive: true, verbatimSymlinks: true });
    /** @type {{ source: string, target: string }[]} */
    const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
    assert.ok(links.length > 1);
    for (const { target } of links) unlinkSync(join(folder, target));
    symlinkSync('nowhere', join(folder, links[0].target));
    const postgres = join(native, 'bin', 'postgres');
    assert.notEqual(
      spawnSync(postgres, ['--version']).status,
      0,
      'it needs no links, so this test shows nothing',
    );

    makeMissingSymlinks(native);

    for (const { source, target } of links) {
      assert.ok(lstatSync(join(folder, target)).isSymbolicLink(), target);
      assert.deepEqual(readFileSync(join(folder, target)), readFileSync(join(folder, source)), target);
    }
    assert.match(spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout, /PostgreSQL\) 18/);
  },
);

test('a link whose file is missing as well is an error, not a silent hole', () => {
  const native = join(folder, 'native');
  const [{ source, target }] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  unlinkSync(join(folder, source));
  unlinkSync(join(folder, target));
  assert.throws(() => makeMissingSymlinks(native), { code: 'binaries-missing' });
});
