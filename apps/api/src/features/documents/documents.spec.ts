import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { callUrl, documentRoutes, mineRoutes, type MineView, type Problem } from '@qingshan/contracts';
import { enterMine } from '../../testing/enter-mine';
import { aPdf, fileDocument, fileWanted, sendDocument } from '../../testing/file-document';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { formWith } from '../../testing/upload';
import { mineIn, move } from '../../testing/walk';
import { SweepFiles } from './sweep-files';

let house: TestApp;
let official: Visitor;
let mine: MineView;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
}, 60_000);
afterAll(() => house.close());
beforeEach(async () => {
  mine = await enterMine(official);
});

const listed = (by: Visitor = official) => by.get(documentRoutes.list, { params: { id: mine.id } });
const files = () =>
  readdirSync(house.files, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const fileAt = (documentId: number) => callUrl(documentRoutes.file, { params: { id: mine.id, documentId } });

test('a document is kept, listed with who and when, and comes back byte for byte', async () => {
  const bytes = aPdf();
  const { documents, wanted } = await fileDocument(official, mine.id, 'DET_NOTICE', {
    name: '公告.pdf',
    bytes,
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(documents).toEqual([
    {
      id: expect.any(Number),
      stage: 'survey',
      type: 'DET_NOTICE',
      fileName: '公告.pdf',
      mediaType: 'application/pdf',
      byteCount: bytes.length,
      sha256,
      personName: '李经办',
      addedAt: expect.stringMatching(/^2026-11-24T02:00:00/),
      removal: null,
    },
  ]);
  expect(wanted).toEqual(['PHOTO_BEFORE']);
  const reply = await official.inject({ method: 'GET', url: fileAt(documents[0]?.id ?? 0) });
  expect(reply.rawPayload.equals(bytes)).toBe(true);
  const { entries } = await official.get(mineRoutes.history, { params: { id: mine.id } });
  expect(entries[0]).toMatchObject({ action: 'document.added', personName: '李经办' });
});

test('it leaves as an attachment in which nothing runs (S37, S40)', async () => {
  const { documents } = await fileDocument(official, mine.id, 'PLAN', {
    name: '方案"\r\nSet-Cookie: a=b.pdf',
  });
  const reply = await official.inject({ method: 'GET', url: fileAt(documents[0]?.id ?? 0) });
  expect(reply.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
  expect(reply.headers['content-disposition']).toMatch(
    /^attachment; filename="document\.pdf"; filename\*=UTF-8''[%\w.-]+$/,
  );
  expect(reply.headers['set-cookie']).toBeUndefined();
});

/** A frame of 60,000 by 60,000 in a few bytes. */
const aHugePhoto = (): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt16BE(60_000, 0);
  size.writeUInt16BE(60_000, 2);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8]),
    size,
    Buffer.alloc(10),
    Buffer.from([0xff, 0xd9]),
  ]);
};

describe('what is no document is refused and leaves nothing (S36, S37, S38)', () => {
  test.each([
    ['an empty file', '空.pdf', Buffer.alloc(0), 'empty'],
    ['a program by the name of a document', '公告.pdf', Buffer.from('MZ\u0090\u0000'), 'type'],
    ['a drawing with a script', '图.svg', Buffer.from('<svg onload="alert(1)"/>'), 'type'],
    ['a page', '公告.html', Buffer.from('<script>alert(1)</script>'), 'type'],
    ['a page by the name of a document', '公告.pdf', Buffer.from('<script>alert(1)</script>'), 'type'],
    ['a document of markup', '公告.xml', Buffer.from('<?xml version="1.0"?><!DOCTYPE a>'), 'type'],
    [
      'a document that is an archive too',
      '公告.pdf',
      Buffer.concat([aPdf(), Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]),
      'type',
    ],
    ['a photo that unfolds to gigabytes', '现场.jpg', aHugePhoto(), 'type'],
  ])('%s', async (_, name, bytes, why) => {
    const before = files().length;
    const reply = await sendDocument(official, mine.id, 'PLAN', { name, bytes });
    expect([reply.statusCode, reply.json<Problem>()]).toMatchObject([
      422,
      { code: 'file-refused', data: { why } },
    ]);
    expect([files().length, (await listed()).documents]).toEqual([before, []]);
  });

  test('one that is too large', async () => {
    const bytes = Buffer.concat([aPdf(), Buffer.alloc(20 * 1024 * 1024)]);
    const reply = await sendDocument(official, mine.id, 'PLAN', { bytes });
    expect(reply.json<Problem>()).toMatchObject({ status: 422, data: { why: 'too-large' } });
  });

  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\windows\\a.pdf', 'a.pdf'],
    ['公告.exe', '公告.exe.pdf'],
    ['.htaccess', '.htaccess.pdf'],
    ['..%2f..%2fx', '..%2f..%2fx.pdf'],
    ['CON', 'CON.pdf'],
    ['a\u0000b\u202efdp.exe', 'abfdp.exe.pdf'],
    ['长'.repeat(100), `${'长'.repeat(100)}.pdf`],
    ['公告.PDF', '公告.PDF'],
  ])('a name is shown and never a path: %s', async (name, shown) => {
    const { documents } = await fileDocument(official, mine.id, 'OTHER', { name });
    expect(documents[0]?.fileName).toBe(shown);
    for (const { name: stored } of files()) expect(stored).toMatch(/^[0-9a-f]{64}$/);
  });

  test('of a kind nobody knows, or for a stage that is none', async () => {
    for (const query of ['type=NOTHING', 'type=PLAN&stage=removed', 'type=PLAN&mineId=1', '']) {
      const url = `/api/mines/${mine.id}/documents?${query}`;
      const reply = await official.inject({ method: 'POST', url, ...formWith('方案.pdf', aPdf()) });
      expect([query, reply.statusCode]).toEqual([query, 400]);
    }
  });
});

test('the gate counts it for the stage it was given to, until it is taken out with a reason', async () => {
  const criterion = async () =>
    (await official.get(mineRoutes.read, { params: { id: mine.id } })).gate.find(
      ({ document }) => document === 'DET_NOTICE',
    )?.state;
  await fileDocument(official, mine.id, 'DET_NOTICE', { stage: 'planning' });
  expect(await criterion()).toBe('notMet');
  const { documents } = await fileDocument(official, mine.id, 'DET_NOTICE');
  expect(await criterion()).toBe('met');
  const removal = { params: { id: mine.id, documentId: documents[0]?.id ?? 0 }, body: { reason: '扫错了' } };
  expect((await official.call(documentRoutes.remove, { ...removal, body: { reason: '  ' } })).status).toBe(
    400,
  );
  const after = await official.get(documentRoutes.remove, removal);
  expect(after.documents.at(-1)?.removal).toMatchObject({ personName: '李经办', reason: '扫错了' });
  expect(await criterion()).toBe('notMet');
  expect((await official.call(documentRoutes.remove, removal)).problem.code).toBe('already-done');
  // It stays readable for whoever looks the matter up.
  const reply = await official.inject({ method: 'GET', url: fileAt(documents[0]?.id ?? 0) });
  expect(reply.statusCode).toBe(200);
  const { entries } = await official.get(mineRoutes.history, { params: { id: mine.id } });
  expect(entries[0]).toMatchObject({ action: 'document.removed', remark: '扫错了' });
});

test('a double click, a retry and eight at once put it there once (S18, F11)', async () => {
  const bytes = aPdf();
  const replies = await Promise.all(
    Array.from({ length: 8 }, () => sendDocument(official, mine.id, 'PLAN', { bytes })),
  );
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([
    201, 409, 409, 409, 409, 409, 409, 409,
  ]);
  const key = { 'idempotency-key': `document-${mine.id}` };
  const again = aPdf();
  for (let turn = 0; turn < 3; turn += 1)
    expect((await sendDocument(official, mine.id, 'PLAN', { bytes: again }, key)).statusCode).toBe(201);
  expect((await sendDocument(official, mine.id, 'PLAN', { bytes: aPdf() }, key)).json()).toMatchObject({
    code: 'key-reused',
  });
  expect((await listed()).documents).toHaveLength(2);
});

test('a mine off the list takes none in and gives none up (S19)', async () => {
  const { documents } = await fileDocument(official, mine.id, 'PLAN');
  await move(await house.as('city'), mine, '2026-11-01', 'remove', '重复');
  expect((await sendDocument(official, mine.id, 'PLAN')).statusCode).toBe(409);
  const removal = await official.call(documentRoutes.remove, {
    params: { id: mine.id, documentId: documents[0]?.id ?? 0 },
    body: { reason: '扫错了' },
  });
  expect(removal.status).toBe(409);
  expect((await listed()).mayWrite).toBe(false);
});

test('what an acceptance rested on stays in the file, whoever asks; what came in since may be taken out (K37)', async () => {
  mine = await mineIn('restored', official);
  const { documents } = await fileDocument(official, mine.id, 'OTHER');
  const { removable } = await listed();
  expect(removable).toEqual(documents.filter(({ stage }) => stage === 'restored').map(({ id }) => id));
  const takeOut = async (by: Visitor, documentId: number) =>
    by.call(documentRoutes.remove, { params: { id: mine.id, documentId }, body: { reason: '扫错了' } });
  const evidence = documents.find(({ stage }) => stage === 'completion')?.id ?? 0;
  for (const by of [official, await house.as('city')])
    expect((await takeOut(by, evidence)).problem).toMatchObject({
      status: 422,
      code: 'evidence-accepted',
      data: { stage: 'completion' },
    });
  expect((await takeOut(official, removable[0] ?? 0)).status).toBe(200);
  expect((await listed()).removable).toEqual([]);
});

test('another mine’s document is not in this file (S03)', async () => {
  const { documents } = await fileDocument(official, mine.id, 'PLAN');
  const other = await enterMine(official);
  const documentId = documents[0]?.id ?? 0;
  const wrong = { params: { id: other.id, documentId } };
  expect(
    (await official.inject({ method: 'GET', url: callUrl(documentRoutes.file, wrong) })).statusCode,
  ).toBe(404);
  expect((await official.call(documentRoutes.remove, { ...wrong, body: { reason: '别矿' } })).status).toBe(
    404,
  );
});

test('an auditor reads and writes nothing', async () => {
  const { documents } = await fileDocument(official, mine.id, 'PLAN');
  const auditor = await house.as('auditor');
  expect((await listed(auditor)).mayWrite).toBe(false);
  const reply = await auditor.inject({ method: 'GET', url: fileAt(documents[0]?.id ?? 0) });
  expect(reply.statusCode).toBe(200);
  expect((await sendDocument(auditor, mine.id, 'PLAN')).statusCode).toBe(403);
});

test('wrong or lost bytes are never handed out (F23)', async () => {
  const { documents } = await fileDocument(official, mine.id, 'PLAN');
  const url = fileAt(documents[0]?.id ?? 0);
  const [row] = await house.sql<{ key: string }>('SELECT storage_key AS key FROM document WHERE id = $1', [
    documents[0]?.id,
  ]);
  const path = join(house.files, String(row?.key).slice(0, 2), String(row?.key));
  writeFileSync(path, '%PDF-1.7 another');
  expect((await official.inject({ method: 'GET', url })).statusCode).toBe(410);
  rmSync(path);
  expect((await official.inject({ method: 'GET', url })).json()).toMatchObject({ code: 'document-lost' });
});

test('what a killed process left is swept after a day, and nothing else', async () => {
  await fileDocument(official, mine.id, 'PLAN');
  const folder = join(house.files, 'left-behind');
  mkdirSync(folder);
  const kept = files().length;
  const [orphan, half, young] = ['a', 'b', 'c'].map((sign) => `00${sign.repeat(62)}`);
  const old = new Date('2026-11-22T00:00:00Z');
  for (const name of [String(orphan), `${half}.part`, String(young)]) {
    writeFileSync(join(folder, name), 'bytes');
    if (name !== young) utimesSync(join(folder, name), old, old);
  }
  for (const { parentPath, name } of files())
    if (parentPath !== folder) utimesSync(join(parentPath, name), old, old);
  expect(await house.app.get(SweepFiles).run()).toBe(2);
  expect(readdirSync(folder)).toEqual([young]);
  expect(files().length).toBe(kept + 1);
});

test('the database lets nobody change a document past the API', async () => {
  await fileWanted(official, mine);
  for (const statement of [
    `UPDATE document SET sha256 = repeat('0', 64) WHERE mine_id = ${mine.id}`,
    `UPDATE document SET removed_at = now() WHERE mine_id = ${mine.id}`,
    `DELETE FROM document WHERE mine_id = ${mine.id}`,
    'TRUNCATE document',
  ])
    await expect(house.sql(statement)).rejects.toThrow();
});
