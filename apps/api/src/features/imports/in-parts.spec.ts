import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database } from '../../platform/database/database';
import { openTestApp, type TestApp } from '../../testing/test-app';
import { inParts } from './in-parts';

let house: TestApp;

beforeAll(async () => {
  house = await openTestApp();
});
afterAll(() => house.close());

const nobody = { actor: null, address: '127.0.0.1', requestId: 'parts' } as const;

test('parts are made ready one after the other before the first is done', async () => {
  const told: string[] = [];
  await inParts([1, 2, 3, 4, 5], 2, async (part) => {
    told.push(`begun ${part.join()}`);
    await Promise.resolve();
    told.push(`done ${part.join()}`);
  });
  expect(told).toEqual(['begun 1,2', 'begun 3,4', 'begun 5', 'done 1,2', 'done 3,4', 'done 5']);
});

test('nothing is no part', async () => {
  await inParts([], 2, () => Promise.reject(new Error('called')));
});

test('of a failed transaction the cause is told and not what it brought upon the rest, nothing stays and nothing follows', async () => {
  const database = house.app.get(Database);
  const ends: number[] = [];
  const broken = database.write(nobody, async (tx) => {
    await tx.rows('CREATE TEMP TABLE told_in_parts (n int PRIMARY KEY) ON COMMIT DROP');
    await tx.record({ action: 'session.closed', subject: 'parts' });
    await inParts([1, 2, 2, 3], 1, async ([n]) => {
      try {
        await tx.rows('INSERT INTO told_in_parts VALUES ($1)', [n]);
        await tx.rows('SELECT 1');
      } finally {
        ends.push(Number(n));
      }
    });
  });
  await expect(broken).rejects.toMatchObject({ code: '23505' });
  expect(ends.sort()).toEqual([1, 2, 2, 3]);
  expect(await house.sql(`SELECT id FROM trail WHERE subject = 'parts'`)).toEqual([]);
});
