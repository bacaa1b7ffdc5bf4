/** `A` to `Z`, `AA`: how a spreadsheet names its columns, of which the first is 0. */
export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${columnLetters(Math.floor(column / 26) - 1)}${columnLetters(column % 26)}`;
