import type { ImportRowView, ImportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import type { MineWords } from '../ledger-words';
import { GateNote } from './gate-note';
import { RowStory } from './row-story';
import styles from './rows.module.css';
import { VerdictTag } from './verdict-tag';

interface RowCardsProps {
  readonly rows: readonly ImportRowView[];
  readonly columns: ImportView['columns'];
  readonly mine: MineWords;
  readonly onOpen: (row: number) => void;
}

/** The check where a grid has no room: a card a row, with all there is to say of it. */
export const RowCards = ({ rows, columns, mine, onOpen }: RowCardsProps) => {
  const { t } = useTranslation();
  return (
    <ul className={styles.cards} aria-label={t('imports.rows.list')}>
      {rows.map((row) => (
        <li key={row.rowNumber} className={styles.card}>
          <div className={styles.cardHead}>
            <button type="button" className={styles.openRow} onClick={() => onOpen(row.rowNumber)}>
              {t('imports.rows.open', { row: row.rowNumber })}
            </button>
            <VerdictTag verdict={row.verdict} />
          </div>
          <p className={styles.mine}>{[row.number, row.name].filter(Boolean).join(' ')}</p>
          <RowStory row={row} columns={columns} mine={mine} />
          <GateNote row={row} />
        </li>
      ))}
    </ul>
  );
};
