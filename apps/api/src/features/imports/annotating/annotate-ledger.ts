import type { LedgerFile } from '../reading/ledger-table';
import { readTable, type ReadOptions } from '../reading/read-table';
import { annotateDelimited } from './annotate-delimited';
import { annotateWorkbook } from './annotate-workbook';
import { additionsTo, type AnnotatedFile, type Annotation } from './annotation';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The file as it came, with what is wrong beside each row, and with the cells that were put right since. */
export const annotateLedger = async (
  file: LedgerFile,
  how: ReadOptions,
  annotation: Annotation,
): Promise<AnnotatedFile> => {
  const table = await readTable(file, how);
  const additions = additionsTo(table, annotation);
  if (table.sheet !== null)
    return { bytes: await annotateWorkbook(file.bytes, table.sheet, additions), mediaType: WORKBOOK };
  return {
    bytes: annotateDelimited(file.bytes, table.encoding ?? 'utf-8', additions),
    mediaType: `text/csv; charset=${table.encoding}`,
  };
};
