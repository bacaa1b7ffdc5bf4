import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf } from './counts.mjs';

test('the tests of all jest projects are added up', () => {
  const output = 'Tests:       3 passed, 3 total\nTests:       1 failed, 4 passed, 5 total\n';
  assert.deepEqual(countsOf('jest', output, 1), { passed: 7, failed: 1 });
});

test('a runner that crashed without a failed test counts as a failure', () => {
  assert.deepEqual(countsOf('jest', 'Tests:       3 passed, 3 total\n', 1), { passed: 3, failed: 1 });
});

test('a runner that ran no test counts as a failure', () => {
  assert.deepEqual(countsOf('node', '', 0), { passed: 0, failed: 1 });
});

test('a check without tests is one, passed or failed', () => {
  assert.deepEqual(countsOf('one', 'anything', 0), { passed: 1, failed: 0 });
  assert.deepEqual(countsOf('one', 'anything', 2), { passed: 0, failed: 1 });
});
