import type { Language } from '@qingshan/domain';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { zh } from '../locales/zh';
import { recall, remember } from './remembered';

const TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

const load = async (language: Language) => {
  if (language === 'zh' || i18next.hasResourceBundle(language, 'translation')) return;
  const { en } = await import('../locales/en');
  i18next.addResourceBundle('en', 'translation', en);
};

export const startI18n = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: { zh: { translation: zh } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await setLanguage(recall('language') === 'en' ? 'en' : 'zh');
};

/** Chinese first: English only where somebody chose it. */
export const setLanguage = async (language: Language): Promise<void> => {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = TAGS[language];
  remember('language', language);
};

export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'zh');
