import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { correctionRoutes, delegationRoutes, mineRoutes, type CorrectionView } from '@qingshan/contracts';
import { openTestApp, type TestApp, type Visitor } from '../../testing/test-app';
import { connected } from '../../testing/test-database';
import { addPerson, TEST_PEOPLE } from '../../testing/test-people';
import { mineIn } from '../../testing/walk';

let house: TestApp;
let county: Visitor;
/** At the same desk as the county's reviewer. */
let second: Visitor;
let secondId: number;

beforeAll(async () => {
  house = await openTestApp();
  secondId = await connected(house.url, (client) =>
    addPerson(client, 'second', { ...TEST_PEOPLE.county, name: '吴二县管' }),
  );
  [county, second] = await Promise.all([house.as('county'), house.as('second')]);
}, 60_000);
afterAll(() => house.close());

const proposedBy = async (by: Visitor): Promise<CorrectionView> => {
  const { id, version } = await mineIn('restored', await house.as('official'));
  return by.get(correctionRoutes.propose, {
    body: {
      mineId: id,
      version,
      effectiveOn: '2026-11-01',
      reason: '与验收批复不符',
      what: { of: 'mine', changes: { town: '江口镇' } },
    },
  });
};

const confirm = (by: Visitor, { id, version }: CorrectionView) =>
  by.call(correctionRoutes.confirm, { params: { id }, body: { version } });
const refuseIt = (by: Visitor, { id, version }: CorrectionView) =>
  by.call(correctionRoutes.refuse, { params: { id }, body: { version, remark: '不对' } });
const waitsFor = async (by: Visitor, { id, mineId }: CorrectionView) => {
  const { rows } = await by.get(correctionRoutes.list, { query: { show: 'mine', mineId } });
  return rows.some((row) => row.id === id);
};
const OWN_WORK = { status: 403, problem: { code: 'own-work' } };

test('who stands in for the proposer decides the correction as little as the proposer does (K37)', async () => {
  const correction = await proposedBy(county);
  expect(await waitsFor(second, correction)).toBe(true);
  const { delegations } = await county.get(delegationRoutes.make, {
    body: { delegateId: secondId, startsOn: '2026-11-24', endsOn: '2026-11-30', reason: '出差' },
  });

  for (const act of [confirm, refuseIt]) expect(await act(second, correction)).toMatchObject(OWN_WORK);
  const seen = await second.get(correctionRoutes.list, { query: { show: 'all', mineId: correction.mineId } });
  expect(seen.rows[0]?.may.filter(({ decision }) => decision !== 'withdraw')).toMatchObject([
    { decision: 'confirm', refusal: { code: 'own-work' } },
    { decision: 'refuse', refusal: { code: 'own-work' } },
  ]);
  expect(await waitsFor(second, correction)).toBe(false);
  const mine = await county.get(mineRoutes.read, { params: { id: correction.mineId } });
  expect(mine.town).not.toBe('江口镇');

  // The delegate's own proposal is not theirs to decide either, in nobody's name.
  const own = await proposedBy(second);
  for (const act of [confirm, refuseIt]) expect(await act(second, own)).toMatchObject(OWN_WORK);

  // Not standing in any more, that person is a second one.
  const [{ id, version } = { id: 0, version: 0 }] = delegations;
  await county.get(delegationRoutes.revoke, { params: { id }, body: { version } });
  expect((await confirm(second, correction)).body).toMatchObject({
    state: 'confirmed',
    decidedBy: '吴二县管',
  });
});
