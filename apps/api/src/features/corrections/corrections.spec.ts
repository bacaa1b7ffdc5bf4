import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  bulkRoutes,
  correctionRoutes,
  figureRoutes,
  mineRoutes,
  type CorrectionView,
  type MineView,
} from '@qingshan/contracts';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { mineIn, move } from '../../testing/walk';

let house: TestApp;
let official: Visitor;
let county: Visitor;
let city: Visitor;
let neighbour: Visitor;

beforeAll(async () => {
  house = await openTestApp();
  [official, county, city, neighbour] = await Promise.all([
    house.as('official'),
    house.as('county'),
    house.as('city'),
    house.as('neighbour'),
  ]);
}, 60_000);
afterAll(() => house.close());

const accepted = () => mineIn('restored', official);
const read = (mine: MineView) => official.get(mineRoutes.read, { params: { id: mine.id } });

const proposal = (mine: MineView, changes: object = { town: '江口镇' }) => ({
  mineId: mine.id,
  version: mine.version,
  effectiveOn: '2026-11-01',
  reason: '与验收批复不符',
  what: { of: 'mine' as const, changes },
});
const propose = (by: Visitor, mine: MineView, changes?: object): Promise<CorrectionView> =>
  by.get(correctionRoutes.propose, { body: proposal(mine, changes) });
const confirm = (by: Visitor, { id, version }: CorrectionView) =>
  by.call(correctionRoutes.confirm, { params: { id }, body: { version } });

describe('an accepted mine is changed by nobody alone (K37)', () => {
  test('neither by an edit, nor by its patches, nor with many others', async () => {
    const mine = await accepted();
    expect(mine.needsSecond).toBe(true);
    const { id, version, patches } = mine;
    const when = { version, effectiveOn: '2026-11-01' };
    const refusals = [
      await city.call(mineRoutes.edit, { params: { id }, body: { ...when, changes: { town: '别处' } } }),
      await city.call(mineRoutes.editPatch, {
        params: { id, patchId: patches[0]?.id ?? 0 },
        body: { ...when, changes: { subclass: null } },
      }),
      await city.call(mineRoutes.addPatch, {
        params: { id },
        body: {
          ...when,
          patch: {
            number: 'CT-alone',
            subclass: '11',
            attribute: '1',
            areaSquareMetres: '1.00',
            restoredSquareMetres: '1.00',
          },
        },
      }),
    ];
    for (const answer of refusals)
      expect(answer).toMatchObject({ status: 422, problem: { code: 'second-person-needed' } });
    const bulk = await official.get(bulkRoutes.prepare, {
      body: { which: { ids: [id] }, changes: { town: '别处' }, effectiveOn: '2026-11-01', remark: null },
    });
    const { rows } = await official.get(bulkRoutes.rows, { params: { id: bulk.id }, query: {} });
    expect(rows).toMatchObject([{ verdict: 'skipped', problem: 'second-person-needed' }]);
    expect(await read(mine)).toEqual(mine);
  });

  test('the database holds it too: nobody confirms what is their own, and what is decided stays', async () => {
    const { id } = await propose(official, await accepted());
    const by = (person: string, state: string) =>
      house.sql(
        `UPDATE correction SET state = $2, decided_by = ${person}, decided_at = now(), remark = 'x', version = version + 1 WHERE id = $1`,
        [id, state],
      );
    await expect(by('proposed_by', 'confirmed')).rejects.toThrow(/check/);
    await expect(
      house.sql(`UPDATE correction SET after = '{"town":"x"}' WHERE id = $1`, [id]),
    ).rejects.toThrow();
    await by('proposed_by', 'withdrawn');
    await expect(by(`(SELECT max(id) FROM person)`, 'confirmed')).rejects.toThrow(/stays/);
    await expect(house.sql('DELETE FROM correction WHERE id = $1', [id])).rejects.toThrow(/append-only/);
  });

  test('what is not accepted needs no second person, and gets none', async () => {
    const mine = await mineIn('planning', official);
    const answer = await official.call(correctionRoutes.propose, { body: proposal(mine) });
    expect(answer).toMatchObject({ status: 409, problem: { code: 'move-not-possible' } });
  });
});

describe('a correction', () => {
  const figures = () => city.get(figureRoutes.read, { query: { asOf: '2026-11-24', region: '360704' } });

  test('changes nothing until a second person confirms; then mine, history and figures together', async () => {
    const mine = await accepted();
    const [patch] = mine.patches;
    const before = await figures();
    const correction = await official.get(correctionRoutes.propose, {
      body: {
        ...proposal(mine),
        what: {
          of: 'patch',
          patchId: patch?.id ?? 0,
          changes: { areaSquareMetres: '35000.00', restoredSquareMetres: '35000.00' },
        },
      },
    });
    expect(correction).toMatchObject({
      state: 'pending',
      proposedBy: '李经办',
      patchNumber: patch?.number,
      may: [
        { decision: 'confirm', refusal: { code: 'not-allowed' } },
        { decision: 'refuse', refusal: { code: 'not-allowed' } },
        { decision: 'withdraw', refusal: null },
      ],
    });
    expect(await read(mine)).toEqual(mine);
    expect(await figures()).toEqual(before);
    const waiting = await county.get(correctionRoutes.list, { query: { show: 'mine', mineId: mine.id } });
    expect(waiting.rows.map(({ id }) => id)).toEqual([correction.id]);
    expect((await official.get(correctionRoutes.list, { query: { show: 'mine' } })).total).toBe(0);

    const done = await confirm(county, correction);
    expect(done.body).toMatchObject({ state: 'confirmed', decidedBy: '吴县管' });
    expect(await read(mine)).toMatchObject({
      damagedSquareMetres: '35000.00',
      restoredSquareMetres: '35000.00',
      version: mine.version + 1,
    });
    expect(await figures()).not.toEqual(before);
    const past = await official.get(mineRoutes.past, {
      params: { id: mine.id },
      query: { asOf: '2026-10-31' },
    });
    expect(past.damagedSquareMetres).toBe(mine.damagedSquareMetres);
    const { entries } = await official.get(mineRoutes.history, { params: { id: mine.id } });
    expect(entries.slice(0, 3)).toMatchObject([
      { action: 'patch.edited', personName: '吴县管', remark: '与验收批复不符' },
      { action: 'correction.confirmed', personName: '吴县管' },
      { action: 'correction.proposed', personName: '李经办', remark: '与验收批复不符' },
    ]);
  });

  test('is not confirmed by who proposed it, whatever their role', async () => {
    const correction = await propose(county, await accepted());
    expect(await confirm(county, correction)).toMatchObject({ status: 403, problem: { code: 'own-work' } });
    const refusal = await county.call(correctionRoutes.refuse, {
      params: { id: correction.id },
      body: { version: correction.version, remark: '不对' },
    });
    expect(refusal).toMatchObject({ status: 403, problem: { code: 'own-work' } });
    expect((await confirm(city, correction)).status).toBe(200);
  });

  test('is refused with words, or taken back; then nothing has changed and another may be proposed', async () => {
    const mine = await accepted();
    const first = await propose(official, mine);
    const { id, version } = first;
    const silent = await city.call(correctionRoutes.refuse, {
      params: { id },
      body: { version, remark: ' ' },
    });
    expect(silent.status).toBe(400);
    const no = await city.get(correctionRoutes.refuse, {
      params: { id },
      body: { version, remark: '批复无误' },
    });
    expect(no).toMatchObject({ state: 'refused', remark: '批复无误' });
    const second = await propose(official, mine);
    const back = await official.get(correctionRoutes.withdraw, {
      params: { id: second.id },
      body: { version: second.version },
    });
    expect(back.state).toBe('withdrawn');
    expect(await read(mine)).toEqual(mine);
    expect(await confirm(city, second)).toMatchObject({ status: 409, problem: { code: 'already-done' } });
  });

  test('waits alone: a second one for the same mine is refused', async () => {
    const mine = await accepted();
    await propose(official, mine);
    const answer = await county.call(correctionRoutes.propose, { body: proposal(mine, { town: '别处' }) });
    expect(answer).toMatchObject({ status: 409, problem: { code: 'already-exists' } });
  });

  test('of a stale version, of nothing, or of a day to come is refused', async () => {
    const mine = await accepted();
    const send = (change: object) =>
      official.call(correctionRoutes.propose, { body: { ...proposal(mine), ...change } as never });
    expect((await send({ version: mine.version - 1 })).problem.code).toBe('version-conflict');
    expect((await send({ what: { of: 'mine', changes: { town: mine.town } } })).problem.code).toBe(
      'invalid-input',
    );
    expect((await send({ effectiveOn: '2026-11-25' })).problem.code).toBe('date-in-future');
    expect((await send({ reason: '  ' })).status).toBe(400);
    expect(
      (await send({ what: { of: 'patch', patchId: 999_999, changes: { subclass: null } } })).status,
    ).toBe(404);
    const correction = await propose(official, mine);
    const stale = await city.call(correctionRoutes.confirm, {
      params: { id: correction.id },
      body: { version: correction.version + 1 },
    });
    expect(stale.problem.code).toBe('version-conflict');
  });

  test('confirmed twice at once happens once, and so does a repeated request', async () => {
    const mine = await accepted();
    const correction = await propose(official, mine);
    const answers = await Promise.all([city, county, city, county].map((by) => confirm(by, correction)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await read(mine)).version).toBe(mine.version + 1);
  });

  test('of what the mine is not any more is not written', async () => {
    const mine = await accepted();
    const correction = await propose(official, mine);
    const relapsed = await move(official, mine, '2026-11-02', 'relapse', '边坡滑塌');
    await official.get(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version: relapsed.version, effectiveOn: '2026-11-03', changes: { town: '别处' } },
    });
    expect(await confirm(city, correction)).toMatchObject({
      status: 409,
      problem: { code: 'content-changed' },
    });
    const { state } = await city.get(correctionRoutes.read, { params: { id: correction.id } });
    expect(state).toBe('pending');
  });

  test('of another county is not there', async () => {
    const correction = await propose(official, await accepted());
    const { id } = correction;
    expect((await neighbour.call(correctionRoutes.read, { params: { id } })).status).toBe(404);
    expect((await neighbour.get(correctionRoutes.list, { query: { show: 'all' } })).total).toBe(0);
    const mine = await accepted();
    expect((await neighbour.call(correctionRoutes.propose, { body: proposal(mine) })).status).toBe(404);
  });
});
