import { mineRoutes } from '@qingshan/contracts';
import { readAddress, readNumber, writeAddress } from '../../../shell/address';
import type { MinesQuery } from '../queries';

export const readQuery = (address: URLSearchParams): MinesQuery =>
  readAddress(mineRoutes.list.query, address);

export const writeQuery = (query: Partial<MinesQuery>): URLSearchParams =>
  writeAddress(mineRoutes.list.query, query);

/** What lies over a list or file: which mine is open at the side, and where its edit form starts. */
export interface Over {
  readonly open?: number;
  readonly edit?: string;
}

export const readOver = (address: URLSearchParams): Over => {
  const open = readNumber(address, 'open');
  const edit = address.get('edit') ?? '';
  return {
    ...(open !== undefined && { open }),
    ...(edit !== '' && { edit }),
  };
};

/** The address of a list with what lies over it. */
export const listAddress = (query: Partial<MinesQuery>, over: Over = {}): string =>
  addressOf('/mines', query, over);

/** The same mines on the map, looked at from there. */
export const mapAddress = (query: Partial<MinesQuery>, over: Over = {}, view = ''): string =>
  addressOf('/mines/map', query, over, view);

const addressOf = (path: string, query: Partial<MinesQuery>, { open, edit }: Over, view = ''): string => {
  const address = writeQuery(query);
  if (view !== '') address.set('at', view);
  if (open !== undefined) address.set('open', String(open));
  if (edit !== undefined) address.set('edit', edit);
  const text = address.toString();
  return `${path}${text ? `?${text}` : ''}`;
};

/** The address of a file that knows the list it was opened from: its neighbours are the list's. */
export const fileAddress = (id: number, query: Partial<MinesQuery>, edit?: string): string => {
  const address = writeQuery(query);
  if (edit !== undefined) address.set('edit', edit);
  const text = address.toString();
  return `/mines/${id}${text ? `?${text}` : ''}`;
};

/** The filters of a query, each of which can be lifted on its own. A span of years or areas is one. */
const FILTERS = {
  q: ['q'],
  region: ['region'],
  stage: ['stage'],
  mineral: ['mineral'],
  approach: ['approach'],
  closed: ['closedFrom', 'closedTo'],
  area: ['areaFrom', 'areaTo'],
  blank: ['blank'],
  overdue: ['overdue'],
  square: ['square'],
  asOf: ['asOf'],
  knownAt: ['knownAt'],
} as const satisfies Record<string, readonly (keyof MinesQuery)[]>;

export type FilterName = keyof typeof FILTERS;

const isSet = (value: unknown) =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

export const filtersIn = (query: MinesQuery): FilterName[] =>
  (Object.keys(FILTERS) as FilterName[]).filter((name) => FILTERS[name].some((part) => isSet(query[part])));

/** The query without one of its filters, from its first page. */
export const without = (query: MinesQuery, name: FilterName): MinesQuery => ({
  ...query,
  page: 1,
  ...Object.fromEntries(FILTERS[name].map((part) => [part, undefined])),
});
