import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = join(__dirname, '../../..');
const TEST_FILE = /\.(spec\.tsx?|test\.mjs)$/;
/** A title names the ids it tries in brackets at its end, or before a colon at its start. */
const IN_A_TITLE = /\(([SF]\d\d(?:, [SF]\d\d)*)\)(?=['`])|(?<=['`])([SF]\d\d)(?=: )/g;

const ids = (text: string): string[] =>
  [...text.matchAll(IN_A_TITLE)].flatMap(([, many, one]) => (many ?? one ?? '').split(', '));

const tried = new Set(
  ['apps', 'libs', 'tools'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => TEST_FILE.test(path) && !path.includes('node_modules'))
      .flatMap((path) => ids(readFileSync(join(ROOT, folder, path), 'utf8'))),
  ),
);

const table = readFileSync(join(ROOT, 'docs/attacks.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [SF]\d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id = '', , state = '', note = '']) => ({ id, state, note }));

test('every attack and fault of the table that is called tested is tried by a test of its id, and no other', () => {
  const called = table.filter(({ state }) => state === 'tested').map(({ id }) => id);
  expect(called).toEqual(
    [...tried].sort((a, b) => Number(b[0] === 'S') - Number(a[0] === 'S') || (a < b ? -1 : 1)),
  );
});

test('what is not tried says why', () => {
  for (const { id, state, note } of table)
    expect([id, state === 'tested' || (state === 'not tried' && note.length > 20)]).toEqual([id, true]);
});

const range = (letter: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => letter + String(from + index).padStart(2, '0'));

test('none of those that the life cycle and its trail must withstand is missing', () => {
  const wanted = [
    ...range('S', 1, 19),
    ...range('S', 24, 27),
    ...range('S', 36, 38),
    ...range('S', 50, 61),
    ...range('F', 1, 4),
    'F07',
    ...range('F', 10, 15),
    ...range('F', 24, 27),
  ];
  expect(table.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted));
});
