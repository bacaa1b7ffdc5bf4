import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { buildWhatChanged, forgetBuild, isBuilt } from './build.mjs';
import { createSpeaker } from './say.mjs';

const folder = mkdtempSync(join(tmpdir(), 'qingshan-build-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const session = {
  signal: new AbortController().signal,
  onEnd: () => {},
  say: createSpeaker(/** @type {any} */ ({ write: () => true })),
};

/** @param {string} path @param {string} content */
function write(path, content) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** A stand-in for nx that writes what the sources say. */
const nx = `
  const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
  const source = readFileSync('apps/api/src/main.ts', 'utf8');
  if (source === 'broken') { console.error('main.ts: broken'); process.exit(1); }
  if (source === 'full') { console.error('ENOSPC: no space left on device'); process.exit(1); }
  mkdirSync('apps/api/dist', { recursive: true });
  mkdirSync('apps/web/dist', { recursive: true });
  writeFileSync('apps/api/dist/main.js', source);
  writeFileSync('apps/web/dist/index.html', 'page');`;

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  write('.gitignore', 'node_modules/\ndist/\n*.log\n');
  write('apps/api/src/main.ts', 'one');
  write('apps/web/index.html', 'page');
  write('libs/domain/src/index.ts', 'rules');
  write('package-lock.json', '{}');
  write('node_modules/nx/package.json', '{"bin":{"nx":"nx.js"}}');
  write('node_modules/nx/nx.js', nx);
});

test('a build counts until a source, a library or the lockfile changes', async () => {
  for (const path of [
    'apps/api/src/main.ts',
    'apps/web/new.ts',
    'libs/domain/src/index.ts',
    'package-lock.json',
  ]) {
    await buildWhatChanged(folder, session);
    assert.equal(isBuilt(folder), true, path);
    write(path, `changed ${path}`);
    assert.equal(isBuilt(folder), false, path);
  }
});

test('what git ignores does not ask for a build', async () => {
  await buildWhatChanged(folder, session);
  write('apps/api/debug.log', 'line');
  write('apps/web/node_modules/.cache/x', 'x');
  assert.equal(isBuilt(folder), true);
});

test('a bundle that another build wrote, or that is missing, is built again', async () => {
  await buildWhatChanged(folder, session);
  write('apps/api/dist/main.js', 'of other sources');
  assert.equal(isBuilt(folder), false);
  await buildWhatChanged(folder, session);
  rmSync(join(folder, 'apps/web/dist'), { recursive: true });
  assert.equal(isBuilt(folder), false);
  await buildWhatChanged(folder, session);
  forgetBuild(folder);
  assert.equal(isBuilt(folder), false);
});

test('a failed build is told and does not count, even when an older bundle is there', async () => {
  await buildWhatChanged(folder, session);
  write('apps/api/src/main.ts', 'broken');
  await assert.rejects(buildWhatChanged(folder, session), {
    code: 'build-failed',
    detail: 'main.ts: broken\n',
  });
  assert.equal(isBuilt(folder), false);
  write('apps/api/src/main.ts', 'full');
  await assert.rejects(buildWhatChanged(folder, session), { code: 'disk-full' });
});
