import { expect, test } from '@jest/globals';
import { changedFields, changesOf, factsOf, textOf } from './form-text';

const before = textOf({
  number: 'A1',
  name: '金龙岭铜矿',
  closureYear: 2008,
  planApprovedOn: '2021-03-05',
  town: null,
});

test('a field that says the same in another spelling has not changed', () => {
  expect(changedFields(before, { ...before, name: ' 金龙岭铜矿 ', planApprovedOn: '2021/3/5' })).toEqual([]);
});

test('only what changed is sent; an emptied field is cleared', () => {
  const typed = { ...before, town: '韩坊镇', closureYear: '', acceptedOn: '20230101' };
  expect(changesOf(before, typed)).toEqual({ town: '韩坊镇', closureYear: null, acceptedOn: '2023-01-01' });
});

test('a year that is none reaches the contract as typed, to be refused there', () => {
  expect(changesOf(before, { ...before, closureYear: '二〇〇八' })).toEqual({ closureYear: '二〇〇八' });
});

test('a new mine holds what was filled in and nothing else', () => {
  expect(factsOf({ ...textOf({}), number: 'B2', name: 'x' })).toEqual({ number: 'B2', name: 'x' });
});
