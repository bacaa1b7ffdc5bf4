import { columnLetters, MINE_FIELDS, type LedgerField, type MineField } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';

/** How the mines name their fields and write their values: given by the page, which knows both features. */
export interface MineWords {
  readonly label: (field: string, of?: 'mine' | 'patch') => string;
  readonly text: (field: string, value: unknown) => string;
}

const isMineField = (field: LedgerField): field is LedgerField & MineField =>
  (MINE_FIELDS as readonly LedgerField[]).includes(field);

/** What a column of a ledger can mean, in words. */
export const useFieldName = () => {
  const { t } = useTranslation();
  return (field: LedgerField): string =>
    isMineField(field) ? t(`labels.field.${field}`) : t(`imports.field.${field}`);
};

/** A column as a person finds it again: its letters and its name. */
export const useColumnName = () => {
  const { t } = useTranslation();
  return (column: number, header: string): string =>
    `${columnLetters(column)} ${header || t('imports.columns.unnamed')}`;
};
