import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { checkout } from '../start/paths.mjs';

/** @param {string} path */
const read = (path) => readFileSync(join(checkout, path), 'utf8');
/** @param {string} path */
const manifest = (path) => JSON.parse(read(path));
/** @param {string} folder */
const workspacesIn = (folder) =>
  readdirSync(join(checkout, folder))
    .map((name) => `${folder}/${name}/package.json`)
    .filter((path) => existsSync(join(checkout, path)));

const manifests = ['package.json', ...workspacesIn('apps'), ...workspacesIn('libs')].map(manifest);
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(checkout, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

test('every package is named with its reason, and no other', () => {
  const used = new Set(
    manifests.flatMap(({ dependencies, devDependencies, optionalDependencies }) =>
      Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }),
    ),
  );
  const ours = manifests.map(({ name }) => name);
  const lines = [...read('docs/dependencies.md').matchAll(/^\| (`.*?) +\| +(\S.*?) +\|$/gm)];
  const named = lines.flatMap(([, packages]) => packages.split(', ').map((name) => name.replaceAll('`', '')));
  assert.deepEqual(named.sort(), [...used].filter((name) => !ours.includes(name)).sort());
});

test('what a page links to or names as a file of ours is there', () => {
  for (const page of pages) {
    const text = read(page);
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, target]) => target)
      .filter((target) => !target.includes(':'))
      .map((target) => relative(checkout, join(checkout, dirname(page), target)));
    const files = [...text.matchAll(/`((?:apps|libs|tools|docs)\/[\w./-]+)`/g)].map(([, path]) => path);
    for (const path of [...links, ...files]) {
      // The example of a feature that is yet to be written.
      if (/inspections?\b/.test(path)) continue;
      assert.ok(existsSync(join(checkout, path)), `${page} names ${path}`);
    }
  }
});

test('every command that a page tells to run is there', () => {
  const scripts = new Set(manifests.flatMap((each) => Object.keys(each.scripts ?? {})));
  for (const page of pages)
    for (const [, run, own] of read(page).matchAll(/\bnpm (?:run ([a-z:-]+)|(start|test)\b)/g))
      assert.ok(scripts.has(run ?? own), `${page} says npm ${run ? `run ${run}` : own}`);
});

test('a decision fits on a page, and its number is its own', () => {
  const decisions = pages.filter((page) => page.startsWith('docs/adr/'));
  const numbers = decisions.map((page) => page.slice('docs/adr/'.length).split('-')[0]);
  assert.equal(new Set(numbers).size, numbers.length);
  for (const page of decisions) {
    assert.ok(read(page).startsWith(`# ${Number(page.slice('docs/adr/'.length).split('-')[0])}. `), page);
    assert.ok(read(page).split('\n').length <= 60, page);
    assert.match(read(page), /Price: /, page);
  }
});
