import { expect, test } from '@jest/globals';
import { fileAddress, filtersIn, listAddress, readOver, readQuery, without, writeQuery } from './list-query';

test('an address says which mines, and the same query writes the same address', () => {
  const address = 'q=%E7%A8%80%E5%9C%9F&region=360704&stage=survey%2Cplanning&asOf=2022-12-31';
  const query = readQuery(new URLSearchParams(address));
  expect(query).toMatchObject({
    q: '稀土',
    region: ['360704'],
    stage: ['survey', 'planning'],
    asOf: '2022-12-31',
    page: 1,
  });
  expect(writeQuery(query).toString()).toBe(address);
});

test('what an address says wrongly is left out, and the rest still holds', () => {
  const query = readQuery(new URLSearchParams('stage=flying&region=360704&asOf=2026-02-30&sort=name;drop'));
  expect(query.stage).toBeUndefined();
  expect(query.asOf).toBeUndefined();
  expect(query.region).toEqual(['360704']);
  expect(query.sort).toBe('number');
});

test('a mine open at the side is part of the address and no part of the filter', () => {
  const address = new URLSearchParams('stage=survey&open=3541&edit=closureYear');
  expect(readOver(address)).toEqual({ open: 3541, edit: 'closureYear' });
  expect(readQuery(address)).toMatchObject({ stage: ['survey'] });
  expect(listAddress(readQuery(address), { open: 3541 })).toBe('/mines?stage=survey&open=3541');
  expect(readOver(new URLSearchParams('open=-1'))).toEqual({});
});

test('a file keeps the list it was opened from in its address', () => {
  const query = readQuery(new URLSearchParams('stage=survey&sort=-name&page=2'));
  expect(fileAddress(7, query)).toBe('/mines/7?stage=survey&page=2&sort=-name');
});

test('a span of years is one filter, and lifting it starts again from the first page', () => {
  const query = readQuery(new URLSearchParams('closedFrom=1990&closedTo=2000&q=%E9%92%A8&page=4'));
  expect(filtersIn(query)).toEqual(['q', 'closed']);
  const rest = without(query, 'closed');
  expect(filtersIn(rest)).toEqual(['q']);
  expect(rest.page).toBe(1);
});
