import type { ImportView } from '@qingshan/contracts';
import { EXPORT_COLUMNS } from '../exports/export-columns';

type Note = ImportView['notes'][number];

/** A ledger that has every column of our export was made by it: nothing about its columns is left to decide. */
export const ownExportNote = (columns: readonly string[]): Note[] => {
  const headers = new Set(columns);
  const isOurs = (['zh', 'en'] as const).some((language) =>
    EXPORT_COLUMNS.every((column) => headers.has(column[language])),
  );
  return isOurs ? [{ code: 'own-export', data: {} }] : [];
};
