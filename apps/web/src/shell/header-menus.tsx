import { REMINDED_ROLES } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import styles from './header-menus.module.css';
import { useSignOut } from './session';
import { useSession } from './session-context';
import { setTextSize, setTheme, TEXT_SIZES, THEMES, useDisplay } from './theme';

export const DisplayMenu = () => {
  const { t } = useTranslation();
  const { theme, textSize } = useDisplay();
  return (
    <Menu
      label={t('shell.display.label')}
      groups={[
        THEMES.map((id) => ({
          id,
          label: t(`shell.display.${id}`),
          checked: id === theme,
          onPick: () => setTheme(id),
        })),
        TEXT_SIZES.map((id) => ({
          id,
          label: t(`shell.display.${id}`),
          checked: id === textSize,
          onPick: () => setTextSize(id),
        })),
      ]}
    >
      <Icon name="sun" />
      <span className="visually-hidden">{t('shell.display.label')}</span>
    </Menu>
  );
};

export const AccountMenu = ({ onHelp }: { readonly onHelp: () => void }) => {
  const { t } = useTranslation();
  const { person } = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const role = t(`labels.role.${person.role}`);
  return (
    <Menu
      label={t('shell.account.label')}
      head={
        <>
          <strong className={styles.name}>{person.name}</strong>
          <span className={styles.role}>
            {role} · {person.username}
          </span>
        </>
      }
      groups={[
        [
          { id: 'keys', icon: 'help', label: t('shell.account.keys'), onPick: onHelp },
          {
            id: 'password',
            icon: 'key',
            label: t('shell.account.password'),
            onPick: () => void navigate('/password'),
          },
          ...(REMINDED_ROLES.some((role) => role === person.role)
            ? [
                {
                  id: 'reminders',
                  icon: 'bell' as const,
                  label: t('shell.account.reminders'),
                  onPick: () => void navigate('/reminders'),
                },
              ]
            : []),
        ],
        [{ id: 'out', icon: 'out', label: t('shell.account.signOut'), onPick: () => void signOut() }],
      ]}
    >
      <Icon name="person" />
      <span className={styles.wide}>
        <span className="visually-hidden">{t('shell.account.label')}</span>
        {person.name}
        <span className={styles.role}>{role}</span>
      </span>
    </Menu>
  );
};
