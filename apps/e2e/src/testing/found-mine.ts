import { mineRoutes, type MineView } from '@qingshan/contracts';
import type { z } from 'zod';
import type { Caller } from './caller';

type Facts = z.input<typeof mineRoutes.create.body>['facts'];

/** The county of the demo's official, 赣县区. */
export const OWN_COUNTY = '360704';

/** A mine that the survey can let go: nothing is missing for its first stage. */
export const aMine = (number: string, facts: Partial<Facts> = {}, effectiveOn = '2026-03-02') => ({
  effectiveOn,
  facts: {
    number,
    name: `青石坳石场${number}`,
    regionCode: OWN_COUNTY,
    town: '王母渡镇',
    longitude: '115.010000',
    latitude: '25.860000',
    mineralCode: '84710',
    closureYear: 2009,
    ...facts,
  },
  patches: [
    {
      number: `${number}-1`,
      subclass: '11' as const,
      attribute: null,
      areaSquareMetres: '20000.00',
      restoredSquareMetres: '0.00',
    },
  ],
});

/** Enters a mine of one's own, so that no journey changes what another looks at. */
export const enterMine = (by: Caller, ...given: Parameters<typeof aMine>): Promise<MineView> =>
  by.get(mineRoutes.create, { body: aMine(...given) });
