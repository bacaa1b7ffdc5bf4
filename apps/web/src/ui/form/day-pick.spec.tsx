import { expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { DayPick } from './day-pick';

const picked = jest.fn<(day: string) => void>();

const Page = () => {
  const [day, setDay] = useState('2026-11-24');
  return (
    <DayPick
      aria-label="As of"
      value={day}
      max="2026-11-24"
      onPick={(next) => {
        picked(next);
        setDay(next);
      }}
    />
  );
};

const type = async (text: string) => {
  picked.mockClear();
  render(<Page />);
  const user = userEvent.setup();
  const input = screen.getByLabelText<HTMLInputElement>('As of');
  await user.clear(input);
  await user.type(input, text);
  return input;
};

test('half of a day changes nothing, the whole day does once', async () => {
  await type('2022-12-31');
  expect(picked.mock.calls).toEqual([['2022-12-31']]);
});

test('digits without dashes are a day as soon as there are eight', async () => {
  const input = await type('20221231');
  expect(input.value).toBe('2022-12-31');
});

test('Enter takes a day written with slashes', async () => {
  const input = await type('2022/3/5{Enter}');
  expect(picked.mock.calls).toEqual([['2022-03-05']]);
  expect(input.value).toBe('2022-03-05');
});

test('a day to come is marked wrong and not told; leaving the field brings the day in force back', async () => {
  const input = await type('2027-01-01');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(picked).not.toHaveBeenCalled();
  await userEvent.setup().tab();
  expect(input.value).toBe('2026-11-24');
});
