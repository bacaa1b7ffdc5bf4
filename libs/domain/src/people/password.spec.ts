import { expect, test } from '@jest/globals';
import { passwordRefusal } from './password';

const why = (password: string, username = 'official') =>
  passwordRefusal(password, username)?.data?.why ?? null;

test.each(['Bamboo-77-river', '青山绿水Ab3-xyz', `Ab3-${'xy'.repeat(62)}`])('%j is good enough', (password) =>
  expect(why(password)).toBeNull(),
);

test.each([
  ['Ab3-efghi', 'short'],
  [`Ab3-${'x'.repeat(125)}`, 'long'],
  ['abcdefgh1234', 'classes'],
  ['MyOfficial-2026', 'name'],
  ['Password-2026', 'common'],
  ['P@ssw0rd-2026', 'common'],
  ['Qingsh@n-2026', 'common'],
  ['Adm1n-Adm1n-1', 'common'],
  ['1qaz@WSX3edc', 'common'],
  ['Qwer!234asdf', 'common'],
  ['Aa-5201314-x', 'common'],
  ['Abcd-1234-xy', 'common'],
  ['Aaaaaaaaaa1-', 'common'],
  ['Huawei@1234567', 'common'],
])('%j is not: %s (S22)', (password, because) => expect(why(password)).toBe(because));
