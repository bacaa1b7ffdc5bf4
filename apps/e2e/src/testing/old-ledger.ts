import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { caller } from './caller';
import { enterMine } from './found-mine';
import { closeOldBrowser, openOldBrowser, type OldPage } from './old-browser';
import { oldHands, oldMouse, oldRows, visitOld } from './old-hands';

/** One browser and one page for all tests of a file, each of which takes less long than opening them. */
export const oneOldPage = () => {
  let old: OldPage;
  beforeAll(async () => {
    old = await openOldBrowser();
  });
  beforeEach(() => {
    old.troubles.length = 0;
  });
  afterAll(closeOldBrowser);

  const inHand = () => ({ ...old, hands: oldHands(old.page), mouse: oldMouse(old.page) });
  return {
    inHand,
    /** An official looks at mines of their own, entered just now. */
    ledgerOf: async (town: string, mines: number) => {
      const ids: number[] = [];
      for (let index = 1; index <= mines; index += 1) {
        const number = `${town}-${String(index).padStart(2, '0')}`;
        ids.push((await enterMine(caller('official'), number, { town })).id);
      }
      await visitOld(old.page, 'official', `/mines?q=${encodeURIComponent(town)}`);
      await oldRows(old.page, mines);
      return { ...inHand(), ids };
    },
    asAuditor: async (path: string) => {
      await visitOld(old.page, 'auditor', path);
      return inHand();
    },
  };
};
