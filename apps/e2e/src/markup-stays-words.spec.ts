import { expect, test } from '@jest/globals';
import { documentRoutes, mineRoutes, reviewRoutes, viewRoutes } from '@qingshan/contracts';
import type { Page } from 'playwright-core';
import { caller } from './testing/caller';
import { aMine } from './testing/found-mine';
import type { Username } from './testing/house';
import { fileWanted } from './testing/papers';
import { settled } from './testing/settled';
import { visit } from './testing/visit';

/** A picture that is not there, whose failure would run; each text says where it stands. */
const markup = (where: string) => `<img src=x onerror="ran=1">${where}`;
const NUMBER = 'E2E-<b>MARKUP';

const madeByMarkup = (page: Page) =>
  page.evaluate(() => ({
    ran: 'ran' in window,
    pictures: document.querySelectorAll('img[src="x"]').length,
    bold: document.querySelectorAll('b').length,
  }));

test('markup in any text of a mine, its papers, its review and its view stays words, on every page that shows it (S37)', async () => {
  const official = caller('official');
  const city = caller('city');
  const mine = await official.get(mineRoutes.create, {
    body: {
      ...aMine(NUMBER, { name: markup('name'), town: markup('town'), remark: markup('remark') }),
      remark: markup('entry'),
    },
  });
  await official.get(documentRoutes.add, {
    params: { id: mine.id },
    query: { type: 'OTHER' },
    file: new File(['%PDF-1.7\n%%EOF\n'], `${markup('paper')}.pdf`, { type: 'application/pdf' }),
  });
  await fileWanted(official, mine.id);
  const view = { name: markup('view'), filter: {}, shared: true };
  await official.get(viewRoutes.save, { body: view });
  const { version } = await official.get(mineRoutes.read, { params: { id: mine.id } });
  const submitted = await official.get(reviewRoutes.submit, {
    body: { mineId: mine.id, version, effectiveOn: '2026-04-01', remark: markup('submission') },
  });
  await city.get(reviewRoutes.sendBack, {
    params: { id: submitted.id },
    body: {
      version: submitted.version,
      contentHash: submitted.contentHash,
      reasons: ['OTHER'],
      fields: [{ field: 'town', note: markup('note') }],
      remark: markup('return'),
    },
  });

  const places: readonly (readonly [Username, string, string])[] = [
    ['official', '/mines?q=MARKUP', 'name'],
    ['official', `/mines?q=MARKUP&mine=${mine.id}`, 'name'],
    ['official', `/mines/${mine.id}`, 'note'],
    ['official', `/mines/${mine.id}?asOf=2026-03-03`, 'name'],
    ['official', '/today', 'name'],
    ['city', `/reviews?show=all&open=${submitted.id}`, 'return'],
    ['auditadmin', '/trail?object=MARKUP', 'name'],
  ];
  for (const [who, path, shown] of places) {
    const page = await visit(who, path);
    await settled(page);
    await page.getByText(markup(shown)).first().waitFor();
    expect([path, await madeByMarkup(page)]).toEqual([path, { ran: false, pictures: 0, bold: 0 }]);
    await page.close();
  }
});
