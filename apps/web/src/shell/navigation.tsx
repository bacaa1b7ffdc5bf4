import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import styles from './navigation.module.css';
import { PLACES } from './places';
import { useMay } from './session-context';

export const Navigation = () => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <nav aria-label={t('shell.nav.label')}>
      <ul className={styles.places}>
        {PLACES.filter(({ act }) => may(act)).map((place) => (
          <li key={place.name}>
            <NavLink
              to={place.path}
              className={({ isActive }) => classNames(styles.place, isActive && styles.here)}
            >
              <Icon name={place.icon} />
              {t(`shell.nav.${place.name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};
