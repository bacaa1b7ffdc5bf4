import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { ImportList } from '../features/imports/list/import-list';
import { useImports } from '../features/imports/queries';
import { DropZone } from '../features/imports/upload/drop-zone';
import { ProblemState } from '../shell/problem-state';
import { Page, Panel } from '../ui/page';
import { Pager } from '../ui/pager';
import { Skeleton } from '../ui/skeleton';
import { EmptyState } from '../ui/states';

const PAGE_SIZE = 20;

/** Where a ledger comes in, and those that came before. */
export const ImportsPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const page = Math.max(1, Number(address.get('page') ?? 1) || 1);
  const { data, error, refetch } = useImports(page, PAGE_SIZE);
  return (
    <Page title={t('imports.title')} summary={t('imports.help')}>
      <DropZone onUploaded={(id) => void navigate(`/imports/${id}`)} />
      <Panel title={t('imports.list.title')}>
        {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={6} />}
        {data?.total === 0 && (
          <EmptyState icon="upload" title={t('imports.list.none')}>
            {t('imports.list.noneHelp')}
          </EmptyState>
        )}
        {data && data.total > 0 && <ImportList imports={data.imports} />}
        {data && data.total > PAGE_SIZE && (
          <Pager
            page={page}
            pageSize={PAGE_SIZE}
            pageSizes={[PAGE_SIZE]}
            total={data.total}
            onChange={(next) => setAddress({ page: String(next.page) })}
          />
        )}
      </Panel>
    </Page>
  );
};
