import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSecrets } from './find-secrets.mjs';

const secrets = [
  { what: 'a password', secret: 'Green hills/2026"' },
  { what: 'a cookie', secret: 'c29tZSBjb29raWU' },
];
const look = (/** @type {string} */ text) => findSecrets([{ where: 'api.log', text }], secrets);

for (const [form, text] of [
  ['as it is', 'signed in with Green hills/2026" today'],
  ['in an address', 'GET /api?password=Green%20hills%2F2026%22'],
  ['in JSON', '{"body":{"password":"Green hills/2026\\""}}'],
  ['in base64', `authorization: Basic ${Buffer.from('Green hills/2026"').toString('base64')}`],
])
  test(`a planted secret is found ${form}, and not told (S58)`, () => {
    assert.deepEqual(look(String(text)), ['a password in api.log']);
  });

test('each secret is told once for each place', () => {
  const texts = [1, 2].flatMap((at) => Array(3).fill({ where: `log ${at}`, text: 'c29tZSBjb29raWU' }));
  assert.deepEqual(findSecrets(texts, secrets), ['a cookie in log 1', 'a cookie in log 2']);
});

test('a log without secrets is clean; a search for nothing is none', () => {
  assert.deepEqual(look('Green hills, and a cookie'), []);
  assert.throws(() => findSecrets([], []), /no secret/);
  assert.throws(() => findSecrets([], [{ what: 'an empty one', secret: '' }]), /no secret/);
});
