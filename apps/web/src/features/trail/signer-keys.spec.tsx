import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { SignerKeys } from './signer-keys';

const FIRST = { key: 'qingshan+00000001+first', after: 0, began: null };
const SECOND = {
  key: 'qingshan+00000002+second',
  after: 1_234,
  began: { kind: 'rotated' as const, at: '2026-11-25T02:00:00.000Z' },
};

test('the key that signs now stands first, with since when; those before it below', () => {
  render(<SignerKeys keys={[FIRST, SECOND]} />);
  const text = document.body.textContent ?? '';
  expect(text.indexOf(SECOND.key)).toBeLessThan(text.indexOf(FIRST.key));
  expect(screen.getByText(/自第 1,235 条起（2026-11-25 10:00/)).toBeTruthy();
  expect(screen.getByText('自第一条起')).toBeTruthy();
});

test('a key that came after a loss says that it has to be compared', () => {
  render(<SignerKeys keys={[FIRST, { ...SECOND, began: { ...SECOND.began, kind: 'broken' } }]} />);
  expect(screen.getByText(/遗失或泄露/)).toBeTruthy();
});

test('one key alone is told without a list of former ones; without any there is nothing', () => {
  const { container, rerender } = render(<SignerKeys keys={[FIRST]} />);
  expect(screen.queryByRole('list')).toBeNull();
  rerender(<SignerKeys keys={[]} />);
  expect(container.textContent).toBe('');
});
