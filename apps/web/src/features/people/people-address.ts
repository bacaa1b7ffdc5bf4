import { peopleRoutes } from '@qingshan/contracts';
import { readAddress, readNumber, writeAddress } from '../../shell/address';
import type { PeopleQuery } from './queries';

const schema = peopleRoutes.list.query;

export const readPeople = (address: URLSearchParams): PeopleQuery => readAddress(schema, address);

/** What lies over the list: one account, or the form for a new one. */
export type OverPeople = number | 'new' | null;

export const readOverPeople = (address: URLSearchParams): OverPeople =>
  address.get('open') === 'new' ? 'new' : (readNumber(address, 'open') ?? null);

export const peopleAddress = (query: Partial<PeopleQuery>, over: OverPeople = null): string => {
  const address = writeAddress(schema, query);
  if (over !== null) address.set('open', String(over));
  const text = address.toString();
  return `/people${text ? `?${text}` : ''}`;
};
