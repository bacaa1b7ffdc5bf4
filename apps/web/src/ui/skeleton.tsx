import { useTranslation } from 'react-i18next';
import styles from './skeleton.module.css';

/** Grey lines in the place of text that is on its way; says so once to who cannot see them. */
export const Skeleton = ({ lines = 3 }: { readonly lines?: number }) => {
  const { t } = useTranslation();
  return (
    <div role="status" className={styles.skeleton}>
      <span className="visually-hidden">{t('ui.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <SkeletonLine key={line} width={`${92 - ((line * 37) % 48)}%`} />
      ))}
    </div>
  );
};

export const SkeletonLine = ({ width = '70%' }: { readonly width?: string }) => (
  <span aria-hidden="true" className={styles.line} style={{ inlineSize: width }} />
);
