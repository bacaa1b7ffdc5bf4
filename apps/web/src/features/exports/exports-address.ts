import { mineRoutes, type ExportView } from '@qingshan/contracts';
import type { z } from 'zod';
import { readAddress, writeAddress } from '../../shell/address';
import { formatInstant } from '../../shell/format';
import { dayLookedAt } from '../../shell/known-moment';
import type { ExportFilter } from './queries';

const SCHEMA = mineRoutes.list.query.pick({
  page: true,
  asOf: true,
  knownAt: true,
  region: true,
  stage: true,
});

/** What is chosen for a new export, and the page of the records below. */
export type ExportsQuery = z.output<typeof SCHEMA>;

export const readExportsQuery = (address: URLSearchParams): ExportsQuery => readAddress(SCHEMA, address);

export const writeExportsQuery = (query: ExportsQuery): URLSearchParams => writeAddress(SCHEMA, query);

/** The filter that is counted, exported and recorded: of today no day is said. */
export const filterOf = ({ asOf, knownAt, region, stage }: ExportsQuery, today: string): ExportFilter => ({
  ...(asOf !== undefined && (asOf < today || knownAt !== undefined) && { asOf }),
  ...(knownAt !== undefined && { knownAt }),
  ...(region?.length && { region }),
  ...(stage?.length && { stage }),
  sort: 'number',
});

/** The day an export stands at: where none was said, that of the moment it was known at, or of its making, by Shanghai's clocks. */
export const dayOf = ({ filter, createdAt }: Pick<ExportView, 'filter' | 'createdAt'>): string =>
  dayLookedAt(SCHEMA.strip().parse(filter), formatInstant(createdAt).slice(0, 10));
