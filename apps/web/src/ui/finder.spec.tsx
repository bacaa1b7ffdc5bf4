import { expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createElement, useState } from 'react';
import { Finder } from './finder';

const picked = jest.fn();

/** Fruits by a part of their name, and some that come from afar. */
const Fruits = ({ late = [], waiting = false }: { late?: readonly string[]; waiting?: boolean }) => {
  const [text, setText] = useState('');
  const option = (name: string) => ({ id: name, content: name, onPick: () => picked(name) });
  const near = ['apple', 'pear', 'peach'].filter((name) => name.includes(text)).map(option);
  return createElement(
    Finder,
    {
      label: 'a fruit',
      listLabel: 'fruits',
      text,
      onText: setText,
      waiting,
      groups: [
        { id: 'near', label: 'here', options: near },
        { id: 'late', label: 'from afar', options: late.map(option) },
      ],
    },
    'hint',
  );
};

const field = () => screen.getByRole('combobox', { name: 'a fruit' });
const chosen = () => screen.getByRole('option', { selected: true }).textContent;

test('arrows walk through all groups and round the ends, while focus stays in the field', async () => {
  const user = userEvent.setup();
  render(createElement(Fruits, { late: ['mango'] }));
  await user.click(field());
  expect(chosen()).toBe('apple');
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(chosen()).toBe('mango');
  expect(field().getAttribute('aria-activedescendant')).toBe(
    screen.getByRole('option', { name: 'mango' }).id,
  );
  await user.keyboard('{ArrowDown}');
  expect(chosen()).toBe('apple');
  await user.keyboard('{ArrowUp}{Enter}');
  expect(picked).toHaveBeenLastCalledWith('mango');
  expect(document.activeElement).toBe(field());
});

test('typing begins with the first option again, and with none the list is shut', async () => {
  const user = userEvent.setup();
  render(createElement(Fruits));
  await user.click(field());
  await user.keyboard('{ArrowDown}{ArrowDown}pea');
  expect(chosen()).toBe('pear');
  await user.keyboard('x');
  expect(field().getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('an Enter before the options have come takes the first of them, not one of another text', async () => {
  const user = userEvent.setup();
  picked.mockClear();
  const { rerender } = render(createElement(Fruits, { waiting: true }));
  await user.click(field());
  await user.keyboard('mang{Enter}');
  expect(picked).not.toHaveBeenCalled();
  rerender(createElement(Fruits, { late: ['mango', 'mangold'] }));
  expect(picked).toHaveBeenCalledTimes(1);
  expect(picked).toHaveBeenCalledWith('mango');
});
