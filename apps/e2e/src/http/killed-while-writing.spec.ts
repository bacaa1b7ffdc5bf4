import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { mineRoutes, systemRoutes, trailRoutes, verificationLine } from '@qingshan/contracts';
import { caller } from '../testing/caller';
import { enterMine } from '../testing/found-mine';
import { apiPid, house } from '../testing/house';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const isUp = () =>
  fetch(`${house().url}/api${systemRoutes.health.path}`).then(
    ({ ok }) => ok,
    () => false,
  );

test('eight write, the API is killed: what was acknowledged is there once with its entry, and a retry does nothing twice (F01)', async () => {
  const official = caller('official');
  const serial = randomUUID().slice(0, 8);
  const mines = await Promise.all(
    Array.from({ length: 8 }, (_, index) => enterMine(official, `KILL-${serial}-${index}`)),
  );
  let acknowledged = 0;
  let isCut = false;
  const writers = mines.map(async (mine) => {
    const words: string[] = [];
    for (let version = mine.version; !isCut; version += 1) {
      const text = randomUUID();
      const sent = {
        params: { id: mine.id },
        body: { version, effectiveOn: '2026-05-06', changes: { remark: text } },
        headers: { 'idempotency-key': text },
      };
      const reply = await official.send(mineRoutes.edit, sent).catch(() => null);
      if (reply?.ok) acknowledged += 1;
      else {
        isCut = true;
        while (!(await isUp())) await pause(20);
        // Whether it was done before the kill is not known: the key makes it once either way.
        const again = await official.send(mineRoutes.edit, sent);
        expect([again.status, ((await again.json()) as { version: number }).version]).toEqual([
          200,
          version + 1,
        ]);
      }
      words.push(text);
    }
    return { mine, words };
  });
  while (acknowledged < 40) await pause(5);
  const killed = apiPid();
  process.kill(killed, 'SIGKILL');
  const written = await Promise.all(writers);
  expect(apiPid()).not.toBe(killed);

  for (const { mine, words } of written) {
    const params = { id: mine.id };
    expect(await official.get(mineRoutes.read, { params })).toMatchObject({
      version: mine.version + words.length,
      remark: words.at(-1),
    });
    const { entries } = await official.get(mineRoutes.history, { params });
    const edits = entries.flatMap(({ changes }) => changes.filter(({ field }) => field === 'remark'));
    expect(edits.map(({ after }) => after).reverse()).toEqual(words);
  }
  const reply = await caller('auditadmin').send(trailRoutes.verify, {});
  const last = (await reply.text()).trim().split('\n').at(-1) ?? '';
  expect(verificationLine.parse(JSON.parse(last))).toMatchObject({ result: { found: 0, findings: [] } });
});
