import { MINE_FIELDS } from '@qingshan/domain';
import { demoPlan, demoProvince, type DemoMine, type DemoPatch, type DemoPeriod } from '@qingshan/fixtures';
import type pg from 'pg';
import { columnOf, STATE_FIELDS } from '../features/mines/mine-columns';
import { copyIn, type Value } from './copy-in';
import { DEMO_TRAIL_COLUMNS, demoTrail, recordedAt } from './demo-trail';

const STATE_COLUMNS = STATE_FIELDS.map(columnOf);
const PATCH_FIELDS = [
  'number',
  'subclass',
  'attribute',
  'areaSquareMetres',
  'restoredSquareMetres',
  'longitude',
  'latitude',
] as const satisfies readonly (keyof DemoPatch)[];
const PATCH_COLUMNS = PATCH_FIELDS.map(columnOf);
const INFINITY = 'infinity';

/** Loads the synthetic province with its whole past into an empty database, in one transaction. */
export const loadDemoProvince = async (client: pg.Client): Promise<void> => {
  const mines = demoProvince().mines;
  // The past is given, so the present writes none of its own.
  await client.query(`SET LOCAL qingshan.with_past = 'on'`);
  await copyIn(
    client,
    'mine',
    ['id', ...STATE_COLUMNS, 'effective_on', 'version', 'updated_at'],
    presents(mines),
  );
  await copyIn(client, 'patch', ['id', 'mine_id', ...PATCH_COLUMNS, 'effective_on'], patches(mines));
  await copyIn(
    client,
    'mine_period',
    ['mine_id', 'valid_from', 'valid_to', 'recorded_from', 'recorded_to', ...STATE_COLUMNS],
    pasts(mines),
  );
  await copyIn(
    client,
    'patch_period',
    ['patch_id', 'mine_id', 'valid_from', 'valid_to', 'recorded_from', 'recorded_to', ...PATCH_COLUMNS],
    patchPasts(mines),
  );
  await copyIn(
    client,
    'mine_step',
    ['mine_id', 'step', 'planned_on', 'planned_since', 'forecast_on', 'recorded_from'],
    plans(mines),
  );
  await copyIn(client, 'trail', DEMO_TRAIL_COLUMNS, demoTrail(mines));
  for (const table of ['mine', 'patch'])
    await client.query(
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`,
    );
  await client.query('INSERT INTO installation (demo) VALUES (true)');
};

/** The day the mine entered the stage it is in during each period. */
const stageSince = (periods: readonly DemoPeriod[]): string[] => {
  const since: string[] = [];
  for (const [index, period] of periods.entries()) {
    const before = periods[index - 1];
    since.push(before?.stage === period.stage ? (since[index - 1] ?? period.validFrom) : period.validFrom);
  }
  return since;
};

const stateOf = (period: DemoPeriod, since: string): Value[] => [
  ...MINE_FIELDS.map((field) => period.facts[field]),
  period.stage,
  since,
  period.damagedSquareMetres,
  period.restoredSquareMetres,
];

function* presents(mines: readonly DemoMine[]): Generator<Value[]> {
  for (const [index, { periods }] of mines.entries()) {
    const last = periods.at(-1);
    if (!last) continue;
    const since = stageSince(periods).at(-1) ?? last.validFrom;
    yield [index + 1, ...stateOf(last, since), last.validFrom, periods.length, recordedAt(last.validFrom)];
  }
}

const valuesOf = (patch: DemoPatch): Value[] => PATCH_FIELDS.map((field) => patch[field]);

/** Every patch with its mine and the days on which something of it changed, the first one being when it was found. */
function* lives(mines: readonly DemoMine[]) {
  let id = 0;
  for (const [index, { patches, periods }] of mines.entries())
    for (const place of patches.keys()) {
      id += 1;
      const days = periods.flatMap(({ validFrom, patches: then }, nth) => {
        const patch = then[place];
        const before = periods[nth - 1]?.patches[place];
        const same = before && patch && PATCH_FIELDS.every((field) => before[field] === patch[field]);
        return patch && !same ? [{ validFrom, patch }] : [];
      });
      yield { id, mineId: index + 1, days };
    }
}

function* patches(mines: readonly DemoMine[]): Generator<Value[]> {
  for (const { id, mineId, days } of lives(mines)) {
    const last = days.at(-1);
    if (last) yield [id, mineId, ...valuesOf(last.patch), last.validFrom];
  }
}

function* patchPasts(mines: readonly DemoMine[]): Generator<Value[]> {
  for (const { id, mineId, days } of lives(mines))
    for (const [nth, { validFrom, patch }] of days.entries())
      for (const span of spans(validFrom, days[nth + 1]?.validFrom))
        yield [id, mineId, ...span, ...valuesOf(patch)];
}

/**
 * A period as the acts would have written it: believed to last until the next one was told of, and since then known to
 * have ended.
 */
const spans = (from: string, end: string | undefined): Value[][] => {
  const told = recordedAt(from);
  if (end === undefined) return [[from, INFINITY, told, INFINITY]];
  return [
    [from, INFINITY, told, recordedAt(end)],
    [from, end, recordedAt(end), INFINITY],
  ];
};

function* pasts(mines: readonly DemoMine[]): Generator<Value[]> {
  for (const [index, { periods }] of mines.entries()) {
    const since = stageSince(periods);
    for (const [place, period] of periods.entries()) {
      const state = stateOf(period, since[place] ?? period.validFrom);
      for (const span of spans(period.validFrom, periods[place + 1]?.validFrom))
        yield [index + 1, ...span, ...state];
    }
  }
}

function* plans(mines: readonly DemoMine[]): Generator<Value[]> {
  for (const [index, mine] of mines.entries()) {
    const plan = demoPlan(mine);
    for (const { step, plannedOn, plannedSince, forecastOn } of plan?.steps ?? [])
      yield [index + 1, step, plannedOn, plannedSince, forecastOn, recordedAt(plan?.saidOn ?? '')];
  }
}
