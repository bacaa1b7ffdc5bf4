import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkout } from '../start/paths.mjs';

/** @param {string} path */
const read = (path) => readFileSync(join(checkout, path), 'utf8');
const compose = parse(read('docker-compose.yml'));
const { database, app } = compose.services;

/** `${NAME}`, `${NAME:-default}` or `${NAME:?message}`. @param {string} text */
const variablesIn = (text) =>
  [...text.matchAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g)].map(([, name, operator, rest]) => ({
    name,
    operator,
    rest,
  }));

test('without a password nothing starts, and there is none to guess', () => {
  const asked = variablesIn(read('docker-compose.yml')).filter(({ name }) => /PASSWORD|SECRET/.test(name));
  assert.equal(asked.length, 2);
  for (const { name, operator, rest } of asked)
    assert.deepEqual([operator, rest?.includes(`${name}=`)], ['?', true], 'compose must say what is missing');
  for (const service of [database, app])
    for (const [name, value] of Object.entries(service.environment))
      if (/PASSWORD|SECRET/.test(name)) assert.match(value, /^\$\{\w+:\?[^}]+\}$/, name);
  assert.match(
    app.environment.DATABASE_URL,
    /^postgres:\/\/qingshan:\$\{POSTGRES_PASSWORD:\?[^}]+\}@database:5432\/qingshan$/,
  );
});

test('what is pulled is named to the last figure, and PostgreSQL is one that we support', () => {
  assert.match(database.image, /^postgres:(?:1[5-9]|2\d)\.\d+-\w+$/);
  assert.equal(app.build, '.');
});

test('the data outlive their containers', () => {
  assert.deepEqual(database.volumes, ['database:/var/lib/postgresql']);
  assert.deepEqual(app.volumes, ['home:/var/lib/qingshan']);
  assert.deepEqual(Object.keys(compose.volumes).sort(), ['database', 'home']);
});

test('the app waits for a database that answers, over the way the app will take', () => {
  assert.deepEqual(app.depends_on, { database: { condition: 'service_healthy' } });
  assert.ok(database.healthcheck.test.includes('--host=127.0.0.1'));
});

test('both come back after a restart of the machine, and the app has time to drain', () => {
  for (const service of [database, app]) assert.equal(service.restart, 'unless-stopped');
  const drains = /DRAIN_AT_MOST_MS = ([\d_]+)/.exec(read('apps/api/src/main.ts'));
  assert.ok(Number.parseInt(app.stop_grace_period, 10) * 1000 > Number(drains?.[1].replaceAll('_', '')));
});

test('nothing is published beyond this machine, and the app may do little in its container', () => {
  assert.equal(database.ports, undefined);
  for (const port of app.ports) assert.match(port, /^127\.0\.0\.1:/);
  assert.deepEqual([app.read_only, app.cap_drop], [true, ['ALL']]);
  assert.deepEqual(app.security_opt, ['no-new-privileges:true']);
});

test('every setting is one the API reads, and operations.md tells of each that can be given', () => {
  const known = [...read('apps/api/src/platform/env.ts').matchAll(/^ {2}([A-Z_]+): z/gm)].map(
    ([, name]) => name,
  );
  for (const name of Object.keys(app.environment)) assert.ok(known.includes(name), name);
  const operations = read('docs/operations.md');
  for (const name of [...known, ...variablesIn(read('docker-compose.yml')).map(({ name }) => name)])
    assert.ok(operations.includes(`\`${name}\``), `docs/operations.md says nothing of ${name}`);
});
