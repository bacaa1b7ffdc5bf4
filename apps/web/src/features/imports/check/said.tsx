import type { Severity } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { Icon } from '../../../ui/icon';
import styles from './said.module.css';

/** A sentence with how serious it is, seen and heard. */
export const Said = ({ severity, children }: { readonly severity: Severity; readonly children: string }) => {
  const { t } = useTranslation();
  return (
    <span className={classNames(styles.said, styles[severity])}>
      <Icon name={severity === 'error' ? 'refused' : 'warning'} size={15} />
      <span className="visually-hidden">{t(`imports.severity.${severity}`)} </span>
      <span className={styles.words} title={children}>
        {children}
      </span>
    </span>
  );
};

/** `old → new`, told as such to who hears it. */
export const FromTo = ({ before, after }: { readonly before: string; readonly after: string }) => {
  const { t } = useTranslation();
  return (
    <span className={styles.fromTo} title={`${before} → ${after}`}>
      <span className="visually-hidden">{t('imports.rows.before')} </span>
      <del>{before}</del>
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden"> {t('imports.rows.after')} </span>
      <ins>{after}</ins>
    </span>
  );
};
