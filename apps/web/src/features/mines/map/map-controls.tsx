import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/button';
import styles from './mine-map.module.css';

interface MapControlsProps {
  readonly onCloser: () => void;
  readonly onFarther: () => void;
  readonly onFit: () => void;
}

export const MapControls = ({ onCloser, onFarther, onFit }: MapControlsProps) => {
  const { t } = useTranslation();
  return (
    <div className={styles.controls} role="group" aria-label={t('mines.map.controls')} data-print="no">
      <IconButton icon="plus" label={t('mines.map.closer')} onClick={onCloser} />
      <IconButton icon="minus" label={t('mines.map.farther')} onClick={onFarther} />
      <IconButton icon="fit" label={t('mines.map.fit')} onClick={onFit} />
    </div>
  );
};
