import { STAGES, type Stage } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ExportList } from '../features/exports/export-list';
import { useExports, useExportSize, useMakeExport } from '../features/exports/queries';
import { formatCount } from '../shell/format';
import { ProblemState } from '../shell/problem-state';
import { useMay, useSession } from '../shell/session-context';
import { StageMark } from '../shell/stage-tag';
import { Button } from '../ui/button';
import { Chips } from '../ui/chips';
import { DayInput } from '../ui/form/day-input';
import { Page, Panel } from '../ui/page';
import { Pager } from '../ui/pager';
import { Skeleton } from '../ui/skeleton';
import { EmptyState } from '../ui/states';

const PAGE_SIZE = 50;

/** Exports made, and a new one of exactly what is chosen. */
export const ExportsPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const [address, setAddress] = useSearchParams();
  const page = Math.max(1, Number(address.get('page') ?? 1) || 1);
  const { data, error, refetch } = useExports(page, PAGE_SIZE);
  return (
    <Page title={t('exports.title')} summary={t('exports.help')}>
      {may('export.make') && <NewExport />}
      <Panel title={t('exports.made')}>
        {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton />}
        {data?.total === 0 && <EmptyState title={t('exports.none')}>{t('exports.noneHelp')}</EmptyState>}
        {data && data.total > 0 && (
          <>
            <ExportList exports={data.exports} />
            <Pager
              page={page}
              pageSize={PAGE_SIZE}
              pageSizes={[PAGE_SIZE]}
              total={data.total}
              onChange={(next) => setAddress({ page: String(next.page) })}
            />
          </>
        )}
      </Panel>
    </Page>
  );
};

const NewExport = () => {
  const { t } = useTranslation();
  const { today } = useSession();
  const [asOf, setAsOf] = useState(today);
  const [stage, setStage] = useState<Stage[]>([]);
  const filter = {
    ...(asOf && asOf !== today ? { asOf } : {}),
    ...(stage.length > 0 ? { stage } : {}),
    sort: 'number' as const,
  };
  const size = useExportSize(filter);
  const makeExport = useMakeExport();
  return (
    <Panel
      title={t('exports.new')}
      actions={
        <Button
          look="primary"
          icon="download"
          disabled={!size.data || size.data.total === 0}
          busy={makeExport.isPending}
          onClick={() => makeExport.mutate(filter)}
        >
          {t('exports.make', { value: formatCount(size.data?.total ?? 0) })}
        </Button>
      }
    >
      <p>
        <span aria-hidden="true">{t('exports.asOf')} </span>
        <DayInput aria-label={t('exports.asOf')} value={asOf} max={today} onChange={setAsOf} />
      </p>
      <Chips
        label={t('exports.stages')}
        options={STAGES.map((one) => ({
          value: one,
          label: t(`labels.stage.${one}`),
          mark: <StageMark stage={one} />,
        }))}
        selected={stage}
        onChange={setStage}
      />
    </Panel>
  );
};
