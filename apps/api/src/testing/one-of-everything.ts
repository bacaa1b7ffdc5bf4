import {
  bulkRoutes,
  correctionRoutes,
  delegationRoutes,
  exportRoutes,
  viewRoutes,
} from '@qingshan/contracts';
import { enterMine } from './enter-mine';
import { fileDocument } from './file-document';
import type { TestApp } from './test-app';
import { connected } from './test-database';
import { addPerson, TEST_PEOPLE } from './test-people';
import { submit } from './walk';
import { upload } from './upload';

/** The parameters that lead to something which is there, by feature; the account is nobody's who is signed in. */
export const oneOfEverything = async (house: TestApp): Promise<Record<string, Record<string, number>>> => {
  const official = await house.as('official');
  const mine = await enterMine(official);
  const exported = await official.get(exportRoutes.make, { body: { filter: {}, language: 'zh' } });
  const view = await official.get(viewRoutes.save, {
    body: { name: mine.number, filter: {}, shared: true },
  });
  const bulk = await official.get(bulkRoutes.prepare, {
    body: { which: { ids: [mine.id] }, changes: { town: '别处' }, effectiveOn: '2026-11-01', remark: null },
  });
  const imported = await upload(official, '台账.csv', '主体编号,矿山名称\nZT1,一号矿\n');
  const { id: submission } = await submit(official, await enterMine(official), '2026-04-01');
  const accepted = await enterMine(official);
  await house.sql(`UPDATE mine SET stage = 'restored', version = version + 1 WHERE id = $1`, [accepted.id]);
  const correction = await official.get(correctionRoutes.propose, {
    body: {
      mineId: accepted.id,
      version: accepted.version + 1,
      effectiveOn: '2026-11-01',
      reason: '笔误',
      what: { of: 'mine', changes: { town: '别处' } },
    },
  });
  const { documents } = await fileDocument(official, mine.id, 'PLAN');
  const person = await connected(house.url, (client) =>
    addPerson(client, `somebody${mine.id}`, TEST_PEOPLE.official),
  );
  const colleague = await connected(house.url, (client) =>
    addPerson(client, `colleague${mine.id}`, TEST_PEOPLE.county),
  );
  const { delegations } = await (
    await house.as('county')
  ).get(delegationRoutes.make, {
    body: { delegateId: colleague, ...freePeriod(mine.id), reason: '出差' },
  });
  const [mail] = await house.sql<{ id: number }>(
    `INSERT INTO mail (person_id, day, state, attempts) VALUES ($1, '2026-11-24', 'failed', 1) RETURNING id`,
    [person],
  );
  return {
    mines: { id: mine.id, patchId: mine.patches[0]?.id ?? 0 },
    steps: { id: mine.id },
    documents: { id: mine.id, documentId: documents[0]?.id ?? 0 },
    delegations: { id: delegations[0]?.id ?? 0 },
    reviews: { id: submission },
    corrections: { id: correction.id },
    bulk: { id: bulk.id },
    map: { z: 10, x: 839, y: 433 },
    exports: { id: exported.id },
    views: { id: view.id },
    imports: { id: imported.id },
    people: { id: person },
    reminders: { id: mail?.id ?? 0 },
    trail: { id: 1 },
  };
};

/** A day of its own for each call: one stands in for one at a time. */
const freePeriod = (number: number) => {
  const day = new Date(Date.UTC(2027, 0, 1 + number)).toISOString().slice(0, 10);
  return { startsOn: day, endsOn: day };
};
