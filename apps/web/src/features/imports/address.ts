import { importRoutes, type ImportView } from '@qingshan/contracts';
import type { RowsQuery } from './queries';

/** The part of an import that is on screen; its state decides which there are. */
export type Step = 'mapping' | 'checking' | 'writing';

export const stepOf = ({ state }: Pick<ImportView, 'state'>, address: URLSearchParams): Step => {
  if (state === 'mapping') return 'mapping';
  if (state !== 'checked') return 'writing';
  return address.get('step') === 'mapping' ? 'mapping' : 'checking';
};

/** What is worth a look first: errors, then warnings, then everything. */
const firstShown = ({ counts }: Pick<ImportView, 'counts'>): RowsQuery['show'] => {
  if (counts && counts.error > 0) return 'error';
  return counts && counts.warnings > 0 ? 'problems' : 'all';
};

/** The rows the address asks for, by the contract's own schema; what it does not understand is left out. */
export const readRows = (address: URLSearchParams, from: Pick<ImportView, 'counts'>): RowsQuery => {
  const schema = importRoutes.rows.query;
  const given = [...address].filter(
    ([name, value]) => name in schema.shape && schema.safeParse({ [name]: value }).success,
  );
  const show = address.has('code') ? 'all' : firstShown(from);
  return schema.parse({ show, ...Object.fromEntries(given) });
};

/** The same address with other rows, from their first page unless a page is named. */
export const withRows = (
  address: URLSearchParams,
  { show, code, page, pageSize }: Partial<RowsQuery>,
): URLSearchParams => {
  const next = new URLSearchParams(address);
  const said = { show, code, page: page === 1 ? undefined : page, pageSize };
  for (const name of ['show', 'code', 'page', 'pageSize', 'row'] as const) next.delete(name);
  for (const [name, value] of Object.entries(said)) if (value !== undefined) next.set(name, String(value));
  return next;
};

/** The row whose whole story is open. */
export const readRow = (address: URLSearchParams): number | null => {
  const row = address.get('row') ?? '';
  return /^[1-9]\d{0,8}$/.test(row) ? Number(row) : null;
};

export const withRow = (address: URLSearchParams, row: number | null): URLSearchParams => {
  const next = new URLSearchParams(address);
  if (row === null) next.delete('row');
  else next.set('row', String(row));
  return next;
};
