import type { ImportRowView, ImportView } from '@qingshan/contracts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, useSentence } from '../../../shell/problem';
import { Button } from '../../../ui/button';
import { classNames } from '../../../ui/class-names';
import { TextInput } from '../../../ui/form/inputs';
import { useColumnName, useFieldName } from '../ledger-words';
import { useCorrect } from '../queries';
import styles from './rows.module.css';

interface RowCellsProps {
  readonly row: ImportRowView;
  readonly view: ImportView;
}

/** Every cell of a row as it stands; while nothing is written, a person may put them right here. */
export const RowCells = ({ row, view }: RowCellsProps) => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const columnName = useColumnName();
  const fieldName = useFieldName();
  const correct = useCorrect(view.id);
  const [drafts, setDrafts] = useState<Readonly<Record<number, string>> | null>(null);
  const id = useId();
  const marked = new Map(row.problems.map(({ column, severity }) => [column, severity]));
  const cells = view.columns.flatMap(({ column }) => {
    const value = drafts?.[column];
    return value === undefined || value === row.cells[column] ? [] : [{ row: row.rowNumber, column, value }];
  });
  const save = () => correct.mutate({ cells }, { onSuccess: () => setDrafts(null) });
  return (
    <form
      aria-label={t('imports.rows.cells')}
      onSubmit={(event) => {
        event.preventDefault();
        if (cells.length > 0) save();
      }}
    >
      <div className={styles.cellsHead}>
        <h3>{t('imports.rows.cells')}</h3>
        {view.state === 'checked' && drafts === null && (
          <Button onClick={() => setDrafts({})}>{t('imports.correct.open')}</Button>
        )}
      </div>
      <dl className={styles.cells}>
        {view.columns.map(({ column, header, field }) => {
          const severity = marked.get(column);
          const isOpen = drafts !== null && field !== null;
          return (
            <div key={column} className={classNames(styles.cell, severity && styles[severity])}>
              <dt id={`${id}-${column}`}>
                {columnName(column, header)}
                <span className={styles.meaning}>
                  {field === null ? t('imports.columns.skip') : fieldName(field)}
                </span>
              </dt>
              <dd>
                {isOpen ? (
                  <TextInput
                    aria-labelledby={`${id}-${column}`}
                    maxLength={2000}
                    value={drafts[column] ?? row.cells[column] ?? ''}
                    onChange={({ target }) => setDrafts({ ...drafts, [column]: target.value })}
                  />
                ) : (
                  row.cells[column] || <span className={styles.nothing}>{t('imports.rows.blank')}</span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {correct.error && <p role="alert">{sentence(asProblem(correct.error))}</p>}
      {drafts !== null && (
        <div className={styles.cellsActs}>
          <Button look="primary" type="submit" busy={correct.isPending} disabled={cells.length === 0}>
            {t('imports.correct.save')}
          </Button>
          <Button onClick={() => setDrafts(null)}>{t('ui.cancel')}</Button>
        </div>
      )}
    </form>
  );
};
