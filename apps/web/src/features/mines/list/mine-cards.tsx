import { MINE_SORTS, type MineRow, type MineSort } from '@qingshan/contracts';
import { MINERALS } from '@qingshan/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../../shell/codes';
import { useRegions } from '../../../shell/regions';
import { StageTag } from '../../../shell/stage-tag';
import { Area } from '../../../shell/written';
import { IconButton } from '../../../ui/button';
import { Card, Cards } from '../../../ui/cards';
import { Choose } from '../../../ui/form/inputs';
import { Skeleton } from '../../../ui/skeleton';
import { PausedTag } from '../steps/paused-tag';
import styles from './mine-cards.module.css';

interface MineCardsProps {
  readonly rows: readonly MineRow[] | undefined;
  readonly sort: MineSort | `-${MineSort}`;
  readonly headerOf: (sort: MineSort) => string;
  readonly onSort: (sort: MineSort | `-${MineSort}`) => void;
  readonly onOpen: (row: MineRow) => void;
  /** Shown in place of cards: nothing found, or an error. */
  readonly message: ReactNode;
  readonly footer: ReactNode;
}

/** The ledger where a grid has no room: one card a mine, the whole of it to press. */
export const MineCards = ({ rows, sort, headerOf, onSort, onOpen, message, footer }: MineCardsProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const code = useCodeName();
  const down = sort.startsWith('-');
  const column = sort.replace(/^-/, '') as MineSort;
  return (
    <div className={styles.frame}>
      <div className={styles.order}>
        <Choose
          aria-label={t('mines.list.order')}
          value={column}
          choices={MINE_SORTS.map((one) => ({ value: one, label: headerOf(one) }))}
          onChange={(event) => onSort(event.target.value as MineSort)}
        />
        <IconButton
          icon={down ? 'sortDown' : 'sortUp'}
          label={t('mines.list.order')}
          aria-pressed={down}
          onClick={() => onSort(down ? column : `-${column}`)}
        />
      </div>
      {message}
      {!message && rows === undefined && <Skeleton lines={8} />}
      {!message && (
        <Cards label={t('mines.list.cards')}>
          {rows?.map((row) => (
            <Card
              key={row.id}
              title={row.name}
              tag={
                <>
                  <StageTag stage={row.stage} />
                  {row.paused && <PausedTag />}
                </>
              }
              lines={[
                [row.number, nameOf(row.regionCode), row.town, code(MINERALS, row.mineralCode)]
                  .filter(Boolean)
                  .join(' · '),
                <>
                  {t('mines.damaged')} <Area squareMetres={row.damagedSquareMetres} /> {t('format.mu')}
                  {' · '}
                  {t('mines.restored')} <Area squareMetres={row.restoredSquareMetres} /> {t('format.mu')}
                </>,
              ]}
              onOpen={() => onOpen(row)}
            />
          ))}
        </Cards>
      )}
      {footer}
    </div>
  );
};
