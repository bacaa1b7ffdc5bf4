import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { IconName } from '../../ui/icon';
import { setLanguage, useLanguage } from '../i18n';
import { ALL_PLACES } from '../places';
import { useSignOut } from '../session';
import { useMay } from '../session-context';
import { setTextSize, setTheme, TEXT_SIZES, THEMES, useDisplay } from '../theme';

export interface Command {
  readonly id: string;
  readonly icon: IconName;
  readonly words: string;
  /** Keys that do the same. */
  readonly keys?: readonly string[];
  readonly run: () => void;
}

/** Whether every word that was typed is a part of the command's words. */
export const matches = (words: string, text: string): boolean =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.toLowerCase().includes(part));

/** The pages this person may open. */
export const usePages = (): readonly Command[] => {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  return ALL_PLACES.filter(({ act }) => may(act)).map(({ name, icon, path, key }) => ({
    id: `page-${name}`,
    icon,
    words: t(`shell.nav.${name}`),
    keys: ['G', key.toUpperCase()],
    run: () => void navigate(path),
  }));
};

/** What can be done from everywhere. */
export const useActs = (onHelp: () => void): readonly Command[] => {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { theme, textSize } = useDisplay();
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  const newMine: Command = {
    id: 'new-mine',
    icon: 'plus',
    words: t('mines.list.new'),
    run: () => void navigate('/mines/new'),
  };
  return [
    ...(may('mine.create') ? [newMine] : []),
    { id: 'help', icon: 'help', words: t('shell.account.keys'), keys: ['?'], run: onHelp },
    {
      id: 'language',
      icon: 'refresh',
      words: t(`shell.find.language.${other}`),
      run: () => void setLanguage(other),
    },
    ...THEMES.filter((one) => one !== theme).map((one): Command => ({
      id: `theme-${one}`,
      icon: 'sun',
      words: t('shell.find.display', { look: t(`shell.display.${one}`) }),
      run: () => setTheme(one),
    })),
    ...TEXT_SIZES.filter((one) => one !== textSize).map((one): Command => ({
      id: `text-${one}`,
      icon: 'fit',
      words: t('shell.find.display', { look: t(`shell.display.${one}`) }),
      run: () => setTextSize(one),
    })),
    {
      id: 'password',
      icon: 'key',
      words: t('shell.account.password'),
      run: () => void navigate('/password'),
    },
    { id: 'out', icon: 'out', words: t('shell.account.signOut'), run: () => void signOut() },
  ];
};
