import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportRoutes } from '@qingshan/contracts';
import { ended, exported, fetchExport, makeExport, unzipped } from '../../testing/exporting';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../testing/test-app';

let house: TestApp;
let manager: Visitor;

/** Nothing to write: for tests that look at what becomes of a file and not at what is in it. */
const NONE = { q: '没有这样的矿山' };
const xlsx = { file: { format: 'xlsx' } } as const;

// The demo province: files of several steps.
beforeAll(async () => {
  house = await openTestApp('demo');
  manager = await house.as('manager');
}, 120_000);
afterAll(() => house.close());

const left = async (id: number) => {
  const [counted] = await house.sql<{ rows: number; pieces: number }>(
    `SELECT (SELECT count(*)::int FROM export_row WHERE export_id = $1) AS rows,
            (SELECT count(*)::int FROM export_piece WHERE export_id = $1) AS pieces`,
    [id],
  );
  return counted;
};

const rowsIn = async (bytes: Buffer) => {
  const sheet = (await unzipped(bytes))['xl/worksheets/sheet1.xml']?.toString() ?? '';
  return [...sheet.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row));
};

const cancel = (by: Visitor, id: number) => by.call(exportRoutes.cancel, { params: { id } });

test('a file of many steps has every row once, in order, and is fetched as often as wanted, the same each time', async () => {
  const { record, bytes } = await exported(manager, xlsx);
  expect(record.rows).toBeGreaterThan(4_000);
  expect(await rowsIn(bytes)).toEqual(Array.from({ length: Number(record.rows) + 1 }, (_, row) => row + 1));
  expect((await fetchExport(manager, record)).bytes.equals(bytes)).toBe(true);
  expect(await left(record.id)).toMatchObject({ rows: 0 });
}, 60_000);

test('a step that the database cuts off is done again, and leaves nothing twice', async () => {
  const made = await makeExport(manager, xlsx);
  let cuts = 0;
  while ((await manager.get(exportRoutes.read, { params: { id: made.id } })).state === 'making' && cuts < 2)
    cuts += (
      await house.sql(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'qingshan-write' AND query ~ 'export_piece|export_row'
           AND state = 'idle in transaction'`,
      )
    ).length;
  expect(cuts).toBeGreaterThan(0);
  const record = await ended(manager, made);
  expect(record.state).toBe('complete');
  const { bytes } = await fetchExport(manager, record);
  expect(await rowsIn(bytes)).toHaveLength(Number(record.rows) + 1);
}, 60_000);

test('what changes while a file is made is not in it: the rows are those of one moment', async () => {
  const made = await makeExport(manager, { file: { format: 'geojson' } });
  while ((await manager.get(exportRoutes.read, { params: { id: made.id } })).progress === null);
  await house.sql(`UPDATE mine SET name = '后来的名字', version = version + 1
    WHERE id = (SELECT max(id) FROM mine WHERE stage <> 'removed')`);
  const record = await ended(manager, made);
  const { bytes } = await fetchExport(manager, record);
  expect(bytes.toString()).not.toContain('后来的名字');
}, 60_000);

test('a file in the making is stopped: the record stays, the rows and pieces go, and a second stop is too late', async () => {
  const made = await makeExport(manager, xlsx);
  expect(made).toMatchObject({ state: 'making', mayCancel: true, mayFetch: false });
  expect((await cancel(manager, made.id)).body).toMatchObject({ state: 'cancelled', mayCancel: false });
  expect((await cancel(manager, made.id)).problem).toMatchObject({ status: 409, code: 'already-done' });
  expect(await left(made.id)).toEqual({ rows: 0, pieces: 0 });
  expect((await fetchExport(manager, made)).problem).toMatchObject({ status: 409, code: 'export-not-there' });
  const [job] = await house.sql<{ state: string }>(
    `SELECT state FROM job WHERE kind = 'export' AND subject_id = $1`,
    [made.id],
  );
  expect(job?.state).toBe('cancelled');
});

test('a CSV cannot be stopped: it is on its way with who fetches it', async () => {
  const made = await makeExport(manager, {});
  expect((await cancel(manager, made.id)).problem.code).toBe('already-done');
  expect((await fetchExport(manager, made)).status).toBe(200);
});

test('for anybody else it is not there: neither to read, to stop nor to fetch', async () => {
  const { record } = await exported(manager, { filter: NONE, file: { format: 'kml' } });
  for (const who of ['official', 'neighbour', 'city', 'auditor'] as const) {
    const other = await house.as(who);
    for (const answer of [
      await fetchExport(other, record),
      await cancel(other, record.id),
      await other.call(exportRoutes.read, { params: { id: record.id } }),
    ])
      expect(answer.problem).toMatchObject({ status: 404, code: 'not-found' });
  }
});

test('one person has three files in the making at most, also when asking at once', async () => {
  const asked = await Promise.all(
    [1, 2, 3, 4, 5].map(() =>
      manager.call(exportRoutes.make, { body: { filter: {}, language: 'zh', ...xlsx } }),
    ),
  );
  const taken = asked.filter(({ status }) => status === 201);
  const refused = asked.filter(({ status }) => status !== 201);
  expect(taken.length).toBeGreaterThanOrEqual(3);
  for (const { problem } of refused)
    expect(problem).toMatchObject({ status: 409, code: 'exports-under-way' });
  expect(refused.length).toBeGreaterThan(0);
  for (const { body } of taken) await cancel(manager, body.id);
});

test('the same request twice, under one key, makes one file', async () => {
  const headers = { 'idempotency-key': 'one-file-please' };
  const body = { filter: NONE, language: 'zh' as const, file: { format: 'kml' as const } };
  const [one, other] = await Promise.all([
    manager.get(exportRoutes.make, { body, headers }),
    manager.get(exportRoutes.make, { body, headers }),
  ]);
  expect(one.id).toBe(other.id);
  await ended(manager, one);
});

test('a wrong choice of file is refused', async () => {
  for (const file of [
    { format: 'exe' },
    { format: 'shp', encoding: 'latin1' },
    { format: 'shp', crs: 'EPSG:3857' },
    { format: 'xlsx', crs: 'EPSG:4548' },
    null,
    'xlsx',
  ]) {
    const payload = { filter: {}, language: 'zh', file };
    expect((await manager.inject({ method: 'POST', url: '/api/exports', payload })).statusCode).toBe(400);
  }
});

test('who has got another region since takes nothing along from the old one (S09)', async () => {
  const neighbour = await house.as('neighbour');
  const { record } = await exported(neighbour, { filter: NONE, file: { format: 'kml' } });
  await house.sql(
    `UPDATE person SET region_code = '360723', version = version + 1 WHERE username = 'neighbour'`,
  );
  const moved = await signIn(house.inject, 'neighbour');
  expect((await fetchExport(moved, record)).problem.status).toBe(404);
  expect((await moved.get(exportRoutes.read, { params: { id: record.id } })).mayFetch).toBe(false);
});

test('a file is kept for three days, then it is gone, the record stays, and the next export makes room', async () => {
  const { record } = await exported(manager, { filter: NONE, file: { format: 'kml' } });
  expect(Date.parse(String(record.keptUntil)) - house.clock.now().getTime()).toBe(3 * 86_400_000);
  house.clock.pass({ hours: 74 });
  const later = await signIn(house.inject, 'manager');
  expect((await fetchExport(later, record)).problem).toMatchObject({ status: 410, code: 'export-expired' });
  const { mayFetch, sha256 } = await later.get(exportRoutes.read, { params: { id: record.id } });
  expect([mayFetch, sha256]).toEqual([false, record.sha256]);
  await exported(later, { filter: NONE, file: { format: 'kml' } });
  expect(await left(record.id)).toEqual({ rows: 0, pieces: 0 });
});

test('a job that fails on its own account says so, keeps nothing, and the next one works', async () => {
  const later = await signIn(house.inject, 'manager');
  await house.sql('ALTER TABLE region RENAME TO region_away');
  const made = await makeExport(later, xlsx).finally(async () => {
    while ((await house.sql(`SELECT FROM job WHERE kind = 'export' AND state = 'running'`)).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await house.sql('ALTER TABLE region_away RENAME TO region');
  });
  const record = await ended(later, made);
  expect(record).toMatchObject({ state: 'broken', sha256: null, mayFetch: false });
  expect(await left(made.id)).toEqual({ rows: 0, pieces: 0 });
  expect((await exported(later, { filter: NONE, ...xlsx })).record.state).toBe('complete');
});

test('a statement that the database ends for taking too long is not tried for ever', async () => {
  const later = await signIn(house.inject, 'manager');
  await house.sql(
    `CREATE FUNCTION take_long() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(600); RETURN NULL; END'`,
  );
  await house.sql('CREATE TRIGGER take_long BEFORE INSERT ON export_row EXECUTE FUNCTION take_long()');
  const made = await makeExport(later, { filter: NONE, ...xlsx });
  const endIt = `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND state = 'active' AND query LIKE 'INSERT INTO export_row%'`;
  while ((await house.sql(endIt)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await ended(later, made)).toMatchObject({ state: 'broken', mayFetch: false });
  await house.sql('DROP FUNCTION take_long CASCADE');
});
