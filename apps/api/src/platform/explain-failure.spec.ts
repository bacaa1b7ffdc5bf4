import { expect, test } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { openDataSource } from './database/connect';
import { UnfitDatabase } from './database/must-fit';
import { readEnv } from './env';
import { explainFailure } from './explain-failure';

const withCode = (code: string, message = 'the reason') => Object.assign(new Error(message), { code });
const failedQuery = (code: string) => new QueryFailedError('CREATE TABLE t ()', [], withCode(code));
const wrongEnv = () => {
  try {
    return readEnv({ DATABASE_URL: 'mysql://root@127.0.0.1/mines' });
  } catch (error) {
    return error;
  }
};

test.each<[string, unknown, string]>([
  ['a taken port', withCode('EADDRINUSE'), 'port-in-use'],
  ['a full disk, said by Node', withCode('ENOSPC'), 'disk-full'],
  ['a full disk, said by PostgreSQL', failedQuery('53100'), 'disk-full'],
  ['a wrong password', withCode('28P01'), 'database-unreachable'],
  ['a database that is not there', withCode('3D000'), 'database-unreachable'],
  ['a host nobody knows', withCode('ENOTFOUND'), 'database-unreachable'],
  ['a host that does not answer', new Error('Connection terminated unexpectedly'), 'database-unreachable'],
  ['a server without TLS', new Error('The server does not support SSL connections'), 'database-unreachable'],
  ['a certificate of one’s own', withCode('DEPTH_ZERO_SELF_SIGNED_CERT'), 'database-unreachable'],
  ['a role that may make no table', failedQuery('42501'), 'database-no-right'],
  ['a server that only reads', failedQuery('25006'), 'database-no-right'],
  ['a newer schema', new UnfitDatabase('schema-too-new', 'Later20990101000000'), 'schema-too-new'],
  ['an old PostgreSQL', new UnfitDatabase('database-too-old', 'PostgreSQL 14.23'), 'database-too-old'],
  ['a setting that is none', wrongEnv(), 'wrong-setting'],
  ['a statement that fails', failedQuery('42P07'), 'migration-failed'],
  ['anything else', new TypeError('x is not a function'), 'other'],
])('%s has a code of its own', (_, error, code) => {
  expect(explainFailure(error).code).toBe(code);
});

test('a setting is told by its name, and a trace is told only to whoever can use one', () => {
  expect(explainFailure(wrongEnv()).text).toMatch(/^DATABASE_URL: /);
  expect(explainFailure(withCode('28P01')).text).toBe('the reason');
  expect(explainFailure(new TypeError('x is not a function')).text).toContain('explain-failure.spec');
});

test('of a name with two addresses the refusal of each is told', async () => {
  const refusals = [withCode('ECONNREFUSED', '::1 refused'), withCode('ECONNREFUSED', '127.0.0.1 refused')];
  const error = Object.assign(new AggregateError(refusals), { code: 'ECONNREFUSED' });
  expect(explainFailure(error)).toEqual({
    code: 'database-unreachable',
    text: '::1 refused\n127.0.0.1 refused',
  });
});

test('a real server that is not there is unreachable', async () => {
  const source = openDataSource('postgres://nobody:x@127.0.0.1:9/nothing', [], []);
  const error: unknown = await source.initialize().catch((reason: unknown) => reason);
  expect(explainFailure(error)).toEqual({
    code: 'database-unreachable',
    text: expect.stringContaining('ECONNREFUSED'),
  });
});
