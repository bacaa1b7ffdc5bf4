import type { ImportRowView, ImportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';
import { useSentence } from '../../../shell/problem';
import { Button, ButtonLink } from '../../../ui/button';
import type { MineWords } from '../ledger-words';
import { GateNote } from './gate-note';
import { RowCells } from './row-cells';
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
  const sentence = useSentence();
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
        <p className={styles.where}>
          {row.undone
            ? t('imports.rows.undone')
            : t(row.written ? 'imports.rows.written' : 'imports.rows.notWritten')}
        </p>
      )}
      {row.undoProblem && (
        <p className={styles.where}>
          {t('imports.rows.undoKept', { why: sentence({ code: row.undoProblem }) })}
        </p>
      )}
      <RowStory row={row} columns={view.columns} mine={mine} />
      <GateNote row={row} />
      <RowCells key={row.rowNumber} row={row} view={view} />
    </Dialog>
  );
};
