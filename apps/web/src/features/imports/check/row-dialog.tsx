import type { ImportRowView, ImportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { Dialog } from '../../../ui/dialog';
import { Button, ButtonLink } from '../../../ui/button';
import { useColumnName, useFieldName, type MineWords } from '../ledger-words';
import { RowStory } from './row-story';
import styles from './rows.module.css';
import { VerdictTag } from './verdict-tag';

interface RowDialogProps {
  readonly row: ImportRowView;
  readonly view: ImportView;
  readonly mine: MineWords;
  /** The rows beside it on the page, where there are any. */
  readonly onPrevious?: () => void;
  readonly onNext?: () => void;
  readonly onClose: () => void;
}

/** One row of the file, whole: what is said of it, and every cell as it stood. */
export const RowDialog = ({ row, view, mine, onPrevious, onNext, onClose }: RowDialogProps) => {
  const { t } = useTranslation();
  const columnName = useColumnName();
  const fieldName = useFieldName();
  const marked = new Map(row.problems.map(({ column, severity }) => [column, severity]));
  const after = view.state !== 'mapping' && view.state !== 'checked';
  return (
    <Dialog
      open
      look="side"
      title={t('imports.rows.open', { row: row.rowNumber })}
      onClose={onClose}
      footer={
        <>
          {row.mineId !== null && (
            <ButtonLink to={`/mines/${row.mineId}`} icon="ledger">
              {t('imports.rows.toMine')}
            </ButtonLink>
          )}
          <Button icon="up" disabled={!onPrevious} onClick={onPrevious}>
            {t('imports.rows.previous')}
          </Button>
          <Button icon="down" disabled={!onNext} onClick={onNext}>
            {t('imports.rows.next')}
          </Button>
        </>
      }
    >
      <p className={styles.cardHead}>
        <span className={styles.mine}>{[row.number, row.name].filter(Boolean).join(' ')}</span>
        <VerdictTag verdict={row.verdict} />
      </p>
      {after && row.verdict !== 'unchanged' && (
        <p className={styles.where}>{t(row.written ? 'imports.rows.written' : 'imports.rows.notWritten')}</p>
      )}
      <RowStory row={row} columns={view.columns} mine={mine} />
      <section aria-label={t('imports.rows.cells')} tabIndex={0}>
        <h3 className={styles.cellsTitle}>{t('imports.rows.cells')}</h3>
        <dl className={styles.cells}>
          {view.columns.map(({ column, header, field }) => {
            const severity = marked.get(column);
            return (
              <div key={column} className={classNames(styles.cell, severity && styles[severity])}>
                <dt>
                  {columnName(column, header)}
                  <span className={styles.meaning}>
                    {field === null ? t('imports.columns.skip') : fieldName(field)}
                  </span>
                </dt>
                <dd>
                  {row.cells[column] || <span className={styles.nothing}>{t('imports.rows.blank')}</span>}
                </dd>
              </div>
            );
          })}
        </dl>
      </section>
    </Dialog>
  );
};
