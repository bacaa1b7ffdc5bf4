import { columnLetters, LEDGER_FIELDS, unitsOf, type LedgerField } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { Choose } from '../../../ui/form/inputs';
import { Icon } from '../../../ui/icon';
import { useColumnName, useFieldName } from '../ledger-words';
import styles from './columns-step.module.css';
import { lacksUnit, meaningFor, unitOf, type Column, type Meaning } from './meanings';

interface ColumnRowProps {
  readonly column: Column;
  /** Which column has a field now. */
  readonly holderOf: (field: LedgerField) => number | undefined;
  readonly onChange: (meaning: Meaning) => void;
}

/** One column of the file: its name, what stands in it, and what that is to mean. */
export const ColumnRow = ({ column, holderOf, onChange }: ColumnRowProps) => {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const columnName = useColumnName();
  const name = columnName(column.column, column.header);
  const units = column.field === null ? [] : unitsOf(column.field);
  const choices = LEDGER_FIELDS.map((field) => {
    const holder = holderOf(field);
    const elsewhere = holder !== undefined && holder !== column.column;
    const label = fieldName(field);
    return {
      value: field,
      label: elsewhere ? t('imports.columns.taken', { field: label, column: columnLetters(holder) }) : label,
    };
  });
  return (
    <li className={classNames(styles.row, column.field === null && styles.leftOut)}>
      <span className={styles.name}>
        <span className={styles.letters}>{columnLetters(column.column)}</span>
        <span>{column.header || t('imports.columns.unnamed')}</span>
      </span>
      <span className={styles.samples}>
        {column.samples.length === 0
          ? t('imports.columns.empty')
          : column.samples.map((sample) => (
              <span key={sample} className={styles.sample} title={sample}>
                {sample}
              </span>
            ))}
      </span>
      <Choose
        aria-label={t('imports.columns.fieldOf', { column: name })}
        value={column.field ?? ''}
        blank={t('imports.columns.skip')}
        choices={choices}
        onChange={({ target }) =>
          onChange(meaningFor(LEDGER_FIELDS.find((field) => field === target.value) ?? null, column.header))
        }
      />
      <span className={styles.unit}>
        {units.length > 0 && (
          <>
            <Choose
              aria-label={t('imports.columns.unitOf', { column: name })}
              aria-invalid={lacksUnit(column)}
              value={column.unit ?? ''}
              blank={t('imports.columns.chooseUnit')}
              choices={units.map((unit) => ({ value: unit, label: t(`imports.unit.${unit}`) }))}
              onChange={({ target }) =>
                onChange({ field: column.field, unit: unitOf(column.field, target.value) })
              }
            />
            {lacksUnit(column) && <Icon name="warning" size={16} />}
          </>
        )}
      </span>
    </li>
  );
};
