import { useTranslation } from 'react-i18next';
import styles from './header-menus.module.css';
import { setLanguage, useLanguage } from './i18n';

/** One press to the other language, named in that language. */
export const LanguageSwitch = () => {
  const { t } = useTranslation();
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      className={styles.language}
      onClick={() => void setLanguage(other)}
    >
      {t(`shell.language.${other}`)}
    </button>
  );
};
