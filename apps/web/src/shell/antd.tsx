import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, type ReactNode } from 'react';
import { antdTheme } from '../theme/antd-theme';
import { useLanguage } from './i18n';
import { useDisplay } from './theme';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** What pages with antd parts are wrapped in: our colours, the language, and the nonce for its styles. */
export const Antd = ({ children }: { readonly children: ReactNode }) => {
  const { dark, textSize } = useDisplay();
  const language = useLanguage();
  return (
    <ConfigProvider
      csp={nonce ? { nonce } : undefined}
      locale={language === 'zh' ? zhCN : enUS}
      theme={useMemo(() => antdTheme(dark, textSize === 'large'), [dark, textSize])}
      // A modal dialog lies above the page: what opens inside it must stay inside it.
      getPopupContainer={(trigger) => trigger?.closest('dialog') ?? document.body}
    >
      {children}
    </ConfigProvider>
  );
};
