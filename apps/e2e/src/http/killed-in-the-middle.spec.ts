import { expect, test } from '@jest/globals';
import { exportRoutes, importRoutes, mineRoutes, systemRoutes, type ImportView } from '@qingshan/contracts';
import { caller, ownAccount, type Caller } from '../testing/caller';
import { apiPid, house } from '../testing/house';

// Written some hundred at a time: there are many places to be cut off at.
const ROWS = 4_000;
const COUNTY = '360781';

const ledger = () => {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const number = `E2E-KILL-${String(index + 1).padStart(5, '0')}`;
    return [number, `断电石场${index + 1}`, COUNTY, `${number}-1`, '15'].join(',');
  });
  const head = '主体编号,矿山名称,行政区划代码,图斑编号,图斑面积（亩）';
  return new File([`${head}\n${rows.join('\n')}\n`], 'cut-off.csv', { type: 'text/csv' });
};

const until = async (
  official: Caller,
  id: number,
  isReached: (view: ImportView) => boolean,
): Promise<ImportView> => {
  for (;;) {
    const view = await official.get(importRoutes.read, { params: { id } });
    if (isReached(view)) return view;
    await pause(20);
  }
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const answersAgain = async (): Promise<void> => {
  const health = () => fetch(`${house().url}/api${systemRoutes.health.path}`);
  while (
    !(await health().then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await pause(50);
};

test('the API killed in the middle of an import goes on where it was, and every row is there once (F24)', async () => {
  const official = caller(await ownAccount('ruijin', 'official', COUNTY));
  const uploaded = await official.get(importRoutes.upload, { file: ledger() });
  const columns = uploaded.columns.map(({ column, field, unit }) => ({ column, field, unit }));
  const params = { id: uploaded.id };
  const checked = await official.get(importRoutes.check, { params, body: { columns } });
  expect(checked.counts).toMatchObject({ rows: ROWS, new: ROWS, error: 0 });
  const body = { effectiveOn: '2026-06-01', leaveOutErrors: false };
  await official.get(importRoutes.apply, { params, body });

  const begun = await until(official, uploaded.id, ({ progress }) => (progress?.done ?? 0) > 0);
  expect(begun.state).toBe('applying');
  const killed = apiPid();
  process.kill(killed, 'SIGKILL');
  while (apiPid() === killed) await pause(20);
  await answersAgain();

  const found = await until(official, uploaded.id, ({ state }) => state !== 'applying');
  expect(found).toMatchObject({ state: 'done', progress: { done: ROWS, total: ROWS } });
  const there = await official.get(mineRoutes.list, { query: { q: 'E2E-KILL', pageSize: 1 } });
  expect(there.total).toBe(ROWS);
  expect(there.damagedSquareMetres).toBe((ROWS * 10_000).toFixed(2));
});

test('the API killed in the middle of making a file goes on where it was, and the file is whole', async () => {
  const manager = caller('manager');
  const { total } = await manager.get(mineRoutes.list, { query: {} });
  const body = { filter: {}, language: 'zh', file: { format: 'geojson' } } as const;
  const { id } = await manager.get(exportRoutes.make, { body });
  const now = () => manager.get(exportRoutes.read, { params: { id } });
  while (((await now()).progress?.done ?? 0) === 0) await pause(5);
  const killed = apiPid();
  process.kill(killed, 'SIGKILL');
  while (apiPid() === killed) await pause(20);
  await answersAgain();

  let made = await now();
  expect(made.state).toBe('making');
  expect(made.progress?.done).toBeGreaterThan(0);
  while (made.state === 'making') {
    await pause(20);
    made = await now();
  }
  expect(made).toMatchObject({ state: 'complete', rows: total });
  const reply = await manager.send(exportRoutes.file, { params: { id } });
  const { features } = (await reply.json()) as {
    features: { properties: Record<string, string> }[];
  };
  expect(new Set(features.map(({ properties }) => properties['主体编号'])).size).toBe(total);
  expect(features).toHaveLength(total);
});
