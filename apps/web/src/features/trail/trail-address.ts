import { trailRoutes } from '@qingshan/contracts';
import { readAddress, readNumber, writeAddress } from '../../shell/address';
import type { TrailQuery } from './queries';

const schema = trailRoutes.list.query;

export const readTrail = (address: URLSearchParams): TrailQuery => readAddress(schema, address);

/** The entry that lies open over the list. */
export const readOpenEntry = (address: URLSearchParams): number | undefined => readNumber(address, 'open');

export const trailAddress = (query: Partial<TrailQuery>, open?: number): string => {
  const address = writeAddress(schema, query);
  if (open !== undefined) address.set('open', String(open));
  const text = address.toString();
  return `/trail${text ? `?${text}` : ''}`;
};
