import { makeFormulaSafe } from '@qingshan/domain';

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** With a byte-order mark, so that Excel and WPS read it as UTF-8; no cell runs as a formula. */
export const csvFile = (rows: readonly (readonly string[])[]): Blob =>
  new Blob(
    ['\uFEFF', ...rows.map((cells) => `${cells.map((cell) => quoted(makeFormulaSafe(cell))).join(',')}\r\n`)],
    { type: 'text/csv;charset=utf-8' },
  );

export const saveAs = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};
