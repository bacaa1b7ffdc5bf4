import { ROWS_SHOWN, type ImportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ProblemState } from '../../../shell/problem-state';
import { Button } from '../../../ui/button';
import { FilterChip } from '../../../ui/chips';
import { Choose } from '../../../ui/form/inputs';
import { DataGrid } from '../../../ui/grid/data-grid';
import { Panel } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Skeleton } from '../../../ui/skeleton';
import { EmptyState } from '../../../ui/states';
import { useMedia, WITHOUT_SIDEBAR } from '../../../ui/use-media';
import { readRow, readRows, withRow, withRows } from '../address';
import type { MineWords } from '../ledger-words';
import { useImportRows, type RowsQuery } from '../queries';
import { DownloadList } from './download-list';
import { DownloadOriginal } from './download-original';
import { useLineColumns } from './line-columns';
import { linesOf } from './lines';
import { RowCards } from './row-cards';
import { RowDialog } from './row-dialog';
import styles from './rows.module.css';

/** Every row with every problem, in the file's order; the address says which and which one is open. */
export const RowsPanel = ({ view, mine }: { readonly view: ImportView; readonly mine: MineWords }) => {
  const { t } = useTranslation();
  const narrow = useMedia(WITHOUT_SIDEBAR);
  const [address, setAddress] = useSearchParams();
  const query = readRows(address, view);
  const { data, error, isFetching, refetch } = useImportRows(view.id, query);
  const columns = useLineColumns(view.columns, mine);
  const openedRow = readRow(address);
  const at = data?.rows.findIndex(({ rowNumber }) => rowNumber === openedRow) ?? -1;
  const opened = data?.rows[at];

  const show = (next: Partial<RowsQuery>) => setAddress(withRows(address, next));
  const open = (row: number | null) => setAddress(withRow(address, row));
  const stepTo = (row: { readonly rowNumber: number } | undefined) =>
    row && (() => setAddress(withRow(address, row.rowNumber), { replace: true }));

  const footer = data && data.total > 0 && (
    <Pager
      page={query.page}
      pageSize={query.pageSize}
      total={data.total}
      onChange={(to) => show({ show: query.show, code: query.code, ...to })}
    />
  );
  const failure = error && !data && <ProblemState error={error} onRetry={() => void refetch()} />;
  const empty = (
    <EmptyState title={t('imports.rows.none')}>
      <p>{t('imports.rows.noneHelp')}</p>
      <Button onClick={() => show({ show: 'all' })}>{t('imports.rows.showAll')}</Button>
    </EmptyState>
  );
  return (
    <Panel
      title={t('imports.rows.title')}
      actions={
        <>
          {view.counts && view.counts.error + view.counts.warnings + view.counts.lacking > 0 && (
            <DownloadOriginal view={view} />
          )}
          {data && <DownloadList view={view} query={query} total={data.total} mine={mine} />}
          {query.code !== undefined && (
            <FilterChip onClear={() => show({ show: query.show })}>
              {t(`imports.problem.${query.code}`)}
            </FilterChip>
          )}
          <Choose
            aria-label={t('imports.rows.show')}
            value={query.show}
            choices={ROWS_SHOWN.map((one) => ({ value: one, label: t(`imports.rows.shown.${one}`) }))}
            onChange={({ target }) =>
              show({ show: ROWS_SHOWN.find((one) => one === target.value), code: query.code })
            }
          />
        </>
      }
    >
      {narrow ? (
        <>
          {failure}
          {!data && !error && <Skeleton lines={8} />}
          {data?.rows.length === 0 && empty}
          {data && <RowCards rows={data.rows} columns={view.columns} mine={mine} onOpen={open} />}
          {footer}
        </>
      ) : (
        <DataGrid
          label={t('imports.rows.title')}
          columns={columns}
          rows={data && linesOf(data.rows)}
          rowId={({ id }) => id}
          openedId={openedRow === null ? undefined : `${openedRow}:0`}
          onOpen={({ row }) => open(row.rowNumber)}
          refreshing={isFetching}
          error={failure}
          empty={empty}
          footer={footer}
        />
      )}
      {opened && (
        <RowDialog
          row={opened}
          view={view}
          mine={mine}
          onPrevious={at > 0 ? stepTo(data?.rows[at - 1]) : undefined}
          onNext={stepTo(data?.rows[at + 1])}
          onClose={() => open(null)}
        />
      )}
    </Panel>
  );
};
