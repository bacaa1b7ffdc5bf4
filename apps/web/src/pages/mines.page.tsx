import type { MineSort } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useMakeExport } from '../features/exports/queries';
import { readQuery, writeQuery } from '../features/mines/list-query';
import { useMineColumns } from '../features/mines/mine-columns';
import { MineFilters } from '../features/mines/mine-filters';
import styles from '../features/mines/mines.module.css';
import { useMines, type MinesQuery } from '../features/mines/queries';
import { formatCount } from '../shell/format';
import { ProblemState } from '../shell/problem-state';
import { useRegions } from '../shell/regions';
import { useSession } from '../shell/session-context';
import { Area } from '../shell/written';
import { Button } from '../ui/button';
import { DataGrid } from '../ui/grid/data-grid';
import type { GridSort } from '../ui/grid/column';
import { Page } from '../ui/page';
import { Pager } from '../ui/pager';
import { EmptyState } from '../ui/states';

const sortOf = (sort: MinesQuery['sort']): GridSort => ({
  column: sort.replace(/^-/, ''),
  direction: sort.startsWith('-') ? 'descending' : 'ascending',
});

/** The ledger: the address says which mines, in which order, as of which day. */
export const MinesPage = () => {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const navigate = useNavigate();
  const { person } = useSession();
  const { nameOf } = useRegions();
  const query = readQuery(address);
  const { data, error, isFetching, refetch } = useMines(query);
  const columns = useMineColumns();
  const makeExport = useMakeExport();
  const change = (next: Partial<MinesQuery>) => setAddress(writeQuery({ ...query, page: 1, ...next }));
  const { page, pageSize, ...filter } = query;

  const footer = data && (
    <div className={styles.totals}>
      <span>{t('mines.totalMines', { value: formatCount(data.total) })}</span>
      <span>
        {t('mines.damaged')} <Area squareMetres={data.damagedSquareMetres} /> {t('format.mu')}
      </span>
      <span>
        {t('mines.restored')} <Area squareMetres={data.restoredSquareMetres} /> {t('format.mu')}
      </span>
    </div>
  );
  return (
    <Page
      layout="fill"
      title={t('mines.title')}
      summary={
        <>
          {t('mines.scope', { region: nameOf(person.regionCode) })}
          {query.asOf && ` · ${t('mines.past', { day: query.asOf })}`}
        </>
      }
      actions={
        <Button
          icon="download"
          disabled={!data || data.total === 0}
          busy={makeExport.isPending}
          onClick={() => makeExport.mutate(filter)}
        >
          {t('mines.export', { value: formatCount(data?.total ?? 0) })}
        </Button>
      }
    >
      <MineFilters query={query} onChange={change} />
      <DataGrid
        label={t('mines.title')}
        columns={columns}
        rows={data?.rows}
        rowId={(row) => String(row.id)}
        total={data?.total}
        offset={(page - 1) * pageSize}
        sort={sortOf(query.sort)}
        onSort={({ column, direction }) =>
          change({ sort: `${direction === 'descending' ? '-' : ''}${column}` as MineSort })
        }
        onOpen={(row) => void navigate(`/mines/${row.id}`)}
        refreshing={isFetching}
        error={error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
        empty={
          <EmptyState title={t('mines.none')}>
            {t('mines.noneHelp')} <Link to="/mines">{t('mines.clear')}</Link>
          </EmptyState>
        }
        footer={footer}
      />
      {data && (
        <Pager
          page={page}
          pageSize={pageSize}
          total={data.total}
          onChange={(next) => setAddress(writeQuery({ ...query, ...next }))}
        />
      )}
    </Page>
  );
};
