import { expect, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { arranged, DEFAULT_VIEW, ordered, placed, readView, useView } from './view-settings';

test('what was remembered comes back, and nonsense gives the default view', () => {
  const view = {
    density: 'compact',
    hidden: ['town'],
    order: ['name', 'stage'],
    pinned: ['stage'],
    widths: { town: 'wide', stage: 210 },
  };
  expect(readView(JSON.stringify(view))).toEqual(view);
  expect(readView('{"widths":{"name":1,"town":99999,"stage":null}}').widths).toEqual({ name: 64, town: 640 });
  expect(readView('not json')).toEqual(DEFAULT_VIEW);
  expect(readView('{"density":"tiny","hidden":7,"pinned":{"a":1},"widths":["huge"]}')).toEqual(DEFAULT_VIEW);
});

test('a column is put where it is wanted, and the name stays first', () => {
  expect(placed(['name', 'number', 'stage'], 'stage', 1)).toEqual(['name', 'stage', 'number']);
  for (const [id, to] of [
    ['number', 0],
    ['name', 2],
    ['stage', 3],
    ['nothing', 1],
  ] as const)
    expect(placed(['name', 'number', 'stage'], id, to)).toEqual(['name', 'number', 'stage']);
});

test('a column that is newer than the remembered order is still shown', () => {
  expect(ordered(['name', 'number', 'stage', 'town'], ['name', 'stage', 'gone'])).toEqual([
    'name',
    'stage',
    'number',
    'town',
  ]);
});

test('what is pinned stands beside the name, what is hidden is gone, and widths are as chosen', () => {
  const all = ['name', 'number', 'town', 'stage'].map((id) => ({ id, width: 100 }));
  const { columns, pinned } = arranged(all, {
    ...DEFAULT_VIEW,
    hidden: ['number', 'name'],
    pinned: ['stage', 'number'],
    widths: { town: 'wide', stage: 'narrow' },
  });
  expect(columns).toEqual([
    { id: 'name', width: 100 },
    { id: 'stage', width: 70 },
    { id: 'town', width: 150 },
  ]);
  expect(pinned).toBe(2);
});

test('a width set by hand is kept, and the column no longer grows', () => {
  const { columns } = arranged([{ id: 'name', width: 200, grow: 2 }], {
    ...DEFAULT_VIEW,
    widths: { name: 320 },
  });
  expect(columns).toEqual([{ id: 'name', width: 320, grow: 0 }]);
});

test('a view that keeps its columns is drawn with them, and what is changed in it stays in it', () => {
  const own = { ...DEFAULT_VIEW, hidden: ['stage'] };
  const kept = {
    id: 7,
    version: 2,
    layout: { density: 'roomy' as const, hidden: ['town'], order: [], pinned: [], widths: {} },
  };
  localStorage.setItem('qingshan.mines.view', JSON.stringify(own));
  const { result, rerender } = renderHook(({ saved }) => useView(saved), {
    initialProps: { saved: undefined as Parameters<typeof useView>[0] },
  });
  expect([result.current.view, result.current.usual]).toEqual([own, DEFAULT_VIEW]);

  rerender({ saved: kept });
  expect([result.current.view, result.current.usual]).toEqual([kept.layout, kept.layout]);
  const liked = { ...kept.layout, pinned: ['number'] };
  act(() => result.current.setView(liked));
  expect([result.current.view, result.current.usual]).toEqual([liked, kept.layout]);
  expect(readView(localStorage.getItem('qingshan.mines.view.7.2'))).toEqual(liked);

  const anew = { ...kept, version: 3, layout: { ...kept.layout, hidden: ['stage'] } };
  rerender({ saved: anew });
  expect(result.current.view).toEqual(anew.layout);

  rerender({ saved: { id: 8, version: 1, layout: null } });
  expect(result.current.view).toEqual(own);
});
