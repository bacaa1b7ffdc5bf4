import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { isTooOld, oldestNode } from './node-version.mjs';

test('the oldest Node is the one package.json names', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  assert.equal(engines.node, `>=${oldestNode.join('.')}`);
});

test('a version is compared by its numbers', () => {
  for (const version of ['14.21.3', '18.20.0', '20.9.0', '20.18.3'])
    assert.equal(isTooOld(version), true, version);
  for (const version of ['20.19.0', '20.20.2', '21.0.0', '24.1.0'])
    assert.equal(isTooOld(version), false, version);
});

test('what is read before the check has no syntax an old Node cannot read', () => {
  for (const file of ['main.mjs', 'dev.mjs', 'node-version.mjs']) {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8');
    /** @param {ts.ScriptTarget} target */
    const as = (target) =>
      ts.transpileModule(source, {
        compilerOptions: { target, module: ts.ModuleKind.ESNext },
        fileName: file,
      }).outputText;
    assert.equal(as(ts.ScriptTarget.ES2019), as(ts.ScriptTarget.ESNext), file);
    const imports = [...source.matchAll(/^import .* from '(.*)';$/gm)].map(([, name]) => name);
    assert.deepEqual(imports, file === 'node-version.mjs' ? [] : ['./node-version.mjs'], file);
  }
});
