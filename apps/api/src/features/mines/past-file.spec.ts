import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  documentRoutes,
  mineRoutes,
  stepRoutes,
  type DocumentList,
  type MineView,
  type PastMineView,
} from '@qingshan/contracts';
import type { z } from 'zod';
import { enterMine } from '../../testing/enter-mine';
import { sendDocument } from '../../testing/file-document';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { edit, mineIn, move } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let city: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  // The database tells moments by its own clock: the day the file is read must be the day of those moments.
  house.clock.set(new Date());
  [official, city] = await Promise.all([house.as('official'), house.as('city')]);
}, 60_000);
afterAll(() => house.close());

const clock = async (): Promise<string> => {
  const [row] = await house.sql<{ now: string }>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now, pg_sleep(0.002)`,
  );
  return row?.now ?? '';
};
const read = (id: number): Promise<MineView> => official.get(mineRoutes.read, { params: { id } });
const papers = (id: number): Promise<DocumentList> => official.get(documentRoutes.list, { params: { id } });
const past = (id: number, query: { asOf?: string; knownAt?: string }): Promise<PastMineView> =>
  official.get(mineRoutes.past, { params: { id }, query });

/** What a file says, without what can be done to it. */
const said = ({
  version: _1,
  updatedAt: _2,
  gate: _3,
  pauseReasons: _4,
  mayResume: _5,
  underReview: _6,
  needsSecond: _7,
  mayEdit: _8,
  moves: _9,
  ...file
}: MineView) => file;
const saidThen = ({ asOf: _1, recordedAt: _2, ...file }: PastMineView) => file;

const patchOf = (mine: MineView, changes: object, effectiveOn = '2026-07-01') =>
  official.get(mineRoutes.editPatch, {
    params: { id: mine.id, patchId: mine.patches[0]?.id ?? 0 },
    body: { version: mine.version, effectiveOn, changes },
  });
const date = (mine: MineView, steps: z.input<typeof stepRoutes.write.body>['steps']) =>
  official.get(stepRoutes.write, { params: { id: mine.id }, body: { version: mine.version, steps } });

/** One of everything that changes what a file shows. */
const ACTS: readonly (readonly [string, (mine: MineView) => Promise<unknown>])[] = [
  ['a fact', (mine) => edit(official, mine, '2026-06-10', { town: '茅店镇', startedOn: '2026-06-05' })],
  ['a patch', (mine) => patchOf(mine, { attribute: '2', restoredSquareMetres: '10.00' })],
  [
    'another patch',
    ({ id, version }) =>
      official.get(mineRoutes.addPatch, {
        params: { id },
        body: {
          version,
          effectiveOn: '2026-07-10',
          patch: {
            number: `${id}-2`,
            subclass: '12',
            attribute: '1',
            areaSquareMetres: '500.00',
            restoredSquareMetres: '0.00',
          },
        },
      }),
  ],
  [
    'plans and days of steps',
    (mine) =>
      date(mine, [
        { step: 'contractAwarded', plannedOn: '2026-06-20', actualOn: '2026-06-01' },
        { step: 'worksFinished', plannedOn: '2026-09-01', forecastOn: '2026-12-20' },
      ]),
  ],
  ['a paper', ({ id }) => sendDocument(official, id, 'OTHER')],
  [
    'a plan made anew',
    (mine) => date(mine, [{ step: 'worksFinished', plannedOn: '2026-10-01', forecastOn: null }]),
  ],
  [
    'a pause',
    ({ id, version }) =>
      official.get(stepRoutes.pause, {
        params: { id },
        body: { version, effectiveOn: '2026-08-01', reason: 'WEATHER', note: '汛期' },
      }),
  ],
  [
    'its end',
    ({ id, version }) =>
      official.get(stepRoutes.resume, { params: { id }, body: { version, effectiveOn: '2026-08-21' } }),
  ],
  [
    'a paper taken out',
    async ({ id }) => {
      const { documents } = await papers(id);
      const documentId = documents.find(({ type }) => type === 'OTHER')?.id ?? 0;
      await official.get(documentRoutes.remove, { params: { id, documentId }, body: { reason: '重复' } });
    },
  ],
  ['a patch as it was never', (mine) => patchOf(mine, { subclass: '12' }, '2026-04-15')],
  ['a move with a reason', (mine) => move(city, mine, '2026-11-01', 'stepBack', '资金收回')],
];

test('the file as known at a moment is what the present file said at that moment, whatever was done since', async () => {
  const { id } = await mineIn('completion', official);
  const told: { after: string; at: string; file: unknown }[] = [];
  const tell = async (after: string) => {
    const file = { ...said(await read(id)), documents: (await papers(id)).documents };
    told.push({ after, at: await clock(), file });
  };
  await tell('nothing');
  for (const [what, act] of ACTS) {
    // Papers are dated by the product's clock, everything else by the database's.
    house.clock.set(new Date());
    await act(await read(id));
    await tell(what);
  }
  expect(new Set(told.map(({ file }) => JSON.stringify(file))).size).toBe(ACTS.length + 1);
  for (const { after, at, file } of told)
    expect({ after, file: saidThen(await past(id, { knownAt: at })) }).toEqual({ after, file });
}, 60_000);

test('as of a day, areas one by one are those of the day, and their sums are the mine’s', async () => {
  const mine = await enterMine(official, {
    effectiveOn: '2026-03-02',
    patches: [{ areaSquareMetres: '1000.00' }, { areaSquareMetres: '200.00' }],
  });
  const before = await clock();
  await patchOf(mine, { areaSquareMetres: '900.00', attribute: '2' }, '2026-05-01');
  const areas = async (asOf: string, knownAt?: string) =>
    (await past(mine.id, { asOf, knownAt })).patches?.map((one) => [one.areaSquareMetres, one.attribute]);
  const second = [mine.patches[1]?.areaSquareMetres, mine.patches[1]?.attribute];
  const first = mine.patches[0]?.attribute;
  expect(await areas('2026-04-30')).toEqual([['1000.00', first], second]);
  expect(await areas('2026-05-01')).toEqual([['900.00', '2'], second]);
  expect(await areas('2026-05-01', before)).toEqual([['1000.00', first], second]);
  expect((await past(mine.id, { asOf: '2026-05-01' })).damagedSquareMetres).toBe('1100.00');
});

test('as of a day, a step was done where it had happened, a plan was there once it had been made, a paper once it was filed', async () => {
  const mine = await enterMine(official, { effectiveOn: '2026-03-02' });
  await sendDocument(official, mine.id, 'OTHER');
  await date(mine, [{ step: 'fieldChecked', plannedOn: '2026-03-05', actualOn: '2026-03-10' }]);
  const on = async (asOf: string) => {
    const { steps, documents } = await past(mine.id, { asOf });
    return [steps[0]?.plannedOn, steps[0]?.actualOn, documents.length];
  };
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(await on('2026-03-09')).toEqual([null, null, 0]);
  expect(await on('2026-03-10')).toEqual([null, '2026-03-10', 0]);
  expect(await on(today)).toEqual(['2026-03-05', '2026-03-10', 1]);
});

test('areas that were not kept one by one are not guessed', async () => {
  await house.sql(`BEGIN; SET LOCAL qingshan.with_past = 'on';
    INSERT INTO mine (number, name, region_code, stage, stage_since, damaged_square_metres, effective_on, updated_at)
      VALUES ('ZT-STOCK', '旧矿', '360704', 'survey', '2026-03-02', 5, '2026-03-02', now());
    INSERT INTO mine_period (mine_id, valid_from, recorded_from, number, name, region_code, stage, stage_since, damaged_square_metres)
      SELECT id, '2026-03-02', now(), number, name, region_code, stage, stage_since, 5 FROM mine WHERE number = 'ZT-STOCK';
    INSERT INTO patch (mine_id, number, area_square_metres, restored_square_metres, effective_on)
      SELECT id, 'CT-STOCK', 5, 0, '2026-03-02' FROM mine WHERE number = 'ZT-STOCK'; COMMIT`);
  const [stock] = await house.sql<{ id: number }>(`SELECT id FROM mine WHERE number = 'ZT-STOCK'`);
  const file = await past(Number(stock?.id), { knownAt: await clock() });
  expect(file).toMatchObject({ patches: null, damagedSquareMetres: '5.00' });
});

test('a stay in a stage keeps the moment it was first recorded, whatever is written of it afterwards', async () => {
  const { id } = await mineIn('planning', official);
  const wayOf = ({ stages }: Pick<MineView, 'stages'>) =>
    stages.map(({ stage, from, recordedAt }) => [stage, from, new Date(recordedAt).getTime()]);
  const first = await read(id);
  const planned = await clock();
  // Facts from a day in the first stay and from one in the second write the periods of both anew.
  await edit(official, first, first.stages[0]?.from ?? '', { town: '茅店镇' });
  await edit(official, await read(id), '2026-07-01', { planApprovalNo: '赣市自然资修〔2026〕9号' });
  const later = await read(id);
  expect(wayOf(later)).toEqual(wayOf(first));
  expect(later.stages.map(({ to }) => to)).toEqual([first.stages[1]?.from, null]);

  await move(city, later, '2026-11-01', 'stepBack', '方案撤回');
  const back = await read(id);
  expect(wayOf(back).slice(0, 2)).toEqual(wayOf(first));
  expect(wayOf(back)[2]?.slice(0, 2)).toEqual(['survey', '2026-11-01']);
  expect(new Date(back.stages[2]?.recordedAt ?? 0) > new Date(planned)).toBe(true);
  expect(wayOf(await past(id, { asOf: '2026-10-01' }))).toEqual(wayOf(first));
  expect(wayOf(await past(id, { knownAt: planned }))).toEqual(wayOf(first));
});
