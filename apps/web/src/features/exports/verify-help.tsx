import { useTranslation } from 'react-i18next';
import styles from './verify-help.module.css';

const COMMANDS = { windows: 'certutil -hashfile FILE SHA256', others: 'sha256sum FILE' } as const;

/** How anybody, without this system, finds out whether a file is what was exported. */
export const VerifyHelp = () => {
  const { t } = useTranslation();
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{t('exports.verify.title')}</summary>
      <p>{t('exports.verify.help')}</p>
      <dl className={styles.commands}>
        {(['windows', 'others'] as const).map((system) => (
          <div key={system}>
            <dt>{t(`exports.verify.${system}`)}</dt>
            <dd>
              <code>{COMMANDS[system]}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
