import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { classNames } from '../../../ui/class-names';
import { Icon } from '../../../ui/icon';
import type { MinesQuery } from '../queries';
import { listAddress, mapAddress, type Over } from './list-query';
import styles from './view-switch.module.css';

interface ViewSwitchProps {
  readonly query: MinesQuery;
  readonly over: Over;
  readonly shown: 'list' | 'map';
}

/** The same mines as a list or on the map: filter, day and open mine go along. */
export const ViewSwitch = ({ query, over, shown }: ViewSwitchProps) => {
  const { t } = useTranslation();
  const { open } = over;
  const kept = open === undefined ? {} : { open };
  const ways = [
    { name: 'list', icon: 'table', to: listAddress(query, kept) },
    { name: 'map', icon: 'map', to: mapAddress(query, kept) },
  ] as const;
  return (
    <nav className={styles.switch} aria-label={t('mines.map.switch')}>
      {ways.map(({ name, icon, to }) => (
        <Link
          key={name}
          to={to}
          className={classNames(styles.way, name === shown && styles.shown)}
          aria-current={name === shown ? 'page' : undefined}
        >
          <Icon name={icon} size={16} />
          {t(`mines.map.${name}`)}
        </Link>
      ))}
    </nav>
  );
};
