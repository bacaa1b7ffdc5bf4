import { expect, jest, test } from '@jest/globals';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createElement, useState } from 'react';
import { pinnedPlaces, template, type GridColumn } from './column';
import { DataGrid } from './data-grid';

interface Animal {
  readonly id: string;
  readonly name: string;
  readonly legs: number;
}

const animals = (count: number): Animal[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `a${index}`,
    name: `animal ${index}`,
    legs: index % 8,
  }));

const columns: GridColumn<Animal>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name, width: 140, sortable: true },
  { id: 'legs', header: 'Legs', cell: ({ legs }) => legs, width: 80, align: 'end', sortable: true },
  { id: 'id', header: 'Id', cell: ({ id }) => id, width: 80 },
];

const show = (given: Partial<Parameters<typeof DataGrid<Animal>>[0]> = {}) =>
  render(
    createElement(DataGrid<Animal>, {
      label: 'Animals',
      columns,
      rows: animals(100),
      rowId: ({ id }: Animal) => id,
      ...given,
    }),
  );

const focused = () => document.activeElement?.textContent;

test('the grid tells its whole size and where its rows stand in it', () => {
  show({ total: 10_253, offset: 50 });
  const grid = screen.getByRole('grid', { name: 'Animals' });
  expect(grid.getAttribute('aria-rowcount')).toBe('10254');
  expect(grid.getAttribute('aria-colcount')).toBe('3');
  const first = screen.getByRole('row', { name: /animal 0/ });
  expect(first.getAttribute('aria-rowindex')).toBe('52');
  expect(within(first).getByRole('rowheader').getAttribute('aria-colindex')).toBe('1');
  expect(
    within(first)
      .getAllByRole('gridcell')
      .map((cell) => cell.getAttribute('aria-colindex')),
  ).toEqual(['2', '3']);
});

test('a hundred rows are one tab stop, and only those in view are drawn', async () => {
  const user = userEvent.setup();
  show();
  expect(document.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
  await user.tab();
  expect(focused()).toBe('animal 0');
  await user.tab();
  expect(document.activeElement).toBe(document.body);
});

test('arrows, Home, End and J and K move from cell to cell', async () => {
  const user = userEvent.setup();
  show();
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
  expect(focused()).toBe('2');
  await user.keyboard('{End}');
  expect(focused()).toBe('a2');
  await user.keyboard('{Home}');
  expect(focused()).toBe('animal 2');
  await user.keyboard('jjk');
  expect(focused()).toBe('animal 3');
});

test('Ctrl+End goes to the last row even though it was not drawn, and focus is never lost', async () => {
  const user = userEvent.setup();
  show();
  await user.tab();
  await user.keyboard('{Control>}{End}{/Control}');
  expect(focused()).toBe('a99');
  await user.keyboard('{Control>}{Home}{/Control}');
  expect(focused()).toBe('animal 0');
});

test('the page keys move by what fits on the screen and stop at the ends', async () => {
  const user = userEvent.setup();
  show({ rows: animals(5) });
  await user.tab();
  await user.keyboard('{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}');
  expect(focused()).toBe('animal 4');
  await user.keyboard('{PageUp}{PageUp}{PageUp}{PageUp}{PageUp}{PageUp}');
  expect(focused()).toBe('animal 0');
});

test('Enter opens the row that has focus, a click the row under it', async () => {
  const user = userEvent.setup();
  const onOpen = jest.fn();
  show({ onOpen });
  await user.tab();
  await user.keyboard('{ArrowDown}{Enter}');
  expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'a1' }));
  await user.click(screen.getByText('animal 3'));
  expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'a3' }));
});

test('headers are reached with the arrows, sort on Enter, and tell the order', async () => {
  const user = userEvent.setup();
  const onSort = jest.fn();
  show({ onSort, sort: { column: 'name', direction: 'ascending' } });
  expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending');
  expect(screen.getByRole('columnheader', { name: 'Legs' }).hasAttribute('aria-sort')).toBe(false);
  await user.tab();
  await user.keyboard('{ArrowUp}{Enter}');
  expect(onSort).toHaveBeenLastCalledWith({ column: 'name', direction: 'descending' });
  await user.keyboard('{ArrowRight}{Enter}');
  expect(onSort).toHaveBeenLastCalledWith({ column: 'legs', direction: 'ascending' });
});

test('while the first answer is on its way the grid is busy and says so', () => {
  show({ rows: undefined });
  expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('true');
  expect(screen.getByRole('status').textContent).toBe('加载中…');
});

test('a grid without rows shows what to do, and keeps a tab stop in its header', () => {
  show({ rows: [], empty: 'No animals: change the filter' });
  expect(screen.getByText('No animals: change the filter')).toBeTruthy();
  expect(document.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

test('an error stands in place of the rows', () => {
  show({ rows: undefined, error: 'The server is away' });
  expect(screen.getByText('The server is away')).toBeTruthy();
  expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('false');
});

test('pinned columns stay side by side, each where the one before it ends', () => {
  show({ pinnedColumns: 2 });
  const places = screen.getAllByRole('columnheader').map(({ style }) => style.insetInlineStart);
  expect(places).toEqual(pinnedPlaces(2).slice(0, 2).concat(''));
  expect(pinnedPlaces(1)[1]).toBe(`calc(${template(columns, 2).split(' ')[0]})`);
});

/** A grid whose ticks are kept, as a page keeps them. */
const Ticking = () => {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return createElement(DataGrid<Animal>, {
    label: 'Animals',
    columns,
    rows: animals(5),
    rowId: ({ id }: Animal) => id,
    selection: {
      selected,
      onSelect: (rows, on) => {
        const next = new Set(selected);
        for (const { id } of rows)
          if (on) next.add(id);
          else next.delete(id);
        setSelected(next);
      },
      labelOf: ({ name }) => `tick ${name}`,
      allLabel: 'tick all',
    },
  });
};

const ticked = () =>
  screen.getAllByRole('row', { selected: true }).map((row) => within(row).getByRole('rowheader').textContent);

test('keys tick the row of the tab stop, a span with Shift, and all with Ctrl+A; the tab stop stays where it is', async () => {
  const user = userEvent.setup();
  render(createElement(Ticking));
  await user.tab();
  await user.keyboard('x{ArrowDown}{ArrowDown}{Shift>} {/Shift}');
  expect(ticked()).toEqual(['animal 0', 'animal 1', 'animal 2']);
  await user.keyboard(' ');
  expect(ticked()).toEqual(['animal 0', 'animal 1']);
  await user.keyboard('{Control>}a{/Control}');
  expect(ticked()).toHaveLength(5);
  expect(focused()).toBe('animal 2');
});

test('Shift and arrows stretch the ticks and shrink them again, as in a spreadsheet', async () => {
  const user = userEvent.setup();
  render(createElement(Ticking));
  await user.tab();
  await user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(ticked()).toEqual(['animal 1', 'animal 2', 'animal 3']);
  expect(focused()).toBe('animal 3');
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
  expect(ticked()).toEqual(['animal 1', 'animal 2']);
  await user.keyboard('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
  expect(ticked()).toEqual(['animal 0', 'animal 1']);
  expect(focused()).toBe('animal 0');
});

test('keys of its page act on the row of the tab stop, but not with Ctrl and not in the header', async () => {
  const user = userEvent.setup();
  const onStage = jest.fn();
  show({ rowKeys: { s: onStage } });
  await user.tab();
  await user.keyboard('{ArrowDown}{Control>}s{/Control}');
  expect(onStage).not.toHaveBeenCalled();
  await user.keyboard('s');
  expect(onStage).toHaveBeenCalledWith(expect.objectContaining({ id: 'a1' }));
  await user.keyboard('{ArrowUp}{ArrowUp}s');
  expect(onStage).toHaveBeenCalledTimes(1);
});

test('a box ticks its row, and the one in the header all rows shown', async () => {
  const user = userEvent.setup();
  render(createElement(Ticking));
  await user.click(screen.getByRole('checkbox', { name: 'tick animal 3' }));
  expect(ticked()).toEqual(['animal 3']);
  await user.click(screen.getByRole('checkbox', { name: 'tick all' }));
  expect(ticked()).toHaveLength(5);
});

/** What the browser sends at Ctrl+C, and the words that are taken then; null where it takes what was chosen itself. */
const copied = () => {
  const taken: string[] = [];
  const event = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), {
    clipboardData: { setData: (_: string, words: string) => taken.push(words) },
  });
  document.body.dispatchEvent(event);
  return event.defaultPrevented ? taken.join() : null;
};

test('Ctrl+C takes the words of the cell one is in, and leaves alone what was chosen with the mouse', async () => {
  const user = userEvent.setup();
  render(createElement(Ticking));
  expect(copied()).toBeNull();
  await user.tab();
  await user.keyboard('{ArrowDown}');
  expect(copied()).toBe('animal 1');
  await user.keyboard('{ArrowRight}');
  expect(copied()).toBe('1');
  window.getSelection()?.selectAllChildren(screen.getByText('animal 3'));
  expect(copied()).toBeNull();
});

test('a double click edits the cell and chooses no word, a single press lets words be chosen', () => {
  const onEdit = jest.fn();
  show({ onEdit });
  const cell = screen.getByText('animal 2');
  expect(fireEvent.mouseDown(cell, { detail: 1 })).toBe(true);
  expect(fireEvent.mouseDown(cell, { detail: 2 })).toBe(false);
  fireEvent.doubleClick(cell);
  expect(onEdit).toHaveBeenCalledWith(expect.objectContaining({ id: 'a2' }), 'name');
});

test('where nothing can be edited, a double click chooses a word as everywhere', () => {
  show();
  expect(fireEvent.mouseDown(screen.getByText('animal 2'), { detail: 2 })).toBe(true);
});
