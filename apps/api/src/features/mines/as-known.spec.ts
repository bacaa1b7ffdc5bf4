import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { figureRoutes, mapRoutes, mineRoutes, type MineView } from '@qingshan/contracts';
import { STAGES } from '@qingshan/domain';
import { enterMine } from '../../testing/enter-mine';
import { draws, type Draw } from '../../testing/draws';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { edit, move } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let city: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  official = await house.as('official');
  city = await house.as('city');
  await house.sql(`SELECT keep_figure_months('2026-11-24')`);
}, 60_000);
afterAll(() => house.close());

/** What a person did, as this test remembers it: nothing the product keeps is asked. */
interface Told {
  readonly number: string;
  readonly recorded: string;
  readonly from: string;
  readonly facts: Partial<State>;
}
interface State {
  readonly number: string;
  readonly name: string;
  readonly regionCode: string;
  readonly stage: string;
  readonly damagedSquareMetres: string;
}

const told: Told[] = [];
const moments: string[] = [];

const clock = async (): Promise<string> => {
  const [row] = await house.sql<{ now: string }>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now, pg_sleep(0.002)`,
  );
  return row?.now ?? '';
};

/** Remembers an act between two moments: until the one it is unknown, from the other on it is known. */
const tell = async <T>(act: () => Promise<T>, what: (answer: T) => Omit<Told, 'recorded'>): Promise<T> => {
  moments.push(await clock());
  const answer = await act();
  const recorded = await clock();
  told.push({ ...what(answer), recorded });
  moments.push(recorded);
  return answer;
};

/** The state of every mine on a day, from all that was told until a moment: facts in the order of their days. */
const recomputed = (day: string, moment: string): State[] => {
  const known = told.filter(({ recorded, from }) => recorded <= moment && from <= day);
  const numbers = [...new Set(known.map(({ number }) => number))];
  return numbers
    .map((number) =>
      known
        .filter((one) => one.number === number)
        .map((one, index) => ({ one, index }))
        .sort((a, b) => (a.one.from < b.one.from ? -1 : a.one.from > b.one.from ? 1 : a.index - b.index))
        .reduce((state, { one }) => ({ ...state, ...one.facts }), {} as State),
    )
    .sort((a, b) => (a.number < b.number ? -1 : 1));
};

const DAYS = [
  '2026-02-28',
  '2026-03-05',
  '2026-04-01',
  '2026-05-15',
  '2026-07-01',
  '2026-08-20',
  '2026-11-24',
];

const enter = (draw: Draw): Promise<MineView> =>
  tell(
    () =>
      enterMine(official, {
        effectiveOn: draw.of(['2026-02-10', '2026-03-05', '2026-04-01']),
        patches: [{ areaSquareMetres: `${draw.upTo(90_000)}.${draw.upTo(89) + 10}` }],
      }),
    (made) => ({
      number: made.number,
      from: made.stageSince,
      facts: {
        number: made.number,
        name: made.name,
        regionCode: made.regionCode,
        stage: made.stage,
        damagedSquareMetres: made.damagedSquareMetres,
      },
    }),
  );

const remembered = (mine: MineView, from: string, facts: Partial<State>) => () => ({
  number: mine.number,
  from,
  facts,
});

/** One change, told on the day or long after; whatever is refused changes nothing. */
const change = async (mine: MineView, draw: Draw): Promise<MineView> => {
  const day = draw.of(DAYS.slice(1));
  const kind = draw.of(['name', 'region', 'patch', 'remove', 'reinstate'] as const);
  try {
    if (kind === 'name') {
      const name = `采石场${draw.upTo(9999)}`;
      return await tell(() => edit(official, mine, day, { name }), remembered(mine, day, { name }));
    }
    if (kind === 'region') {
      const regionCode = draw.of(['360704', '360722', '360703']);
      return await tell(() => edit(city, mine, day, { regionCode }), remembered(mine, day, { regionCode }));
    }
    if (kind === 'patch') {
      const areaSquareMetres = `${draw.upTo(90_000)}.50`;
      return await tell(
        () =>
          city.get(mineRoutes.editPatch, {
            params: { id: mine.id, patchId: mine.patches[0]?.id ?? 0 },
            body: { version: mine.version, effectiveOn: day, changes: { areaSquareMetres } },
          }),
        remembered(mine, day, { damagedSquareMetres: areaSquareMetres }),
      );
    }
    const stage = kind === 'remove' ? 'removed' : 'survey';
    return await tell(() => move(city, mine, day, kind, '核查'), remembered(mine, day, { stage }));
  } catch {
    return mine;
  }
};

const CITY = '360700';
const EVERY = { stage: STAGES.join(','), pageSize: 100, sort: 'number' };

test('on any day, as known at any moment, list, map, figures, trend and file answer what was told until then', async () => {
  const draw = draws(20261125);
  const mines: MineView[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const index = draw.upTo(mines.length * 2);
    const mine = mines[index];
    if (mine) mines[index] = await change(mine, draw);
    else mines.push(await enter(draw));
  }
  expect(told.length).toBeGreaterThan(35);
  expect(told.some(({ from }, index) => told.slice(0, index).some((one) => one.from > from))).toBe(true);

  for (const day of DAYS)
    for (const knownAt of moments.filter((_, index) => index % 7 === 0).concat(moments.at(-1) ?? '')) {
      const wanted = recomputed(day, knownAt);
      const query = { asOf: day, knownAt };
      const list = await city.get(mineRoutes.list, { query: { ...EVERY, ...query } });
      expect(
        list.rows.map(({ number, name, regionCode, stage, damagedSquareMetres }) => ({
          number,
          name,
          regionCode,
          stage,
          damagedSquareMetres,
        })),
      ).toEqual(wanted);

      const listed = wanted.filter(({ stage }) => stage !== 'removed');
      const counted = (regionCode: string) =>
        listed.filter((state) => state.regionCode === regionCode && state.stage === 'survey');
      const { parts } = await city.get(figureRoutes.read, { query: { ...query, region: CITY } });
      for (const { regionCode, stages } of parts) {
        const [survey] = stages;
        const cents = counted(regionCode).reduce(
          (sum, state) => sum + Math.round(Number(state.damagedSquareMetres) * 100),
          0,
        );
        expect(survey?.mines).toBe(counted(regionCode).length);
        expect(Math.round(Number(survey?.damagedSquareMetres) * 100)).toBe(cents);
      }
      const { points } = await city.get(figureRoutes.trend, {
        query: { from: '2026-01-01', to: day, knownAt, region: CITY },
      });
      expect(points.at(-1)?.stages[0]?.mines).toBe(listed.length);
      const onMap = await city.get(mapRoutes.regions, { query });
      expect(onMap.regions.reduce((sum, { mines: found }) => sum + (found[0] ?? 0), 0)).toBe(listed.length);
    }

  for (const mine of mines.slice(0, 6))
    for (const knownAt of moments.filter((_, index) => index % 5 === 0)) {
      const wanted = recomputed('2026-05-15', knownAt).find(({ number }) => number === mine.number);
      const answer = await city.call(mineRoutes.past, {
        params: { id: mine.id },
        query: { asOf: '2026-05-15', knownAt },
      });
      if (wanted) expect(answer.body).toMatchObject(wanted);
      else expect(answer.status).toBe(404);
    }
}, 120_000);

test('with no moment the answer is as it was before there was one, and with the present moment the same', async () => {
  await enterMine(official);
  for (const asOf of DAYS) {
    const known = { asOf, knownAt: await clock() };
    const [plain, stated] = await Promise.all(
      [{ asOf }, known].map((query) => city.get(mineRoutes.list, { query: { ...EVERY, ...query } })),
    );
    expect(stated).toEqual(plain);
    const [figures, same] = await Promise.all(
      [{ asOf }, known].map((query) => city.get(figureRoutes.read, { query })),
    );
    expect(same).toEqual(figures);
  }
});

test('a moment without a day is what was known of that very day', async () => {
  const mine = await enterMine(official, { effectiveOn: '2026-03-02' });
  const query = { q: mine.number };
  const today = await house.sql<{ today: string }>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS today`,
  );
  const at = (knownAt: string | undefined) => city.get(mineRoutes.list, { query: { ...query, knownAt } });
  expect((await at(today[0]?.today)).total).toBe(1);
  expect((await at('2026-11-01')).total).toBe(0);
  const past = await city.get(mineRoutes.past, {
    params: { id: mine.id },
    query: { knownAt: today[0]?.today },
  });
  expect(past.asOf).toBe(today[0]?.today);
});

test.each(['2026-02-30', 'infinity', "2026-01-01'--", '2026-01-01T25:00'])(
  '%s is no moment, and is refused',
  async (knownAt) => {
    const answer = await official.call(mineRoutes.list, { query: { knownAt } });
    expect(answer).toMatchObject({ status: 400, problem: { code: 'invalid-input' } });
  },
);

test('what another county knew of its mine stays out of reach at every moment', async () => {
  const mine = await enterMine(official);
  const neighbour = await house.as('neighbour');
  for (const query of [{}, { knownAt: await clock() }, { asOf: '2026-05-01', knownAt: await clock() }])
    expect((await neighbour.call(mineRoutes.past, { params: { id: mine.id }, query })).status).toBe(404);
});
