import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { isTooOld } from '../start/node-version.mjs';
import { apiBundle, apiNodeOptions, checkout, webDist } from '../start/paths.mjs';

/** @param {string} path */
const linesOf = (path) => readFileSync(join(checkout, path), 'utf8').replaceAll('\\\n', ' ').split('\n');

/** Each stage with its instructions, as [word, the rest]. */
const stages = linesOf('Dockerfile')
  .flatMap((line) => [...line.matchAll(/^([A-Z]+) +(.*)$/g)])
  .map(([, word, rest]) => ({ word, rest }))
  .reduce((list, step) => {
    if (step.word === 'FROM') list.push([]);
    list.at(-1)?.push(step);
    return list;
  }, /** @type {{ word: string, rest: string }[][]} */ ([]));
const last = /** @type {{ word: string, rest: string }[]} */ (stages.at(-1));

/** @param {{ word: string, rest: string }[]} stage @param {string} word */
const all = (stage, word) => stage.filter((step) => step.word === word).map(({ rest }) => rest);

test('what is built on is named to the last figure, and is a Node that the product runs on', () => {
  const names = new Set(stages.map(([from]) => / AS (\w+)$/.exec(from.rest)?.[1]));
  const pulled = stages.map(([from]) => from.rest.split(' ')[0]).filter((image) => !names.has(image));
  assert.ok(pulled.length > 0);
  for (const image of pulled) {
    const [, version] = /^node:(\d+\.\d+\.\d+)-\w+-slim$/.exec(image) ?? [];
    assert.ok(version && !isTooOld(version), image);
  }
});

test('what is copied is there, and not kept out of the build', () => {
  const ignored = linesOf('.dockerignore').filter(Boolean);
  for (const rest of stages.flatMap((stage) => all(stage, 'COPY'))) {
    if (rest.startsWith('--from=')) continue;
    for (const source of rest.split(' ').slice(0, -1)) {
      assert.ok(existsSync(join(checkout, source)), source);
      assert.ok(!ignored.includes(source), `${source} is ignored`);
    }
  }
});

test('the lockfile is read with the manifest of every workspace, or npm ci would refuse it', () => {
  const { workspaces } = JSON.parse(linesOf('package.json').join('\n'));
  const manifests = workspaces.flatMap((/** @type {string} */ pattern) => {
    const folder = pattern.replace('/*', '');
    return readdirSync(join(checkout, folder))
      .map((name) => `${folder}/${name}/package.json`)
      .filter((path) => existsSync(join(checkout, path)));
  });
  const copied = all(stages[0], 'COPY').flatMap((rest) => rest.split(' ').slice(0, -1));
  assert.deepEqual(copied.sort(), [...manifests, 'package.json', 'package-lock.json'].sort());
});

test('the image runs what a build makes, without rights, and says whether it is well', () => {
  const copied = all(last, 'COPY').map((rest) => rest.split(' ').slice(-2)[0]);
  const from = copied.map((path) => path.replace('/app/', ''));
  assert.ok(from.some((path) => relative(checkout, apiBundle).startsWith(path)));
  assert.ok(from.includes(relative(checkout, webDist)));
  assert.deepEqual(all(last, 'CMD'), [
    `[${['node', ...apiNodeOptions, relative(checkout, apiBundle)].map((word) => `"${word}"`).join(', ')}]`,
  ]);
  assert.deepEqual(all(last, 'USER'), ['node']);
  assert.match(all(last, 'HEALTHCHECK')[0], /:3000\/api\/health/);
  const environment = Object.fromEntries(
    all(last, 'ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('='))),
  );
  assert.deepEqual(environment, {
    NODE_ENV: 'production',
    HOST: '0.0.0.0',
    PORT: '3000',
    WEB_DIST: `/app/${relative(checkout, webDist)}`,
    QINGSHAN_HOME: '/var/lib/qingshan',
  });
});

test('neither history nor secrets nor what this machine has built goes into the image', () => {
  const ignored = linesOf('.dockerignore');
  for (const path of ['.git', '.env', '.qingshan', '**/node_modules', '**/dist'])
    assert.ok(ignored.includes(path), path);
});
