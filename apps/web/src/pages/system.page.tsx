import { useTranslation } from 'react-i18next';
import { MapSourcesPanel } from '../features/map-sources/map-sources-panel';
import { OutboxPanel } from '../features/reminders/outbox-panel';
import { JobList } from '../features/system/job-list';
import { useSystem } from '../features/system/queries';
import { SystemFacts } from '../features/system/system-facts';
import { formatMoment } from '../shell/format';
import { ProblemState } from '../shell/problem-state';
import { useMay } from '../shell/session-context';
import { Button } from '../ui/button';
import { Page, Panel } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { EmptyState } from '../ui/states';

/** How the system is: what runs, how much it keeps, which work is under way. */
export const SystemPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const { data, error, isFetching, dataUpdatedAt, refetch } = useSystem();
  return (
    <Page
      title={t('system.title')}
      summary={data && t('system.asOf', { when: formatMoment(new Date(dataUpdatedAt).toISOString()) })}
      actions={
        <Button icon="refresh" busy={isFetching} onClick={() => void refetch()}>
          {t('system.refresh')}
        </Button>
      }
    >
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && (
        <>
          {error && <ProblemState error={error} onRetry={() => void refetch()} />}
          <SystemFacts system={data} />
          {may('map.manage') && <MapSourcesPanel />}
          <OutboxPanel />
          <Panel title={t('system.jobs')}>
            {data.jobs.length > 0 ? (
              <JobList jobs={data.jobs} />
            ) : (
              <EmptyState icon="gauge" title={t('system.noJobs')}>
                {t('system.noJobsHelp')}
              </EmptyState>
            )}
          </Panel>
        </>
      )}
    </Page>
  );
};
