import { expect, test } from '@jest/globals';
import { merge } from './merge';

const base = { name: 'a', town: 'b', remark: 'c' };

test('changes of different fields go together', () => {
  const { typed, clashing } = merge(base, { ...base, name: 'mine' }, { ...base, town: 'theirs' });
  expect(clashing).toEqual([]);
  expect(typed).toEqual({ ...base, name: 'mine', town: 'theirs' });
});

test('the same field changed to different things has to be chosen, and one’s own stands until then', () => {
  const { typed, clashing } = merge(base, { ...base, name: 'mine' }, { ...base, name: 'theirs' });
  expect(clashing).toEqual(['name']);
  expect(typed.name).toBe('mine');
});

test('the same field changed to the same is no clash', () => {
  expect(merge(base, { ...base, name: 'x' }, { ...base, name: 'x' }).clashing).toEqual([]);
});
