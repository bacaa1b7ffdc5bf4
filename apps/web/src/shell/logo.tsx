import { useTranslation } from 'react-i18next';
import styles from './logo.module.css';

/** Three ranges of mountains over a strip of bare earth. */
export const Mountains = ({ size = 30 }: { readonly size?: number }) => (
  <svg aria-hidden="true" focusable="false" width={size} height={size} viewBox="0 0 32 32">
    <path className={styles.far} d="M2 24 10.4 8.6c.5-.9 1.6-.9 2.1 0L16 15l8 9z" />
    <path className={styles.middle} d="m8 24 9.6-11.6c.6-.7 1.5-.7 2.1 0L30 24z" />
    <path className={styles.near} d="M2 26c4.6-5.6 8.6-7.3 12.4-4.8C18 23.6 23 21 30 24v2z" />
    <path className={styles.earth} d="M2 27.2h28V29H2z" />
  </svg>
);

export const Logo = ({ size }: { readonly size?: number }) => {
  const { t } = useTranslation();
  return (
    <span className={styles.logo}>
      <Mountains size={size} />
      <span className={styles.name}>{t('app.name')}</span>
    </span>
  );
};
