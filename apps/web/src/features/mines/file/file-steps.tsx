import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { IconButton } from '../../../ui/button';
import type { Neighbours } from '../neighbours';
import styles from './file.module.css';

interface FileStepsProps {
  readonly neighbours: Neighbours;
  readonly onStep: (to: NonNullable<Neighbours['next']>) => void;
}

/** Where a mine stands in the list its file was opened from, and the way to the ones beside it. */
export const FileSteps = ({ neighbours: { position, total, previous, next }, onStep }: FileStepsProps) => {
  const { t } = useTranslation();
  if (position === null) return null;
  return (
    <>
      <span className={styles.position}>
        {t('mines.step.position', { position: formatCount(position), total: formatCount(total) })}
      </span>
      <IconButton
        icon="left"
        label={t('mines.step.previous')}
        disabled={!previous}
        onClick={() => previous && onStep(previous)}
      />
      <IconButton
        icon="right"
        label={t('mines.step.next')}
        disabled={!next}
        onClick={() => next && onStep(next)}
      />
    </>
  );
};
