import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import {
  figureRoutes,
  mineRoutes,
  reviewRoutes,
  trailRoutes,
  verificationLine,
  type MineView,
  type SubmissionRow,
} from '@qingshan/contracts';
import { caller, ownAccount, problemOf, type Caller } from '../testing/caller';
import { aMine } from '../testing/found-mine';
import { fileWanted } from '../testing/papers';

/** The whole load of docs/performance.md runs five minutes; every test run has some seconds of it. */
const SECONDS = Number(process.env.QINGSHAN_LOAD_SECONDS ?? 8);
const CITIES = ['360700', '360800'] as const;
const COUNTIES = ['360704', '360722', '360723', '360725', '360821', '360822', '360823', '360824'] as const;
const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** What two people who want the same are told, one of whom was first; and what the stage still lacks. */
const EXPECTED = ['version-conflict', 'under-review', 'already-done', 'content-changed', 'gate-not-met'];

/** A write that was acknowledged, by the words it left in the mine. */
interface Acknowledged {
  readonly mineId: number;
  readonly words: string;
}

let officials: { caller: Caller; county: string }[];
let managers: Caller[];
const mines: Record<string, number[]> = {};
const acknowledged: Acknowledged[] = [];
const refusedWords = new Set<string>();
const approved: SubmissionRow[] = [];
const unexpected: string[] = [];

beforeAll(async () => {
  officials = [];
  managers = [];
  for (const county of COUNTIES)
    for (const turn of [1, 2]) {
      const account = await ownAccount(`load-official-${county}-${turn}`, 'official', county);
      officials.push({ caller: caller(account), county });
    }
  for (const city of CITIES)
    for (const turn of [1, 2])
      managers.push(caller(await ownAccount(`load-manager-${city}-${turn}`, 'manager', city)));
});

const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(Math.random() * from.length)];

/** Whether it was done; being second is no error. */
const wasDone = async (reply: Response): Promise<boolean> => {
  if (reply.ok) return true;
  const { code } = await problemOf(reply);
  if (reply.status >= 500 || !EXPECTED.includes(code)) unexpected.push(`${reply.status} ${code}`);
  return false;
};

const edit = async (by: Caller, mine: MineView): Promise<void> => {
  const words = `巡查记录 ${randomUUID()}`;
  const sent = {
    params: { id: mine.id },
    body: { version: mine.version, effectiveOn: TODAY, changes: { remark: words } },
    headers: { 'idempotency-key': randomUUID() },
  };
  // Every third one is a double click.
  const clicks = Math.random() < 0.33 ? 2 : 1;
  const replies = await Promise.all(Array.from({ length: clicks }, () => by.send(mineRoutes.edit, sent)));
  const done = await Promise.all(replies.map(wasDone));
  if (done.includes(true)) acknowledged.push({ mineId: mine.id, words });
  else refusedWords.add(words);
};

const submit = async (by: Caller, mine: MineView): Promise<void> => {
  await fileWanted(by, mine.id).catch(() => undefined);
  const { version } = await by.get(mineRoutes.read, { params: { id: mine.id } });
  await wasDone(
    await by.send(reviewRoutes.submit, { body: { mineId: mine.id, version, effectiveOn: TODAY } }),
  );
};

/** Found today, with all that the survey asks for. */
const enter = async (by: Caller, county: string): Promise<MineView> => {
  const number = `LOAD-${randomUUID()}`;
  const body = aMine(number, { regionCode: county });
  return by.get(mineRoutes.create, { body, headers: { 'idempotency-key': number } });
};

/** Two of one county work on the same mines: those of the ledger, and what either of them has entered. */
const officialWorks = async ({ caller: by, county }: (typeof officials)[number], until: number) => {
  const { rows } = await by.get(mineRoutes.list, { query: { region: county, pageSize: 50 } });
  const known = (mines[county] ??= rows.filter(({ stage }) => stage !== 'restored').map(({ id }) => id));
  while (Date.now() < until) {
    const id = Math.random() < 0.2 ? (await enter(by, county)).id : pick(known.slice(-20));
    if (id === undefined) continue;
    if (!known.includes(id)) known.push(id);
    const mine = await by.get(mineRoutes.read, { params: { id } });
    if (Math.random() < 0.4) await submit(by, mine);
    else await edit(by, mine);
  }
};

const managerWorks = async (by: Caller, until: number) => {
  while (Date.now() < until) {
    // Two sit before the same queue: they take from its head and meet.
    const { rows } = await by.get(reviewRoutes.list, { query: { show: 'mine', pageSize: 10 } });
    const chosen = pick(rows.slice(0, 3));
    if (!chosen) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    const { version, contentHash, levels } = await by.get(reviewRoutes.read, { params: { id: chosen.id } });
    const params = { id: chosen.id };
    if (Math.random() < 0.25) {
      const body = { version, contentHash, reasons: ['AREA' as const], remark: '面积请复核' };
      await wasDone(await by.send(reviewRoutes.sendBack, { params, body }));
      continue;
    }
    const isDone = await wasDone(
      await by.send(reviewRoutes.approve, { params, body: { version, contentHash } }),
    );
    // A completion goes on to the province.
    if (isDone && levels.at(-1) === 'city') approved.push(chosen);
  }
};

const verification = async () => {
  const reply = await caller('auditadmin').send(trailRoutes.verify, {});
  const lines = (await reply.text()).trim().split('\n');
  return verificationLine.parse(JSON.parse(lines.at(-1) ?? ''));
};

test(
  'sixteen officials and four managers at once: no error, nothing lost, nothing done twice',
  async () => {
    const until = Date.now() + SECONDS * 1000;
    await Promise.all([
      ...officials.map((one) => officialWorks(one, until)),
      ...managers.map((one) => managerWorks(one, until)),
    ]);
    expect(unexpected).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(SECONDS);
    expect(approved.length).toBeGreaterThan(0);
  },
  // The load itself lasts so long; what it has begun is finished after it.
  (SECONDS + 300) * 1000,
);

test('every acknowledged write is in the history of its mine, once, and no refused one is', async () => {
  const auditor = caller('auditor');
  const words = new Map<number, string[]>();
  for (const { mineId } of acknowledged) {
    if (words.has(mineId)) continue;
    const { entries } = await auditor.get(mineRoutes.history, { params: { id: mineId } });
    const written = entries.flatMap(({ changes }) =>
      changes.flatMap(({ field, after }) => (field === 'remark' ? [String(after)] : [])),
    );
    words.set(mineId, written);
  }
  for (const { mineId, words: own } of acknowledged)
    expect(words.get(mineId)?.filter((one) => one === own)).toHaveLength(1);
  expect([...words.values()].flat().filter((one) => refusedWords.has(one))).toEqual([]);
});

test('every approval moved its mine on, once, and the figures say so', async () => {
  const auditor = caller('auditor');
  for (const { id, mineId } of approved) {
    const { state } = await auditor.get(reviewRoutes.read, { params: { id } });
    expect(state).toBe('approved');
    const { entries } = await auditor.get(mineRoutes.history, { params: { id: mineId } });
    const moves = entries.filter(({ changes }) => changes.some(({ field }) => field === 'stage'));
    expect(moves.filter(({ effectiveOn }) => effectiveOn === TODAY)).toHaveLength(1);
  }
  for (const region of COUNTIES) {
    const { whole } = await auditor.get(figureRoutes.read, { query: { region, asOf: TODAY } });
    for (const { stage, mines } of whole.stages) {
      const { total } = await auditor.get(mineRoutes.list, { query: { region, stage, pageSize: 1 } });
      expect([region, stage, mines]).toEqual([region, stage, total]);
    }
  }
});

test('and the trail of it all is whole', async () => {
  expect(await verification()).toMatchObject({ result: { found: 0, findings: [] } });
});
