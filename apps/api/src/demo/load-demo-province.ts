import { MINE_FIELDS } from '@qingshan/domain';
import { demoPlan, demoProvince, type DemoMine, type DemoPeriod } from '@qingshan/fixtures';
import type pg from 'pg';
import { columnOf, STATE_FIELDS } from '../features/mines/mine-columns';
import { copyIn, type Value } from './copy-in';
import { DEMO_TRAIL_COLUMNS, demoTrail, recordedAt } from './demo-trail';

const STATE_COLUMNS = STATE_FIELDS.map(columnOf);
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
  await copyIn(
    client,
    'patch',
    [
      'mine_id',
      'number',
      'subclass',
      'attribute',
      'area_square_metres',
      'restored_square_metres',
      'longitude',
      'latitude',
    ],
    patches(mines),
  );
  await copyIn(
    client,
    'mine_period',
    ['mine_id', 'valid_from', 'valid_to', 'recorded_from', 'recorded_to', ...STATE_COLUMNS],
    pasts(mines),
  );
  await copyIn(
    client,
    'mine_step',
    ['mine_id', 'step', 'planned_on', 'planned_since', 'forecast_on', 'recorded_from'],
    plans(mines),
  );
  await copyIn(client, 'trail', DEMO_TRAIL_COLUMNS, demoTrail(mines));
  await client.query(`SELECT setval(pg_get_serial_sequence('mine', 'id'), (SELECT max(id) FROM mine))`);
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

function* patches(mines: readonly DemoMine[]): Generator<Value[]> {
  for (const [index, mine] of mines.entries())
    for (const p of mine.patches)
      yield [
        index + 1,
        p.number,
        p.subclass,
        p.attribute,
        p.areaSquareMetres,
        p.restoredSquareMetres,
        p.longitude,
        p.latitude,
      ];
}

/**
 * The periods as the acts would have written them: each was believed to last until the next one was told of, and since
 * then is known to have ended.
 */
function* pasts(mines: readonly DemoMine[]): Generator<Value[]> {
  for (const [index, { periods }] of mines.entries()) {
    const since = stageSince(periods);
    for (const [place, period] of periods.entries()) {
      const { validFrom } = period;
      const end = periods[place + 1]?.validFrom;
      const state = stateOf(period, since[place] ?? validFrom);
      const told = recordedAt(validFrom);
      if (end === undefined) yield [index + 1, validFrom, INFINITY, told, INFINITY, ...state];
      else {
        yield [index + 1, validFrom, INFINITY, told, recordedAt(end), ...state];
        yield [index + 1, validFrom, end, recordedAt(end), INFINITY, ...state];
      }
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
