import type { ImportView } from '@qingshan/contracts';
import { useColumnName, useFieldName } from '../ledger-words';
import type { RowProblem } from '../problem-text';

/** Where a problem stands: the column of the file, else the field that was not there. */
export const usePlace = (columns: ImportView['columns']) => {
  const columnName = useColumnName();
  const fieldName = useFieldName();
  return ({ column, field }: Pick<RowProblem, 'column' | 'field'>): string => {
    const found = columns.find((one) => one.column === column);
    if (found) return columnName(found.column, found.header);
    return field === null ? '' : fieldName(field);
  };
};
