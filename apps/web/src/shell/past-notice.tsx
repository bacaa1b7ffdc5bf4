import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { dayLookedAt, isPast, useMomentText, type PastView } from './known-moment';
import styles from './past.module.css';
import { useSession } from './session-context';

interface PastNoticeProps {
  readonly view: PastView;
  readonly onNow: () => void;
}

/** Says that one looks back, and whether by what is known now or was then, so that nobody takes it for the present. */
export const PastNotice = ({ view, onNow }: PastNoticeProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const momentText = useMomentText();
  if (!isPast(view)) return null;
  const day = dayLookedAt(view, today);
  const { knownAt } = view;
  return (
    <div className={styles.past} role="status">
      <span>
        <strong>
          {knownAt === undefined
            ? t('past.title', { day })
            : t('past.titleKnown', { day, moment: momentText(knownAt) })}
        </strong>{' '}
        {t(knownAt === undefined ? 'past.help' : 'past.helpKnown')}
      </span>
      <Button size="small" data-print="no" onClick={onNow}>
        {t('past.now')}
      </Button>
    </div>
  );
};
