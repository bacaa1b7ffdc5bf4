import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import styles from './list.module.css';

interface PastNoticeProps {
  readonly day: string;
  readonly onToday: () => void;
}

/** Says that the list looks back, so that nobody takes an old number for today's. */
export const PastNotice = ({ day, onToday }: PastNoticeProps) => {
  const { t } = useTranslation();
  return (
    <div className={styles.past} role="status">
      <span>
        <strong>{t('mines.list.pastTitle', { day })}</strong> {t('mines.list.past')}
      </span>
      <Button size="small" data-print="no" onClick={onToday}>
        {t('mines.list.backToToday')}
      </Button>
    </div>
  );
};
