import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  delegationRoutes,
  mineRoutes,
  reviewRoutes,
  trailRoutes,
  type SubmissionView,
} from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { fileDocument } from '../../testing/file-document';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { connected } from '../../testing/test-database';
import { addPerson, TEST_PEOPLE } from '../../testing/test-people';
import { approve, submit } from '../../testing/walk';

const TODAY = '2026-11-24';

let house: TestApp;
let official: Visitor;
/** The city's reviewer, and three more at the same desk. */
let city: Visitor;
let second: Visitor;
let third: Visitor;
let ids: Record<string, number>;

beforeAll(async () => {
  house = await openTestApp();
  await connected(house.url, async (client) => {
    for (const username of ['second', 'third', 'fourth'])
      await addPerson(client, username, { ...TEST_PEOPLE.city, name: `${username}市管` });
    await addPerson(client, 'elsewhere', { name: '别市管', role: 'manager', regionCode: '360100' });
    await addPerson(client, 'viewer', { name: '市审计', role: 'auditor', regionCode: '360700' });
  });
  const people = await house.sql<{ id: string; username: string }>('SELECT id, username FROM person');
  ids = Object.fromEntries(people.map(({ id, username }) => [username, Number(id)]));
  [official, city, second, third] = await Promise.all([
    house.as('official'),
    house.as('city'),
    house.as('second'),
    house.as('third'),
  ]);
}, 60_000);
afterAll(() => house.close());

const bodyFor = (username: string, more: object = {}) => ({
  delegateId: ids[username] ?? 0,
  startsOn: TODAY,
  endsOn: '2026-11-30',
  reason: '出差',
  ...more,
});

const make = (by: Visitor, username: string, more: object = {}) =>
  by.call(delegationRoutes.make, { body: bodyFor(username, more) });

const standing = async (by: Visitor) =>
  (await by.get(delegationRoutes.list, {})).delegations.filter(({ revokedAt }) => revokedAt === null);

const revokeAll = async () => {
  for (const by of [city, second, third])
    for (const { id, version, side } of await standing(by))
      if (side === 'given') await by.get(delegationRoutes.revoke, { params: { id }, body: { version } });
};

const submitted = async (): Promise<SubmissionView> =>
  submit(official, await enterMine(official, { effectiveOn: '2026-11-01' }), '2026-11-10');

const tryApprove = (by: Visitor, { id, version, contentHash }: SubmissionView) =>
  by.call(reviewRoutes.approve, { params: { id }, body: { version, contentHash } });

const mayDecide = async (by: Visitor, { id }: SubmissionView) => {
  const { rows } = await by.get(reviewRoutes.list, { query: { show: 'mine', pageSize: 200 } });
  const { may } = await by.get(reviewRoutes.read, { params: { id } });
  const code = may.find(({ decision }) => decision === 'approve')?.refusal?.code ?? null;
  // The queue and the button say the same.
  expect(rows.some((row) => row.id === id)).toBe(code === null);
  return code;
};

test('reviewing is handed on, seen by both, decided in the other’s name, and taken back', async () => {
  const { status, body } = await make(city, 'second');
  expect([status, body.delegations[0]]).toMatchObject([
    201,
    { personName: '王市管', delegateName: 'second市管', holds: true, side: 'given', revokedAt: null },
  ]);
  expect(body.candidates.map(({ name }) => name).sort()).toEqual(['fourth市管', 'second市管', 'third市管']);
  expect((await standing(second))[0]).toMatchObject({ side: 'received', holds: true });
  const approved = await approve(second, await submitted());
  expect(approved.reviews).toMatchObject([{ personName: 'second市管', forPersonName: '王市管' }]);

  const [given] = await standing(city);
  const { id = 0, version = 0 } = given ?? {};
  const taken = await city.get(delegationRoutes.revoke, { params: { id }, body: { version } });
  expect(taken.delegations[0]).toMatchObject({ holds: false });
  expect(taken.delegations[0]?.revokedAt).not.toBeNull();
  const later = await approve(second, await submitted());
  expect(later.reviews).toMatchObject([{ personName: 'second市管', forPersonName: null }]);

  const { entries } = await (
    await house.as('auditadmin')
  ).get(trailRoutes.list, { query: { action: 'delegation' } });
  expect(entries.slice(0, 2)).toMatchObject([
    { action: 'delegation.revoked', subject: 'second', before: { startsOn: TODAY, endsOn: '2026-11-30' } },
    {
      action: 'delegation.made',
      subject: 'second',
      after: { startsOn: TODAY, endsOn: '2026-11-30' },
      remark: '出差',
    },
  ]);
});

test('who took it on may hand it back', async () => {
  await make(city, 'second');
  const [received] = await standing(second);
  const { id = 0, version = 0 } = received ?? {};
  await second.get(delegationRoutes.revoke, { params: { id }, body: { version } });
  expect(await standing(city)).toEqual([]);
});

describe('nobody reviews their own work, directly or by delegation (S13)', () => {
  const editedBy = async (by: Visitor): Promise<SubmissionView> => {
    const mine = await enterMine(official, { effectiveOn: '2026-11-01' });
    const edited = await by.get(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version: mine.version, effectiveOn: '2026-11-02', changes: { town: '茅店镇' } },
    });
    return submit(official, edited, '2026-11-10');
  };

  test('who changed what is submitted does not approve it; a colleague does', async () => {
    const submission = await editedBy(city);
    expect(await mayDecide(city, submission)).toBe('own-work');
    expect((await tryApprove(city, submission)).problem).toMatchObject({ status: 403, code: 'own-work' });
    expect(await mayDecide(second, submission)).toBeNull();
    expect((await approve(second, submission)).state).toBe('approved');
  });

  test('nor does who filed one of its papers', async () => {
    const mine = await enterMine(official, { effectiveOn: '2026-11-01' });
    await fileDocument(city, mine.id, 'PHOTO_BEFORE');
    const now = await official.get(mineRoutes.read, { params: { id: mine.id } });
    expect(await mayDecide(city, await submit(official, now, '2026-11-10'))).toBe('own-work');
  });

  test('nor their delegate, while that one stands in for them', async () => {
    const submission = await editedBy(city);
    await make(city, 'second');
    expect(await mayDecide(second, submission)).toBe('own-work');
    expect((await tryApprove(second, submission)).problem).toMatchObject({ status: 403, code: 'own-work' });
    expect(await mayDecide(third, submission)).toBeNull();
    await revokeAll();
    expect(await mayDecide(second, submission)).toBeNull();
  });

  test('nor a delegate who is the author', async () => {
    const submission = await editedBy(second);
    await make(city, 'second');
    expect(await mayDecide(second, submission)).toBe('own-work');
    expect(await mayDecide(city, submission)).toBeNull();
    await revokeAll();
  });

  test('what was changed in an earlier, reviewed stage is nobody’s own any more', async () => {
    const first = await editedBy(city);
    await approve(second, first);
    const mine = await official.get(mineRoutes.read, { params: { id: first.mineId } });
    const planned = await official.get(mineRoutes.edit, {
      params: { id: mine.id },
      body: {
        version: mine.version,
        effectiveOn: '2026-11-12',
        changes: { approach: 'C', planApprovalNo: '赣县自然资修〔2026〕4号', planApprovedOn: '2026-11-12' },
      },
    });
    expect(await mayDecide(city, await submit(official, planned, '2026-11-15'))).toBeNull();
  });
});

describe('is refused', () => {
  test.each([
    ['to oneself', 'city', {}, 422, 'self'],
    ['to who does not review', 'viewer', {}, 422, 'notReviewer'],
    ['from a day that is past', 'second', { startsOn: '2026-11-23' }, 422, 'past'],
    ['to end before it begins', 'second', { startsOn: '2026-11-26', endsOn: '2026-11-25' }, 422, 'order'],
    ['for more than ninety days', 'second', { endsOn: '2027-02-22' }, 422, 'long'],
    ['to another city, as if nobody were there', 'elsewhere', {}, 404, undefined],
    ['to the county below', 'county', {}, 404, undefined],
    ['to the province above', 'manager', {}, 404, undefined],
    ['to nobody', 'nobody', { delegateId: 987_654 }, 404, undefined],
    ['without a reason', 'second', { reason: ' ' }, 400, undefined],
  ])('%s', async (_, username, more, status, why) => {
    const { problem } = await make(city, username, more);
    expect([problem.status, problem.data?.why]).toEqual([status, why]);
    expect(await standing(city)).toEqual([]);
  });

  test('to a shut account', async () => {
    await house.sql(`UPDATE person SET disabled_at = now(), version = version + 1 WHERE username = 'fourth'`);
    expect((await make(city, 'fourth')).problem.data?.why).toBe('disabled');
  });

  test('twice over the same days: a double click, two at once, a chain, a circle', async () => {
    const tries = await Promise.all([1, 2, 3].map(() => make(city, 'second')));
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    for (const [by, to] of [
      [city, 'third'],
      [second, 'third'],
      [third, 'second'],
      [third, 'city'],
      [second, 'city'],
    ] as const)
      expect((await make(by, to)).problem.data?.why).toBe('taken');
    expect((await make(city, 'third', { startsOn: '2026-12-01', endsOn: '2026-12-05' })).status).toBe(201);
    await revokeAll();
  });

  test('when it is taken back twice, at a stale version, or by somebody else', async () => {
    await make(city, 'second');
    const [given] = await standing(city);
    const { id = 0, version = 0 } = given ?? {};
    const revoke = (by: Visitor, from = version) =>
      by.call(delegationRoutes.revoke, { params: { id }, body: { version: from } });
    expect((await revoke(third)).problem).toMatchObject({ status: 403, code: 'not-allowed' });
    for (const outside of ['elsewhere', 'county'])
      expect((await revoke(await signIn(house.inject, outside))).status).toBe(404);
    expect((await revoke(city, version + 1)).problem.code).toBe('version-conflict');
    const both = await Promise.all([revoke(city), revoke(second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test('it holds on its days only, and not for who has gone elsewhere', async () => {
  const start = house.clock.now();
  await make(city, 'second', { startsOn: '2026-11-25', endsOn: '2026-11-25' });
  const nameOn = async (instant: string) => {
    house.clock.set(new Date(instant));
    const approved = await approve(await signIn(house.inject, 'second'), await submittedAnew());
    return approved.reviews[0]?.forPersonName;
  };
  const submittedAnew = async () => {
    const by = await signIn(house.inject, 'official');
    return submit(by, await enterMine(by, { effectiveOn: '2026-11-01' }), '2026-11-10');
  };
  // Days are Shanghai's.
  expect(await nameOn('2026-11-24T15:59:00Z')).toBeNull();
  expect(await nameOn('2026-11-24T16:01:00Z')).toBe('王市管');
  expect(await nameOn('2026-11-25T16:01:00Z')).toBeNull();
  house.clock.set(start);
  [official, city, second] = (await Promise.all(
    ['official', 'city', 'second'].map((username) => signIn(house.inject, username)),
  )) as [Visitor, Visitor, Visitor];
  await revokeAll();
  await make(city, 'second');
  await house.sql(`UPDATE person SET region_code = '360100', version = version + 1 WHERE username = 'city'`);
  expect((await approve(second, await submitted())).reviews[0]?.forPersonName).toBeNull();
  await house.sql(`UPDATE person SET region_code = '360700', version = version + 1 WHERE username = 'city'`);
});

test('others see what is handed on within their reach', async () => {
  expect(
    (await (await signIn(house.inject, 'auditor')).get(delegationRoutes.list, {})).delegations.length,
  ).toBeGreaterThan(0);
  for (const outside of ['neighbour', 'elsewhere', 'county'])
    expect((await (await signIn(house.inject, outside)).get(delegationRoutes.list, {})).delegations).toEqual(
      [],
    );
});
