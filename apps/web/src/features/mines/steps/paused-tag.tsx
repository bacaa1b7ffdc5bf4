import { useTranslation } from 'react-i18next';
import { Tag } from '../../../ui/mark';
import styles from './steps.module.css';

/** The clock of the mine's stage stands still. */
export const PausedTag = () => {
  const { t } = useTranslation();
  return (
    <span className={styles.paused}>
      <Tag tone="stone" shape="barred">
        {t('steps.paused')}
      </Tag>
    </span>
  );
};
