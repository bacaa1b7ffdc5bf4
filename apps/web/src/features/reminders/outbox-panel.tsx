import type { Outbox } from '@qingshan/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../shell/format';
import { ProblemState } from '../../shell/problem-state';
import { useMay } from '../../shell/session-context';
import { Button } from '../../ui/button';
import { Tag, type MarkShape, type Tone } from '../../ui/mark';
import { Panel } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';
import { useOutbox } from './queries';
import styles from './reminders.module.css';
import { SendAgainDialog } from './send-again-dialog';

type Mail = Outbox['mails'][number];

const LOOKS = {
  waiting: { tone: 'ochre', shape: 'half' },
  sending: { tone: 'teal', shape: 'most' },
  sent: { tone: 'malachite', shape: 'whole' },
  failed: { tone: 'cinnabar', shape: 'diamond' },
  unsure: { tone: 'clay', shape: 'diamond' },
  nothing: { tone: 'stone', shape: 'barred' },
} as const satisfies Record<Mail['state'], { tone: Tone; shape: MarkShape }>;

/** Whether mail is sent at all, through whom, and what became of the last ones. */
export const OutboxPanel = () => {
  const { t } = useTranslation();
  const { data, error, refetch } = useOutbox();
  const may = useMay();
  const [again, setAgain] = useState<Mail | null>(null);
  const canAgain = may('mail.resend') && data?.server;
  return (
    <Panel title={t('reminders.outbox.title')}>
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} />}
      {data &&
        (data.server ? (
          <p className={styles.quiet}>{t('reminders.outbox.server', data.server)}</p>
        ) : (
          <p className={styles.note}>
            <strong>{t('reminders.outbox.noServer')}</strong> {t('reminders.outbox.noServerHelp')}
          </p>
        ))}
      {data?.server && data.mails.length === 0 && (
        <EmptyState icon="bell" title={t('reminders.outbox.none')}>
          {t('reminders.outbox.noneHelp')}
        </EmptyState>
      )}
      {data && data.mails.length > 0 && (
        <ol className={styles.mails}>
          {data.mails.map((mail) => (
            <MailItem
              key={mail.id}
              mail={mail}
              onAgain={canAgain && mail.mayAgain ? () => setAgain(mail) : undefined}
            />
          ))}
        </ol>
      )}
      {again && <SendAgainDialog mail={again} onClose={() => setAgain(null)} />}
    </Panel>
  );
};

const MailItem = ({
  mail: { day, personName, state, attempts, nextAt, sentAt, error },
  onAgain,
}: {
  readonly mail: Mail;
  readonly onAgain: (() => void) | undefined;
}) => {
  const { t } = useTranslation();
  const told = [
    ...(attempts > 1 ? [t('reminders.outbox.tries', { count: attempts })] : []),
    ...(sentAt ? [t('reminders.outbox.sent', { when: formatInstant(sentAt) })] : []),
    ...(nextAt && state === 'waiting' ? [t('reminders.outbox.next', { when: formatInstant(nextAt) })] : []),
    ...(state === 'unsure' ? [t('reminders.outbox.unsure')] : []),
  ];
  return (
    <li className={styles.mail}>
      <p className={styles.what}>
        {t('reminders.outbox.what', { day, name: personName })}{' '}
        <Tag {...LOOKS[state]}>{t(`reminders.outbox.state.${state}`)}</Tag>{' '}
        <span className={styles.quiet}>{told.join(' · ')}</span>
        {onAgain && (
          <Button onClick={onAgain} aria-label={t('reminders.outbox.againNamed', { name: personName })}>
            {t('reminders.outbox.again')}
          </Button>
        )}
      </p>
      {error && (
        <p className={styles.error}>
          {t('reminders.outbox.error')} <code>{error}</code>
        </p>
      )}
    </li>
  );
};
