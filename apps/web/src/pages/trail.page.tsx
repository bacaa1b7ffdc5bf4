import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useFieldLabel, useFieldText } from '../features/mines/field-text';
import { EntryDialog } from '../features/trail/entry-dialog';
import { useEntryWords } from '../features/trail/entry-words';
import { ExcerptLink } from '../features/trail/excerpt-link';
import { useSeal, useTrail, type TrailQuery } from '../features/trail/queries';
import { SealDialog } from '../features/trail/seal-dialog';
import { SealState } from '../features/trail/seal-state';
import { readOpenEntry, readTrail, trailAddress } from '../features/trail/trail-address';
import { TrailCards } from '../features/trail/trail-cards';
import { useTrailColumns } from '../features/trail/trail-columns';
import { isFiltered, PrintedFilter, TrailFilters } from '../features/trail/trail-filters';
import { addressNow } from '../shell/address';
import { ProblemState } from '../shell/problem-state';
import { Button } from '../ui/button';
import { DataGrid } from '../ui/grid/data-grid';
import { Page } from '../ui/page';
import { Pager } from '../ui/pager';
import { Skeleton } from '../ui/skeleton';
import { EmptyState } from '../ui/states';
import { useMedia, WITHOUT_SIDEBAR } from '../ui/use-media';

/** Who did what, when, from where, newest first. Read only: nothing here is ever changed or taken away. */
export const TrailPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const narrow = useMedia(WITHOUT_SIDEBAR);
  const words = useEntryWords({ labelOf: useFieldLabel(), textOf: useFieldText() });
  const columns = useTrailColumns(words);
  const query = readTrail(address);
  const openId = readOpenEntry(address);
  const { data, error, isFetching, refetch } = useTrail(query);
  const { data: seal } = useSeal();
  const [isSealOpen, setSealOpen] = useState(false);

  const go = (next: Partial<TrailQuery>, open?: number) => void navigate(trailAddress(next, open));
  // Of two quick changes the second adds to the first, though the page has not drawn it yet.
  const change = (next: Partial<TrailQuery>) => go({ ...readTrail(addressNow()), page: 1, ...next });
  const clear = () => go({ pageSize: query.pageSize });
  const open = ({ id }: { readonly id: number }) => go(query, id);

  const failure = error && !data && <ProblemState error={error} onRetry={() => void refetch()} />;
  const nothing = (
    <EmptyState icon="trail" title={t('trail.none')}>
      {isFiltered(query) && <Button onClick={clear}>{t('trail.filter.clear')}</Button>}
    </EmptyState>
  );
  const footer = data && data.total > 0 && (
    <Pager
      page={query.page}
      pageSize={query.pageSize}
      total={data.total}
      onChange={(to) => go({ ...query, ...to })}
    />
  );
  return (
    <Page
      layout="fill"
      title={t('trail.title')}
      summary={
        <>
          {t('trail.help')} {seal && <SealState seal={seal} />}
        </>
      }
      actions={
        <>
          {data && seal && isFiltered(query) && (
            <ExcerptLink query={query} total={data.total} checkpoint={seal.checkpoint} />
          )}
          {seal && <Button onClick={() => setSealOpen(true)}>{t('trail.seal.details')}</Button>}
          <Button icon="refresh" busy={isFetching} onClick={() => void refetch()}>
            {t('trail.refresh')}
          </Button>
        </>
      }
    >
      <TrailFilters query={query} onChange={change} onClear={clear} />
      <PrintedFilter query={query} />
      {narrow ? (
        <>
          {failure}
          {!data && !error && <Skeleton lines={8} />}
          {data?.total === 0 && nothing}
          {data && <TrailCards entries={data.entries} words={words} onOpen={open} />}
          {footer}
        </>
      ) : (
        <DataGrid
          label={t('trail.title')}
          columns={columns}
          rows={data?.entries}
          rowId={({ id }) => String(id)}
          openedId={openId === undefined ? undefined : String(openId)}
          total={data?.total}
          offset={(query.page - 1) * query.pageSize}
          onOpen={open}
          refreshing={isFetching}
          error={failure}
          empty={nothing}
          footer={footer}
        />
      )}
      {seal && isSealOpen && openId === undefined && (
        <SealDialog seal={seal} onOpen={(id) => go(query, id)} onClose={() => setSealOpen(false)} />
      )}
      {openId !== undefined && (
        <EntryDialog
          key={openId}
          id={openId}
          known={data?.entries.find(({ id }) => id === openId)}
          words={words}
          onClose={() => go(query)}
        />
      )}
    </Page>
  );
};
