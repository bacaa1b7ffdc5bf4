import { useTranslation } from 'react-i18next';
import { OwnForm } from '../features/reminders/own-form';
import { useOwnReminders } from '../features/reminders/queries';
import { ProblemState } from '../shell/problem-state';
import { Page, Panel } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { EmptyState } from '../ui/states';

/** How often one is written to. */
export const RemindersPage = () => {
  const { t } = useTranslation();
  const { data, error, refetch } = useOwnReminders();
  return (
    <Page layout="form" title={t('reminders.title')} summary={t('reminders.help')}>
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && !data.reminded && (
        <EmptyState icon="bell" title={t('reminders.notYou')}>
          {t('reminders.notYouHelp')}
        </EmptyState>
      )}
      {data?.reminded && (
        <Panel>
          <OwnForm own={data} />
        </Panel>
      )}
    </Page>
  );
};
