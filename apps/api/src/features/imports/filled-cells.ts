import type { ImportView } from '@qingshan/contracts';

type Group = readonly [column: number, from: number, to: number, word: string];

const isGroup = (value: unknown): value is Group =>
  Array.isArray(value) &&
  value.length === 4 &&
  value.slice(0, 3).every((part) => typeof part === 'number') &&
  typeof value[3] === 'string';

/** Whether the reader put a word into a cell that was blank, from the first row of its group; a corrected cell is another. */
export const filledCells = (
  notes: ImportView['notes'],
): ((row: number, column: number, cell: string) => boolean) => {
  const told = notes.find(({ code }) => code === 'groups-filled')?.data.groups;
  const groups = (Array.isArray(told) ? told : []).filter(isGroup);
  const wordOf = new Map(
    groups.flatMap(([column, from, to, word]) =>
      Array.from({ length: to - from + 1 }, (_, at): [string, string] => [`${from + at}:${column}`, word]),
    ),
  );
  return (row, column, cell) => wordOf.size > 0 && wordOf.get(`${row}:${column}`) === cell;
};
