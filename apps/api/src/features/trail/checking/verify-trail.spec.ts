import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { trailRoutes, type VerificationLine, type VerificationResult } from '@qingshan/contracts';
import { bytesOfBase64, isIncluded, keyText, leafHash, parseNote, utf8 } from '@qingshan/domain';
import { sha256 } from '../../../platform/sealing/crypto';
import { askHandover } from '../../../signer/ask-handover';
import { openTestApp, signIn, type TestApp, type Visitor } from '../../../testing/test-app';
import { connected } from '../../../testing/test-database';
import { openTestSigner } from '../../../testing/test-signer';
import { verifyPackage } from '../../../verifier/verify-package';
import { isExcerpt, verifyExcerpt } from '../../../verifier/verify-excerpt';
import { readProof, verifyProof } from '../../../verifier/verify-proof';
import { Sealer } from '../sealing/sealer';

let signer: Awaited<ReturnType<typeof openTestSigner>>;
let house: TestApp;
let auditadmin: Visitor;

const open = async () => {
  signer = await openTestSigner();
  house = await openTestApp('empty', { SIGNER_SOCKET: signer.socket });
  auditadmin = await house.as('auditadmin');
  for (let batch = 0; batch < 3; batch += 1) {
    for (let entry = 0; entry < 4; entry += 1) await signIn(house.inject, 'official');
    await seal();
  }
};
const close = async () => {
  await house.close();
  await signer.close();
};
const seal = () => house.app.get(Sealer, { strict: false }).seal();

const linesOf = async (route: typeof trailRoutes.verify | typeof trailRoutes.package): Promise<string[]> => {
  const { status, bytes } = await auditadmin.call(route, {});
  expect(status).toBe(200);
  return bytes.toString('utf8').trimEnd().split('\n');
};
const verified = async (): Promise<VerificationResult> => {
  const last = JSON.parse((await linesOf(trailRoutes.verify)).at(-1) ?? '{}') as VerificationLine;
  if (!('result' in last)) throw new Error('no result');
  return last.result;
};
async function* each(lines: readonly string[]) {
  yield* lines;
}
const checked = async (lines: readonly string[], kept: readonly string[] = []) =>
  verifyPackage(each(lines), { kept });
/** As somebody who owns the database: no trigger stops them. */
const behindOurBack = (sql: string) =>
  connected(house.url, (client) => client.query(`SET session_replication_role = replica; ${sql}`));

describe('a trail that nobody touched', () => {
  beforeAll(open, 60_000);
  afterAll(close);

  test('is whole, and that it was looked at is an entry of it', async () => {
    const result = await verified();
    expect(result).toMatchObject({ found: 0, findings: [] });
    expect(result.confirmed).toBeGreaterThan(12);
    const { entries } = await auditadmin.get(trailRoutes.list, { query: { action: 'trail' } });
    expect(entries[0]).toMatchObject({ action: 'trail.verified', username: 'auditadmin' });
  });

  test('tells how much of it is sealed, and by whose key', async () => {
    await seal();
    const view = await auditadmin.get(trailRoutes.seal, {});
    expect(view).toMatchObject({ signer: 'up', entries: view.checkpoint?.size });
    expect(view.key).toMatch(/^qingshan\+/);
    expect(parseNote(view.checkpoint?.note ?? '')?.origin).toBe(view.origin);
  });

  test('proves any entry without showing another', async () => {
    await seal();
    const [{ ids } = { ids: [] }] = await house.sql<{ ids: number[] }>(
      'SELECT array_agg(trail_id) AS ids FROM trail_leaf',
    );
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids) {
      const { body, leaf, proof } = await auditadmin.get(trailRoutes.proof, { params: { id: Number(id) } });
      const note = parseNote(proof?.note ?? '');
      const own = leafHash(sha256, utf8(body));
      expect(Buffer.from(own).toString('base64')).toBe(leaf);
      expect(
        isIncluded(sha256, {
          leaf: own,
          index: proof?.index ?? -1,
          size: note?.size ?? 0,
          root: note?.root ?? own,
          path: proof?.path.map((one) => bytesOfBase64(one) ?? own) ?? [],
        }),
      ).toBe(true);
    }
  });

  test('one entry is handed over alone with its proof, and a changed one, another’s proof and a strange key are found out', async () => {
    await seal();
    const [{ id, other } = { id: 0, other: 0 }] = await house.sql<{ id: number; other: number }>(
      'SELECT min(trail_id)::int AS id, max(trail_id)::int AS other FROM trail_leaf',
    );
    const view = await auditadmin.get(trailRoutes.proof, { params: { id } });
    const strange = await auditadmin.get(trailRoutes.proof, { params: { id: other } });
    const key = view.proof?.key ?? '';
    const handed = readProof(JSON.stringify(view)) ?? {};
    expect(verifyProof(handed, [key])).toMatchObject({
      findings: [],
      told: [{ id, action: 'session.opened' }],
    });
    expect(verifyProof(handed, []).findings).toEqual([]);
    const kindsOf = (forged: object, keys = [key]) =>
      verifyProof({ ...handed, ...forged }, keys).findings.map(({ kind }) => kind);
    expect(kindsOf({ body: view.body.replace('opened', 'closed') })).toEqual(['changed']);
    const body = view.body.replace('opened', 'closed');
    const leaf = Buffer.from(leafHash(sha256, utf8(body))).toString('base64');
    expect(kindsOf({ body, leaf })).toEqual(['inserted']);
    expect(kindsOf({ proof: strange.proof })).toEqual(['inserted']);
    const nobodys = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(kindsOf({}, [nobodys])).toEqual(['note']);
    expect(kindsOf({ proof: { ...view.proof, note: 'no note' } })).toEqual(['note']);
    for (const wrong of [{ proof: null }, { leaf: 'AA==' }, { id: 'x' }, { proof: {} }])
      expect(() => kindsOf(wrong)).toThrow();
    expect([readProof('{}'), readProof('null'), readProof('{"format":')]).toEqual([null, null, null]);
  });

  test('the entries of a filter are handed over with their proofs: all of them, and nothing else; what is done to the file is found out', async () => {
    await seal();
    const filter = { action: 'session.opened', person: 'official' } as const;
    const { total } = await auditadmin.get(trailRoutes.list, { query: filter });
    const { status, bytes } = await auditadmin.call(trailRoutes.excerpt, { query: filter });
    expect(status).toBe(200);
    const lines = bytes.toString('utf8').trimEnd().split('\n');
    expect(isExcerpt(lines[0] ?? '')).toBe(true);
    const { key } = JSON.parse(lines[0] ?? '') as { key: string };
    const report = (given: readonly string[], asked: object = {}) =>
      verifyExcerpt(each(given), { keys: [key], about: [], ...asked });
    expect(total).toBeGreaterThan(11);
    expect(await report(lines)).toMatchObject({ said: total, entries: total, waiting: 0, findings: [] });
    const told = (await report(lines)).told;
    expect(new Set(told.map(({ action, subject }) => `${action} ${subject}`))).toEqual(
      new Set(['session.opened official']),
    );
    expect((await report(lines, { about: ['GX-1'] })).told).toEqual([]);
    const [newest] = (await auditadmin.get(trailRoutes.list, { query: { action: 'trail.exported' } }))
      .entries;
    expect(newest?.detail).toMatchObject({ entries: total, ...filter });

    const kindsOf = async (given: readonly string[], asked: object = {}) =>
      (await report(given, asked)).findings.map(({ kind }) => kind);
    const second = lines[2] ?? '';
    expect(await kindsOf(lines.with(2, second.replace('opened', 'closed')))).toEqual(['changed']);
    expect(await kindsOf(lines.with(2, second.replace(/"index":\d+/, '"index":1000000')))).toContain(
      'inserted',
    );
    expect(await kindsOf([...lines, second])).toEqual(['inserted']);
    expect(await report(lines.slice(0, -1))).toMatchObject({ said: total, entries: total - 1, findings: [] });
    const nobodys = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(await kindsOf(lines, { keys: [nobodys] })).toEqual(['note']);
    for (const broken of [[], ['{}'], ['{'], lines.slice(1), [...lines, '{"index":7}']])
      await expect(report(broken)).rejects.toThrow();
  });

  test('an excerpt of nothing has no entries, and a filter that is none is refused', async () => {
    const { bytes } = await auditadmin.call(trailRoutes.excerpt, { query: { person: '查无此人' } });
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ entries: 0, waiting: 0 });
    const { status } = await auditadmin.call(trailRoutes.excerpt, { query: { from: '2026-13-01' } });
    expect(status).toBe(400);
  });

  test('an entry that is not there has no proof; one that waits says so', async () => {
    expect((await auditadmin.call(trailRoutes.proof, { params: { id: 987_654 } })).status).toBe(404);
    await signer.leave();
    await signIn(house.inject, 'official');
    const [{ id } = { id: 0 }] = await house.sql<{ id: number }>('SELECT max(id) AS id FROM trail');
    expect((await auditadmin.get(trailRoutes.proof, { params: { id } })).proof).toBeNull();
    await signer.comeBack();
  });

  test('is taken away whole, checks elsewhere, and its taking is an entry (S61)', async () => {
    await seal();
    const lines = await linesOf(trailRoutes.package);
    const report = await checked(lines);
    expect(report.findings).toEqual([]);
    expect(report.confirmed).toBe(report.entries);
    const { entries } = await auditadmin.get(trailRoutes.list, { query: { action: 'trail.exported' } });
    expect(entries[0]?.detail).toMatchObject({ entries: report.entries });
  });

  test('a package of which a line was changed, taken out or put in is found out (S62)', async () => {
    const lines = await linesOf(trailRoutes.package);
    const at = lines.findIndex((line) => line.startsWith('{"index":5,'));
    const id = (JSON.parse(lines[at] ?? '') as { id: number }).id;
    const changed = lines.with(at, (lines[at] ?? '').replace('session.opened', 'session.closed'));
    expect((await checked(changed)).findings).toEqual([{ kind: 'changed', index: 5, id }]);
    expect((await checked(lines.toSpliced(at, 1))).findings).toEqual([{ kind: 'missing', from: 5, to: 6 }]);
    expect((await checked(lines.toSpliced(at, 0, lines[at] ?? ''))).findings).toEqual([
      { kind: 'inserted', index: 5, id },
    ]);
  });

  test.each([[[]], [['{}']], [['not json']], [['{"format":"qingshan-trail-1","origin":"x"}']]])(
    'what is no package is told so: %j',
    async (lines) => expect(checked(lines)).rejects.toThrow(),
  );
});

describe('a trail whose signer took another key', () => {
  const take = async (kind: 'rotated' | 'broken') => {
    await seal();
    const before = (await auditadmin.get(trailRoutes.seal, {})).key ?? '';
    await askHandover(signer.home, kind, [], 0);
    await seal();
    await signIn(house.inject, 'official');
    await seal();
    return [before, (await auditadmin.get(trailRoutes.seal, {})).key ?? ''] as const;
  };
  const packaged = async (...keys: string[]) =>
    verifyPackage(each(await linesOf(trailRoutes.package)), { keys });
  beforeEach(open, 60_000);
  afterEach(close);

  test('is whole with only the first key pinned, says where it changed, and so does the page', async () => {
    const [first, second] = await take('rotated');
    const { findings, keys, confirmed, entries } = await packaged(first);
    expect([findings, confirmed]).toEqual([[], entries]);
    expect(keys.map(({ key, began }) => [keyText(key), began?.kind])).toEqual([
      [first, undefined],
      [second, 'rotated'],
    ]);
    const [{ id } = { id: 0 }] = await house.sql<{ id: number }>(
      'SELECT max(trail_id)::int AS id FROM trail_leaf',
    );
    const one = await auditadmin.get(trailRoutes.proof, { params: { id } });
    for (const pinned of [first, second]) expect(verifyProof({ ...one }, [pinned]).findings).toEqual([]);
    const seal = await auditadmin.get(trailRoutes.seal, {});
    expect(seal.keys).toMatchObject([
      { key: first, began: null },
      { key: second, after: keys[1]?.after },
    ]);
    expect(await verified()).toMatchObject({ found: 0, keys: seal.keys });
    const { entries: told } = await auditadmin.get(trailRoutes.list, { query: { action: 'key' } });
    expect(told).toMatchObject([{ action: 'key.rotated', subject: second, before: { key: first } }]);
  });

  test('after a break only the new key from paper makes it whole', async () => {
    const [first, second] = await take('broken');
    expect((await packaged(first)).findings[0]).toMatchObject({ kind: 'break', from: first, to: second });
    expect((await packaged(first, second)).findings).toEqual([]);
    expect(await verified()).toMatchObject({ found: 0 });
    const { entries } = await auditadmin.get(trailRoutes.list, { query: { action: 'key.broken' } });
    expect(entries).toHaveLength(1);
  });

  test('a key that nobody handed over to gets nothing kept', async () => {
    await seal();
    await signer.leave();
    rmSync(signer.home, { recursive: true });
    await signer.comeBack();
    await signIn(house.inject, 'official');
    await expect(seal()).rejects.toThrow('none that was here handed over to it');
    const [{ keys } = { keys: 0 }] = await house.sql<{ keys: number }>(
      'SELECT count(DISTINCT signer_key)::int AS keys FROM trail_checkpoint',
    );
    expect(keys).toBe(1);
  });

  test('and a handover put in behind our back is found out', async () => {
    await take('rotated');
    await behindOurBack(`UPDATE trail_handover SET note = replace(note, 'rotated', 'broken')`);
    expect((await packaged()).findings[0]).toMatchObject({ kind: 'handover', why: 'unsigned' });
  });
});

describe('a trail that somebody changed who owns the database (S51)', () => {
  beforeEach(open, 60_000);
  // Each of them breaks the log for good.
  const spoilt = async (sql: string) => {
    await behindOurBack(sql);
    const result = await verified();
    await close();
    return result.findings;
  };

  test('one column: the entry and the column are named', async () => {
    const [{ id } = { id: 0 }] = await house.sql<{ id: number }>(
      'SELECT trail_id AS id FROM trail_leaf WHERE leaf_index = 6',
    );
    expect(await spoilt(`UPDATE trail SET action = 'session.closed' WHERE id = ${id}`)).toEqual([
      { kind: 'columns', index: 6, id, fields: ['action'] },
    ]);
  });

  test('the bytes: the entry is named', async () => {
    const findings = await spoilt(
      `UPDATE trail SET body = body || '.' WHERE id = (SELECT trail_id FROM trail_leaf WHERE leaf_index = 6)`,
    );
    expect(findings[0]).toMatchObject({ kind: 'changed', index: 6 });
  });

  test('an entry taken out is named', async () => {
    const findings = await spoilt(
      `DELETE FROM trail WHERE id = (SELECT trail_id FROM trail_leaf WHERE leaf_index = 6)`,
    );
    expect(findings).toEqual([{ kind: 'removed', index: 6, id: expect.any(Number) }]);
  });

  test('an entry and its place in the log', async () => {
    const findings = await spoilt(`
      DELETE FROM trail WHERE id = (SELECT trail_id FROM trail_leaf WHERE leaf_index = 6);
      DELETE FROM trail_leaf WHERE leaf_index = 6`);
    expect(findings).toEqual([{ kind: 'missing', from: 6, to: 7 }]);
  });

  test('the end, with its checkpoints: the signer remembers (S52)', async () => {
    const findings = await spoilt(`
      DELETE FROM trail WHERE id >= (SELECT trail_id FROM trail_leaf WHERE leaf_index = 6);
      DELETE FROM trail_leaf WHERE leaf_index >= 6;
      DELETE FROM trail_node WHERE (index + 1) * 2 ^ level > 6;
      DELETE FROM trail_checkpoint WHERE size > 6`);
    expect(findings).toEqual([{ kind: 'cut', from: 6, to: expect.any(Number) }]);
  });

  test('an entry put in that says it is old (S55)', async () => {
    await house.sql(
      `INSERT INTO trail (recorded_at, action, body)
       VALUES ('2020-01-01Z', 'mine.edited', '{"at":"2020-01-01T00:00:00.000000Z","entry":{"action":"mine.edited","outcome":"done","detail":{}}}')`,
    );
    await seal();
    const { findings } = await verified();
    await close();
    expect(findings).toEqual([expect.objectContaining({ kind: 'late', at: '2020-01-01T00:00:00.000000Z' })]);
  });
});
