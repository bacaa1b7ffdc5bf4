import { lookbackRoutes } from '@qingshan/contracts';
import type { z } from 'zod';
import { readAddress, writeAddress } from '../../shell/address';

const { asOf, knownAt, region, page } = lookbackRoutes.learned.query.shape;
const { from, to, days } = lookbackRoutes.late.query.shape;

const SCHEMA = lookbackRoutes.learned.query.pick({ page: true }).extend({
  asOf: asOf.optional(),
  knownAt: knownAt.optional(),
  region,
  from: from.optional(),
  to: to.optional(),
  days,
  /** The division whose late entries are read, and their page. */
  of: region,
  latePage: page,
});

/** What the page shows; the address says it, and nothing else does. */
export type LookbackAddress = z.output<typeof SCHEMA>;

export const readLookback = (address: URLSearchParams): LookbackAddress => readAddress(SCHEMA, address);

export const lookbackAddress = (shown: LookbackAddress): string => {
  const text = writeAddress(SCHEMA, shown).toString();
  return `/lookback${text ? `?${text}` : ''}`;
};
