import { useTranslation } from 'react-i18next';
import styles from './header-menus.module.css';
import { NARROW, useMedia } from '../ui/use-media';
import { setLanguage, useLanguage } from './i18n';

/** One press to the other language, named in that language. */
export const LanguageSwitch = () => {
  const { t } = useTranslation();
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  // On a phone the room is needed for the name of one's division.
  const isShort = useMedia(NARROW);
  return (
    <button
      type="button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={t(`shell.language.${other}`)}
      className={styles.language}
      onClick={() => void setLanguage(other)}
    >
      {t(isShort ? `shell.languageShort.${other}` : `shell.language.${other}`)}
    </button>
  );
};
