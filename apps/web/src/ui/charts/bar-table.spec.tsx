import { expect, jest, test } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BarTable } from './bar-table';

const pressed = jest.fn<(column: string) => void>();

const show = () =>
  render(
    <BarTable
      label="Orchards"
      tone="malachite"
      columns={[
        { id: 'orchard', header: 'Orchard' },
        { id: 'ripe', header: 'Ripe' },
        { id: 'trees', header: 'Trees', unit: 'pieces' },
      ]}
      rows={[{ id: 'north', label: 'North', share: 0.25, cells: ['25%', '120'] }]}
      total={{ id: 'all', label: 'All', share: 0.25, cells: ['25%', '120'] }}
      sort={{ column: 'ripe', direction: 'descending' }}
      onSort={pressed}
    />,
  );

test('the column in force says its order, and any head that is pressed asks for its own', async () => {
  show();
  const sorted = screen
    .getAllByRole('columnheader')
    .map((head) => [head.textContent?.trim(), head.getAttribute('aria-sort')]);
  expect(sorted).toEqual([
    ['Orchard', null],
    ['Ripe', 'descending'],
    ['Trees pieces', null],
  ]);
  await userEvent.setup().click(screen.getByRole('button', { name: /^Trees/ }));
  expect(pressed.mock.calls).toEqual([['trees']]);
});

test('the bar is only drawn: its number is written beside it, and the table can be scrolled from the keyboard', () => {
  show();
  const row = within(screen.getByRole('row', { name: /^North/ }));
  expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['', '25%', '120']);
  expect(screen.getByRole('region', { name: 'Orchards' }).tabIndex).toBe(0);
});
