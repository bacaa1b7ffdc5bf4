import { exportRoutes, mineRoutes, type ExportView } from '@qingshan/contracts';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ExportList } from '../features/exports/export-list';
import {
  dayOf,
  readExportsQuery,
  writeExportsQuery,
  type ExportsQuery,
} from '../features/exports/exports-address';
import { NewExport } from '../features/exports/new-export';
import { useExports, useMakeExport } from '../features/exports/queries';
import { VerifyHelp } from '../features/exports/verify-help';
import { RegionChooser } from '../features/mines/lazy-choosers';
import { useFilterWords } from '../features/mines/list/filter-words';
import { filtersIn, listAddress } from '../features/mines/list/list-query';
import { useReach } from '../features/mines/reach';
import { addressNow } from '../shell/address';
import { ProblemState } from '../shell/problem-state';
import { useMay, useSession } from '../shell/session-context';
import { Page, Panel } from '../ui/page';
import { Pager } from '../ui/pager';
import { Skeleton } from '../ui/skeleton';
import { EmptyState } from '../ui/states';

const PAGE_SIZE = 50;

/** A recorded filter as it is exported again. */
const filterOf = ({ filter }: ExportView) => exportRoutes.make.body.shape.filter.parse(filter);

/** A new export of exactly what is chosen, and those made: the address holds the choice. */
export const ExportsPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const { today } = useSession();
  const reach = useReach();
  const wordsOf = useFilterWords();
  const [address, setAddress] = useSearchParams();
  const query = readExportsQuery(address);
  const { data, error, refetch } = useExports(query.page, PAGE_SIZE);
  const makeExport = useMakeExport();
  const change = (next: Partial<ExportsQuery>) =>
    setAddress(writeExportsQuery({ ...readExportsQuery(addressNow()), ...next }));

  const queryOf = (made: ExportView) => mineRoutes.list.query.parse(made.filter);
  // The day is told on its own.
  const words = (made: ExportView) =>
    filtersIn(queryOf(made)).flatMap((name) => (name === 'asOf' ? [] : wordsOf(name, queryOf(made))));
  const rowsTo = (made: ExportView) =>
    listAddress({
      ...queryOf(made),
      asOf: dayOf(made) < today || made.filter.knownAt ? dayOf(made) : undefined,
    });
  return (
    <Page title={t('exports.title')} summary={t('exports.help')}>
      {may('export.make') && (
        <NewExport
          query={query}
          onChange={change}
          regionChooser={
            reach.options.length > 0 && (
              <Suspense fallback={<Skeleton lines={1} />}>
                <RegionChooser
                  label={t('exports.new.region')}
                  placeholder={t('exports.new.anyRegion')}
                  value={query.region?.length === 1 ? query.region[0] : undefined}
                  onChange={(code) => change({ region: code === undefined ? undefined : [code] })}
                />
              </Suspense>
            )
          }
        />
      )}
      <Panel title={t('exports.made.title')}>
        {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={6} />}
        {data?.total === 0 && (
          <EmptyState title={t('exports.made.none')} icon="download">
            {may('export.make') ? t('exports.made.noneHelp') : t('exports.made.noneOthers')}
          </EmptyState>
        )}
        {data && data.total > 0 && (
          <>
            <VerifyHelp />
            <ExportList
              exports={data.exports}
              wordsOf={words}
              rowsTo={may('mine.read') ? rowsTo : undefined}
              onAgain={
                may('export.make')
                  ? (made) => makeExport.mutate({ filter: filterOf(made), file: made.file })
                  : undefined
              }
            />
            <Pager
              page={query.page}
              pageSize={PAGE_SIZE}
              pageSizes={[PAGE_SIZE]}
              total={data.total}
              onChange={({ page }) => change({ page })}
            />
          </>
        )}
      </Panel>
    </Page>
  );
};
