import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Dialog } from '../ui/dialog';
import { asksToUndo, isForPage } from '../ui/page-keys';
import { takeLastAct } from '../ui/toasts';
import styles from './keys-help.module.css';
import { PLACES } from './places';
import { useMay } from './session-context';

const CHORD_MS = 1200;

/** Keys that work on every page, never while somebody types. */
export const useKeys = (onHelp: () => void): void => {
  const navigate = useNavigate();
  const may = useMay();
  const latest = useRef({ onHelp, may, navigate });
  useEffect(() => {
    latest.current = { onHelp, may, navigate };
  });

  useEffect(() => {
    let goUntil = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (asksToUndo(event) && takeLastAct()) event.preventDefault();
      if (event.defaultPrevented || !isForPage(event)) return;
      const { onHelp: help, may: allowed, navigate: go } = latest.current;
      const place = PLACES.find(({ key, act }) => key === event.key && allowed(act));
      if (performance.now() < goUntil && place) {
        void go(place.path);
        goUntil = 0;
      } else if (event.key === '/') {
        document.querySelector<HTMLElement>('[data-page-search]')?.focus();
      } else if (event.key === '?') {
        help();
      } else {
        goUntil = event.key === 'g' ? performance.now() + CHORD_MS : 0;
        return;
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};

const Key = ({ children }: { readonly children: ReactNode }) => <kbd className={styles.key}>{children}</kbd>;

export const KeysHelp = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const may = useMay();
  const rows: [string, readonly string[]][] = [
    [t('shell.keys.search'), ['/']],
    [t('shell.keys.help'), ['?']],
    [t('shell.keys.close'), ['Esc']],
    [t('shell.keys.move'), ['↑', '↓', '←', '→', 'J', 'K']],
    [t('shell.keys.ends'), ['Home', 'End']],
    [t('shell.keys.page'), ['PgUp', 'PgDn']],
    [t('shell.keys.open'), ['Enter']],
    [t('shell.keys.tick'), ['X', 'Space']],
    [t('shell.keys.edit'), ['E', 'F2']],
    [t('shell.keys.filter'), ['F']],
    [t('shell.keys.save'), ['Ctrl', 'Enter']],
    [t('shell.keys.undo'), ['Ctrl', 'Z']],
  ];
  return (
    <Dialog open={open} title={t('shell.keys.title')} onClose={onClose}>
      <dl className={styles.keys}>
        {rows.map(([words, names]) => (
          <div key={words} className={styles.row}>
            <dt>{words}</dt>
            <dd>
              {names.map((name) => (
                <Key key={name}>{name}</Key>
              ))}
            </dd>
          </div>
        ))}
        {PLACES.filter(({ act }) => may(act)).map((place) => (
          <div key={place.name} className={styles.row}>
            <dt>{t('shell.keys.go', { place: t(`shell.nav.${place.name}`) })}</dt>
            <dd>
              <Key>G</Key> {t('shell.keys.then')} <Key>{place.key.toUpperCase()}</Key>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
