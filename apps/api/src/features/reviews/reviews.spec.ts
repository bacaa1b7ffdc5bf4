import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  bulkRoutes,
  mineRoutes,
  reviewRoutes,
  type MineView,
  type SubmissionView,
} from '@qingshan/contracts';
import type { MoveName } from '@qingshan/domain';
import { enterMine } from '../../testing/enter-mine';
import { fileWanted, sendDocument } from '../../testing/file-document';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';
import { connected } from '../../testing/test-database';
import { addPerson } from '../../testing/test-people';
import { approve, edit, mineIn, submit } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let county: Visitor;
let city: Visitor;
let province: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  [official, county, city, province] = await Promise.all([
    house.as('official'),
    house.as('county'),
    house.as('city'),
    house.as('manager'),
  ]);
}, 60_000);
afterAll(() => house.close());

const read = (by: Visitor, { id }: { id: number }) => by.get(reviewRoutes.read, { params: { id } });
const mineOf = ({ mineId }: SubmissionView) => official.get(mineRoutes.read, { params: { id: mineId } });

const tryApprove = (by: Visitor, { id, version, contentHash }: SubmissionView, headers = {}) =>
  by.call(reviewRoutes.approve, { params: { id }, body: { version, contentHash }, headers });

const sendBack = (by: Visitor, { id, version, contentHash }: SubmissionView, more: object = {}) =>
  by.call(reviewRoutes.sendBack, {
    params: { id },
    body: { version, contentHash, reasons: ['AREA'], ...more },
  });

/** Why somebody was refused, as the trail says it, the last first. */
const refusals = async (username: string) =>
  (
    await house.sql<{ why: string }>(
      `SELECT t.detail ->> 'refusal' AS why FROM trail t JOIN person p ON p.id = t.person_id
       WHERE p.username = $1 AND t.action = 'access.refused' AND t.outcome = 'refused' ORDER BY t.id DESC`,
      [username],
    )
  ).map(({ why }) => why);

const submitted = async (mine?: MineView) =>
  submit(official, mine ?? (await enterMine(official)), '2026-04-01');

/** Completion with everything in it: all three levels look at it. */
const finished = async (): Promise<SubmissionView> => {
  const mine = await mineIn('completion', official);
  const accepted = await edit(official, mine, '2026-09-20', {
    startedOn: '2026-06-05',
    finishedOn: '2026-09-01',
    acceptanceNo: '赣县矿验〔2026〕9号',
    acceptedOn: '2026-09-18',
  });
  const [patch] = accepted.patches;
  const restored = await official.get(mineRoutes.editPatch, {
    params: { id: mine.id, patchId: patch?.id ?? 0 },
    body: {
      version: accepted.version,
      effectiveOn: '2026-09-25',
      changes: { restoredSquareMetres: patch?.areaSquareMetres ?? '0' },
    },
  });
  return submit(official, restored, '2026-10-01');
};

test('a survey goes to the city, and its approval moves the mine from the day that was submitted', async () => {
  const submission = await submitted();
  expect(submission).toMatchObject({
    stage: 'survey',
    levels: ['city'],
    level: 'city',
    turn: 1,
    state: 'pending',
  });
  const approved = await approve(city, submission);
  expect(approved).toMatchObject({ state: 'approved', reviews: [{ decision: 'approve', level: 'city' }] });
  expect(await mineOf(submission)).toMatchObject({ stage: 'planning', stageSince: '2026-04-01' });
  const { entries } = await official.get(mineRoutes.history, { params: { id: submission.mineId } });
  expect(entries.slice(0, 3).map(({ action }) => action)).toEqual([
    'mine.moved',
    'submission.approved',
    'submission.made',
  ]);
});

test('completion climbs county, city, province, each in its turn, and only the last moves the mine', async () => {
  let submission = await finished();
  for (const [by, level] of [
    [county, 'county'],
    [city, 'city'],
    [province, 'province'],
  ] as const) {
    expect((await mineOf(submission)).stage).toBe('completion');
    expect(submission.level).toBe(level);
    for (const other of [county, city, province].filter((one) => one !== by))
      expect((await tryApprove(other, submission)).problem).toMatchObject({
        status: 403,
        code: 'review-elsewhere',
      });
    submission = await approve(by, submission);
  }
  expect(await mineOf(submission)).toMatchObject({ stage: 'restored', stageSince: '2026-10-01' });
});

test('what the gate lacks cannot be submitted (S12)', async () => {
  const mine = await enterMine(official);
  const body = { mineId: mine.id, version: mine.version, effectiveOn: '2026-04-01' };
  expect((await official.call(reviewRoutes.submit, { body })).problem).toMatchObject({
    status: 422,
    code: 'gate-not-met',
    data: { missing: ['photoBefore', 'determinationPublished'] },
  });
  for (const effectiveOn of ['2026-11-25', '2026-03-01'])
    expect((await official.call(reviewRoutes.submit, { body: { ...body, effectiveOn } })).status).toBe(422);
});

describe('while it is under review', () => {
  test('nothing that was frozen changes: facts, patches, papers, stage, one by one or in bulk', async () => {
    const submission = await submitted();
    const { id, version, patches, mayEdit, underReview } = await mineOf(submission);
    expect([mayEdit, underReview]).toEqual([false, true]);
    const seen = await city.get(mineRoutes.read, { params: { id } });
    expect(seen.moves.map(({ refusal }) => refusal?.code)).toEqual(seen.moves.map(() => 'under-review'));
    const day = { version, effectiveOn: '2026-11-01' };
    const params = { id };
    const patch = {
      number: `${id}-X`,
      subclass: '11',
      attribute: '1',
      areaSquareMetres: '1.00',
      restoredSquareMetres: '0.00',
    } as const;
    const answers = [
      await official.call(mineRoutes.edit, { params, body: { ...day, changes: { town: '别处' } } }),
      await city.call(mineRoutes.edit, { params, body: { ...day, changes: { regionCode: '360722' } } }),
      await official.call(mineRoutes.addPatch, { params, body: { ...day, patch } }),
      await official.call(mineRoutes.editPatch, {
        params: { id, patchId: patches[0]?.id ?? 0 },
        body: { ...day, changes: { attribute: '2' } },
      }),
      await city.call(mineRoutes.move, {
        params,
        body: { ...day, move: 'remove' as MoveName, reasonCode: 'DUPLICATE', reason: null },
      }),
      await official.call(reviewRoutes.submit, { body: { mineId: id, ...day } }),
    ];
    expect(answers.map(({ status, problem }) => [status, problem.code])).toEqual(
      answers.map(() => [409, 'under-review']),
    );
    expect((await sendDocument(official, id, 'OTHER')).json()).toMatchObject({ code: 'under-review' });
    const bulk = await official.get(bulkRoutes.prepare, {
      body: { which: { ids: [id] }, changes: { town: '别处' }, effectiveOn: '2026-11-01', remark: null },
    });
    expect(bulk.counts).toMatchObject({ skipped: 1, change: 0 });
    expect((await mineOf(submission)).version).toBe(version);
    expect(await read(city, submission)).toMatchObject({ drift: [], contentHash: submission.contentHash });
  });

  test('a frozen submission and a decision change for nobody, not even past the API', async () => {
    const submission = await submitted();
    await sendBack(city, submission);
    for (const statement of [
      `UPDATE submission SET content = '{}', version = version + 1 WHERE id = ${submission.id}`,
      `UPDATE submission SET effective_on = '2026-01-01', version = version + 1 WHERE id = ${submission.id}`,
      `DELETE FROM submission WHERE id = ${submission.id}`,
      `UPDATE review SET remark = 'x' WHERE submission_id = ${submission.id}`,
      `DELETE FROM review WHERE submission_id = ${submission.id}`,
    ])
      await expect(house.sql(statement)).rejects.toThrow();
  });
});

describe('who may not decide', () => {
  test('an official or an auditor, and nobody of another city', async () => {
    const submission = await submitted();
    await connected(house.url, (client) =>
      addPerson(client, `other-city-${submission.id}`, {
        name: '外市管',
        role: 'manager',
        regionCode: '360100',
      }),
    );
    expect((await tryApprove(official, submission)).status).toBe(403);
    expect((await tryApprove(await house.as('auditor'), submission)).status).toBe(403);
    expect((await tryApprove(await house.as(`other-city-${submission.id}`), submission)).status).toBe(404);
  });

  test('nobody their own work: a manager who was the official when it was submitted (S13)', async () => {
    const username = `promoted-${Date.now()}`;
    const person = await connected(house.url, (client) =>
      addPerson(client, username, { name: '升任', role: 'official', regionCode: '360704' }),
    );
    const submission = await submit(await house.as(username), await enterMine(official), '2026-04-01');
    await house.sql(
      `UPDATE person SET role = 'manager', region_code = '360700', version = version + 1 WHERE id = $1`,
      [person],
    );
    expect((await tryApprove(await signIn(house.inject, username), submission)).problem.code).toBe(
      'own-work',
    );
    expect(await refusals(username)).toEqual(['own-work']);
  });

  test('nobody twice, even where the person has risen to the next level (S13)', async () => {
    const username = `risen-${Date.now()}`;
    const person = await connected(house.url, (client) =>
      addPerson(client, username, { name: '升调', role: 'manager', regionCode: '360704' }),
    );
    const submission = await approve(await house.as(username), await finished());
    await house.sql(`UPDATE person SET region_code = '360700', version = version + 1 WHERE id = $1`, [
      person,
    ]);
    expect((await tryApprove(await signIn(house.inject, username), submission)).problem.code).toBe(
      'own-work',
    );
  });
});

test('the queue is by age at the level where a submission waits, and by division', async () => {
  const early = await finished();
  const late = await submitted();
  house.clock.pass({ minutes: 1 });
  await approve(county, early);
  const order = async (by: Visitor, query = {}) =>
    (await by.get(reviewRoutes.list, { query: { show: 'mine', pageSize: 200, ...query } })).rows.map(
      ({ id }) => id,
    );
  const queue = await order(city);
  // Submitted before, but with the city only since the county approved it.
  expect(queue.indexOf(late.id)).toBeLessThan(queue.indexOf(early.id));
  expect(queue).toContain(early.id);
  expect(await order(city, { region: '360704' })).toEqual(queue);
  expect(await order(city, { region: '360722' })).toEqual([]);
  const [row] = (await city.get(reviewRoutes.list, { query: { mineId: early.mineId } })).rows;
  expect((row?.standsSince ?? '') > (row?.submittedAt ?? '')).toBe(true);
});

test('something other than what was frozen is not approved, and who tried it stands in the trail (S14, S59)', async () => {
  const submission = await submitted();
  const other = { ...submission, contentHash: 'f'.repeat(64) };
  expect((await tryApprove(city, other)).problem).toMatchObject({ status: 409, code: 'content-changed' });
  expect((await sendBack(city, other)).problem.code).toBe('content-changed');
  expect((await refusals('city')).slice(0, 2)).toEqual(['content-changed', 'content-changed']);
  // Somebody with the database's keys changes the mine under the review: its approval moves nothing.
  await house.sql(`UPDATE mine SET town = '改了', version = version + 1 WHERE id = $1`, [submission.mineId]);
  expect((await tryApprove(city, submission)).problem.code).toBe('content-changed');
  expect(await read(city, submission)).toMatchObject({ state: 'pending', reviews: [] });
  expect((await mineOf(submission)).stage).toBe('survey');
});

describe('one outcome', () => {
  test('for two reviewers, a double click and a stale page (F11)', async () => {
    await connected(house.url, (client) =>
      addPerson(client, `second-city-${Date.now()}`, {
        name: '李市管',
        role: 'manager',
        regionCode: '360700',
      }),
    );
    const submission = await submitted();
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => tryApprove(city, submission)),
      ...Array.from({ length: 4 }, () => sendBack(city, submission)),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
    const { reviews, state } = await read(city, submission);
    expect(reviews).toHaveLength(1);
    expect((await mineOf(submission)).stage).toBe(state === 'approved' ? 'planning' : 'survey');
  });

  test('for a retry with the same key: the same answer, once (S18)', async () => {
    const submission = await submitted();
    const key = { 'idempotency-key': `approve-${submission.id}` };
    const answers = [await tryApprove(city, submission, key), await tryApprove(city, submission, key)];
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual([
      [200, 'approved'],
      [200, 'approved'],
    ]);
    expect((await read(city, submission)).reviews).toHaveLength(1);
  });

  test('for eight that submit together', async () => {
    const mine = await fileWanted(official, await enterMine(official));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        official.call(reviewRoutes.submit, {
          body: { mineId: mine.id, version: mine.version, effectiveOn: '2026-04-01' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });
});

test('returned with reasons and by field, corrected and submitted again: the reviewer sees what changed', async () => {
  const first = await submitted();
  for (const reasons of [[], ['NO_SUCH']])
    expect((await sendBack(city, first, { reasons })).status).toBe(400);
  const fields = [{ field: 'town', note: '乡镇不对' }];
  expect(
    (await sendBack(city, first, { reasons: ['MISMATCH', 'OTHER'], fields, remark: '请核实' })).status,
  ).toBe(200);
  const returned = await read(official, first);
  expect(returned.reviews[0]).toMatchObject({
    decision: 'return',
    reasons: ['MISMATCH', 'OTHER'],
    fields,
    remark: '请核实',
  });
  const owed = await official.get(reviewRoutes.list, { query: { show: 'returned', mineId: first.mineId } });
  expect(owed.rows.map(({ id }) => id)).toEqual([first.id]);
  const corrected = await edit(official, await mineOf(first), '2026-03-10', { town: '茅店镇' });
  const second = await submitted(corrected);
  expect(second).toMatchObject({
    turn: 2,
    changes: [{ of: 'mine', field: 'town', before: '大田乡', after: '茅店镇' }],
  });
  expect(
    (await official.get(reviewRoutes.list, { query: { show: 'returned', mineId: first.mineId } })).total,
  ).toBe(0);
  expect((await approve(city, second)).state).toBe('approved');
});

test('reconsidered: the same content goes before the same level again; a changed one must be submitted anew', async () => {
  const submission = await submitted();
  await sendBack(city, submission);
  const ask = async (version: number) =>
    official.call(reviewRoutes.reconsider, {
      params: { id: submission.id },
      body: { version, remark: '材料第 3 页已有说明' },
    });
  const again = await ask(submission.version + 1);
  expect(again.body).toMatchObject({ state: 'pending', level: 'city' });
  await sendBack(city, again.body);
  await edit(official, await mineOf(submission), '2026-03-10', { town: '茅店镇' });
  expect((await ask(again.body.version + 1)).problem.code).toBe('content-changed');
});

test('withdrawn by who submitted it, the mine can be edited again', async () => {
  const submission = await submitted();
  const withdraw = (by: Visitor) =>
    by.call(reviewRoutes.withdraw, { params: { id: submission.id }, body: { version: submission.version } });
  expect((await withdraw(city)).status).toBe(403);
  expect((await withdraw(official)).body).toMatchObject({ state: 'withdrawn' });
  expect((await edit(official, await mineOf(submission), '2026-03-10', { town: '茅店镇' })).town).toBe(
    '茅店镇',
  );
});

test('what drifts from what was approved is shown with the difference', async () => {
  const submission = await submitted();
  await approve(city, submission);
  await edit(official, await mineOf(submission), '2026-11-01', { mineralCode: '84710' });
  expect((await read(city, submission)).drift).toEqual([
    expect.objectContaining({ of: 'mine', field: 'mineralCode', after: '84710' }),
  ]);
});

test('the queue shows what waits for this person, the oldest first, and nobody else’s region', async () => {
  const one = await submitted();
  house.clock.set(new Date('2026-11-24T02:10:00Z'));
  const two = await submitted();
  const waiting = await city.get(reviewRoutes.list, { query: { show: 'mine', pageSize: 200 } });
  const ids = waiting.rows.map(({ id }) => id);
  expect(ids.indexOf(one.id)).toBeLessThan(ids.indexOf(two.id));
  expect(waiting.rows.every(({ mayDecide, level }) => mayDecide && level === 'city')).toBe(true);
  for (const by of [county, province, official])
    expect(
      (await by.get(reviewRoutes.list, { query: { show: 'mine', pageSize: 200 } })).rows.filter(
        ({ id }) => id === one.id,
      ),
    ).toEqual([]);
  const neighbour = await house.as('neighbour');
  const theirs = await neighbour.get(reviewRoutes.list, { query: { show: 'all', pageSize: 200 } });
  expect(theirs.rows.filter(({ regionCode }) => regionCode !== '360722')).toEqual([]);
});
