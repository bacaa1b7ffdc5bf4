import { theme, type ThemeConfig } from 'antd';

/** antd in our colours. They are read from the style sheet, so that each stands in one place. */
export const antdTheme = (dark: boolean, large: boolean): ThemeConfig => {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colour('accent'),
      colorInfo: colour('azurite'),
      colorSuccess: colour('malachite'),
      colorWarning: colour('ochre'),
      colorError: colour('cinnabar'),
      colorLink: colour('accent'),
      colorText: colour('ink'),
      colorTextSecondary: colour('ink-2'),
      // Hints, placeholders and disabled words are read too: none falls below 4.5:1.
      colorTextTertiary: colour('ink-3'),
      colorTextQuaternary: colour('ink-3'),
      colorTextPlaceholder: colour('ink-3'),
      colorTextDescription: colour('ink-3'),
      colorTextDisabled: colour('ink-3'),
      colorTextLightSolid: colour('on-accent'),
      colorBgBase: colour('surface'),
      colorBgContainer: colour('raised'),
      colorBgElevated: colour('raised'),
      colorBgLayout: colour('paper'),
      colorBorder: colour('line-strong'),
      colorBorderSecondary: colour('line'),
      controlItemBgActive: colour('accent-soft'),
      controlItemBgHover: colour('hover'),
      borderRadius: 6,
      fontFamily: style.getPropertyValue('--font'),
      fontSize: large ? 18 : 14,
      controlHeight: large ? 41 : 32,
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
  };
};
