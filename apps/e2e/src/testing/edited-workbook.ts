import { readXlsx, writeXlsx } from 'hucre/xlsx';

/** A workbook after somebody opened it, typed another value into a cell of a row below the header, and saved it. */
export const editedWorkbook = async (
  bytes: Buffer,
  row: number,
  header: string,
  value: string | number,
): Promise<Buffer> => {
  const workbook = await readXlsx(bytes);
  const [ledger] = workbook.sheets;
  const column = ledger?.rows[0]?.indexOf(header) ?? -1;
  const cells = ledger?.rows[row + 1];
  if (!cells || column === -1) throw new Error(`The workbook has no cell ${header} in row ${row}`);
  cells[column] = value;
  const sheets = workbook.sheets.map(({ name, rows }) => ({ name, rows }));
  return Buffer.from(await writeXlsx({ sheets }));
};
