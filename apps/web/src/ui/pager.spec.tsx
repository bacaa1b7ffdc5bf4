import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { Pager } from './pager';

const show = (page: number, pageSize: number, total: number) =>
  render(<Pager page={page} pageSize={pageSize} total={total} onChange={() => undefined} />);
const buttons = () => screen.queryAllByRole('button').length;

test('where there is nothing to turn, only a number is said', () => {
  show(1, 50, 40);
  expect(screen.getByText('共 40 条')).toBeTruthy();
  expect(buttons()).toBe(0);
});

test.each([
  ['an address asks for smaller pages than are on offer', 1, 10, 40],
  ['there are more rows than one page holds', 1, 50, 51],
  ['one stands behind the first page', 2, 50, 40],
])('there is a way on or back where %s', (_, page, pageSize, total) => {
  show(page, pageSize, total);
  expect(buttons()).toBe(2);
});
