import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import styles from './states.module.css';

interface StateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly tone?: 'calm' | 'alarm';
  readonly compact?: boolean;
}

const State = ({ icon, title, children, tone = 'calm', compact = false }: StateProps) => (
  <div className={classNames(styles.state, compact && styles.compact)}>
    <span className={classNames(styles.badge, tone === 'alarm' && styles.alarm)}>
      <Icon name={icon} size={22} />
    </span>
    <p className={styles.title}>{title}</p>
    {children && <div className={styles.body}>{children}</div>}
  </div>
);

interface EmptyStateProps {
  readonly title: string;
  /** What to do about it: a sentence, a button, a link. */
  readonly children?: ReactNode;
  readonly icon?: IconName;
}

export const EmptyState = ({ title, children, icon = 'search' }: EmptyStateProps) => (
  <State icon={icon} title={title}>
    {children}
  </State>
);

interface ErrorStateProps {
  /** What happened, as a sentence in the reader's language. */
  readonly sentence: string;
  /** What support needs to find it in the log. */
  readonly requestId?: string | null;
  readonly onRetry?: () => void;
}

export const ErrorState = ({ sentence, requestId, onRetry }: ErrorStateProps) => {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <State icon="warning" title={sentence} tone="alarm">
        {requestId && (
          <p className={styles.request}>
            {t('ui.requestId')} <code>{requestId}</code>
          </p>
        )}
        {onRetry && (
          <Button icon="refresh" onClick={onRetry}>
            {t('ui.retry')}
          </Button>
        )}
      </State>
    </div>
  );
};

interface RefusedStateProps {
  /** Why, as a sentence. */
  readonly sentence: string;
  readonly children?: ReactNode;
}

export const RefusedState = ({ sentence, children }: RefusedStateProps) => (
  <State icon="refused" title={sentence}>
    {children}
  </State>
);
