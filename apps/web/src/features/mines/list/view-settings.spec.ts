import { expect, test } from '@jest/globals';
import { DEFAULT_VIEW, moved, ordered, readView } from './view-settings';

test('what was remembered comes back, and nonsense gives the default view', () => {
  const view = { density: 'compact', hidden: ['town'], order: ['name', 'stage'] };
  expect(readView(JSON.stringify(view))).toEqual(view);
  expect(readView('not json')).toEqual(DEFAULT_VIEW);
  expect(readView('{"density":"tiny","hidden":7}')).toEqual(DEFAULT_VIEW);
});

test('columns move one place at a time, and the name stays first', () => {
  expect(moved(['name', 'number', 'stage'], 'stage', -1)).toEqual(['name', 'stage', 'number']);
  expect(moved(['name', 'number', 'stage'], 'number', -1)).toEqual(['name', 'number', 'stage']);
  expect(moved(['name', 'number', 'stage'], 'stage', 1)).toEqual(['name', 'number', 'stage']);
});

test('a column that is newer than the remembered order is still shown', () => {
  expect(ordered(['name', 'number', 'stage', 'town'], ['name', 'stage', 'gone'])).toEqual([
    'name',
    'stage',
    'number',
    'town',
  ]);
});
