import { useTranslation } from 'react-i18next';
import { asProblem, useSentence } from '../../shell/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import styles from './map-sources.module.css';
import { useEndSource } from './queries';

interface EndSourceDialogProps {
  readonly kind: 'boundaries' | 'basemap';
  readonly version: number;
  readonly onClose: () => void;
}

export const EndSourceDialog = ({ kind, version, onClose }: EndSourceDialogProps) => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const end = useEndSource(kind);
  return (
    <Dialog
      open
      title={t(`system.map.${kind}.end`)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            look="danger"
            busy={end.isPending}
            onClick={() => end.mutate(version, { onSuccess: onClose })}
          >
            {t('system.map.end')}
          </Button>
        </>
      }
    >
      <p>{t('system.map.endHelp')}</p>
      {end.error && (
        <p role="alert" className={styles.error}>
          {sentence(asProblem(end.error))}
        </p>
      )}
    </Dialog>
  );
};
