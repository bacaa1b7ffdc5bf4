import { useTranslation } from 'react-i18next';
import { IconButton } from './button';
import styles from './pager.module.css';

interface PagerProps {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly pageSizes?: readonly number[];
  readonly onChange: (next: { readonly page: number; readonly pageSize: number }) => void;
}

export const Pager = ({ page, pageSize, total, pageSizes = [50, 100, 200], onChange }: PagerProps) => {
  const { t } = useTranslation();
  // Where there is nothing to turn, a number says it.
  if (page === 1 && total <= Math.min(pageSize, ...pageSizes))
    return (
      <p className={styles.pager} aria-live="polite" data-print="no">
        {t('ui.pager.all', { count: total, value: total.toLocaleString('en') })}
      </p>
    );
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  return (
    <nav className={styles.pager} aria-label={t('ui.pager.label')} data-print="no">
      <span aria-live="polite">{t('ui.pager.range', { from, to, total: total.toLocaleString('en') })}</span>
      <label className={styles.size}>
        <span className="visually-hidden">{t('ui.pager.size')}</span>
        <select
          value={pageSize}
          onChange={(event) => onChange({ page: 1, pageSize: Number(event.target.value) })}
        >
          {pageSizes.map((size) => (
            <option key={size} value={size}>
              {t('ui.pager.perPage', { size })}
            </option>
          ))}
        </select>
      </label>
      <span className={styles.steps}>
        <IconButton
          icon="left"
          label={t('ui.pager.previous')}
          disabled={page <= 1}
          onClick={() => onChange({ page: page - 1, pageSize })}
        />
        <span>{t('ui.pager.page', { page, pages })}</span>
        <IconButton
          icon="right"
          label={t('ui.pager.next')}
          disabled={page >= pages}
          onClick={() => onChange({ page: page + 1, pageSize })}
        />
      </span>
    </nav>
  );
};
