import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog';
import { Check } from '../ui/form/inputs';
import { Key } from '../ui/key';
import { useSingleKeys } from '../ui/single-keys';
import styles from './keys-help.module.css';
import { ALL_PLACES } from './places';
import { useMay } from './session-context';
import { chooseSingleKeys } from './single-keys';

export const KeysHelp = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const may = useMay();
  const single = useSingleKeys();
  const edits: [string, readonly string[]][] = [
    [t('shell.keys.edit'), ['E', 'F2']],
    [t('shell.keys.stage'), ['S']],
    [t('shell.keys.date'), ['D']],
    [t('shell.keys.remark'), ['C']],
  ];
  const rows: [string, readonly string[]][] = [
    [t('shell.keys.find'), ['Ctrl', 'K']],
    [t('shell.keys.search'), ['/']],
    [t('shell.keys.help'), ['?']],
    [t('shell.keys.close'), ['Esc']],
    [t('shell.keys.move'), ['↑', '↓', '←', '→', 'J', 'K']],
    [t('shell.keys.ends'), ['Home', 'End']],
    [t('shell.keys.page'), ['PgUp', 'PgDn']],
    [t('shell.keys.open'), ['Enter']],
    [t('shell.keys.tick'), ['X', 'Space']],
    [t('shell.keys.stretch'), ['Shift', '↓']],
    [t('shell.keys.copy'), ['Ctrl', 'C']],
    [t('shell.keys.columnWidth'), ['Alt', 'Shift', '←', '→']],
    ...(may('mine.edit') ? edits : []),
    [t('shell.keys.filter'), ['F']],
    [t('shell.keys.save'), ['Ctrl', 'Enter']],
    [t('shell.keys.undo'), ['Ctrl', 'Z']],
  ];
  return (
    <Dialog open title={t('shell.keys.title')} onClose={onClose}>
      <Check
        label={t('shell.keys.single')}
        checked={single}
        onChange={({ target }) => chooseSingleKeys(target.checked)}
      />
      <p className={styles.help}>{t('shell.keys.singleHelp')}</p>
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
        {ALL_PLACES.filter(({ act }) => may(act)).map((place) => (
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
