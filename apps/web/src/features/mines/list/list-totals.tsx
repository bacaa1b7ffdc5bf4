import type { MinePage } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatCount, formatRate } from '../../../shell/format';
import { Area } from '../../../shell/written';
import styles from './list.module.css';

/** Count and area of the whole filter, never of the page alone. */
export const ListTotals = ({ page }: { readonly page: MinePage }) => {
  const { t } = useTranslation();
  const rate = formatRate(page.restoredSquareMetres, page.damagedSquareMetres);
  return (
    <p className={styles.totals}>
      <span>{t('mines.list.totals')}</span>
      <strong>{t('mines.list.totalMines', { count: page.total, value: formatCount(page.total) })}</strong>
      <span>
        {t('mines.damaged')}{' '}
        <strong>
          <Area squareMetres={page.damagedSquareMetres} />
        </strong>{' '}
        {t('format.mu')}
      </span>
      <span>
        {t('mines.restored')}{' '}
        <strong>
          <Area squareMetres={page.restoredSquareMetres} />
        </strong>{' '}
        {t('format.mu')}
        {rate && t('mines.within', { text: rate })}
      </span>
    </p>
  );
};
