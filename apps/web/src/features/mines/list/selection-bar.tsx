import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { Area } from '../../../shell/written';
import { Button } from '../../../ui/button';
import styles from './list.module.css';
import type { useChosen } from './selection';

interface SelectionBarProps {
  readonly chosen: ReturnType<typeof useChosen>;
  readonly total: number;
  readonly onEdit: () => void;
}

/** How many mines are ticked, how much land they are, and what can be done with them together. */
export const SelectionBar = ({ chosen, total, onEdit }: SelectionBarProps) => {
  const { t } = useTranslation();
  const { count, whole } = chosen;
  if (count === 0) return null;
  return (
    <div className={styles.selection} role="status">
      <strong>
        {t(whole ? 'mines.bulk.wholeFilter' : 'mines.bulk.selected', { count, value: formatCount(count) })}
      </strong>
      <span>
        {t('mines.damaged')} <Area squareMetres={chosen.damagedSquareMetres} /> {t('format.mu')}
      </span>
      <span className={styles.selectionActs}>
        <Button look="primary" size="small" onClick={onEdit}>
          {t('mines.bulk.open')}
        </Button>
        {!whole && count < total && (
          <Button size="small" onClick={chosen.selectWhole}>
            {t('mines.bulk.selectAll', { value: formatCount(total) })}
          </Button>
        )}
        <Button look="quiet" size="small" onClick={chosen.clear}>
          {t('mines.bulk.clear')}
        </Button>
      </span>
    </div>
  );
};
