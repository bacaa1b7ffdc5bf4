import { MINE_SORTS, type MineRow, type MineSort } from '@qingshan/contracts';
import { stageDay } from '@qingshan/domain';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { ImportButton } from '../features/imports/upload/import-button';
import { fileAddress, listAddress, readOver, readQuery, type Over } from '../features/mines/list/list-query';
import { ListTotals } from '../features/mines/list/list-totals';
import styles from '../features/mines/list/list.module.css';
import { MineCards } from '../features/mines/list/mine-cards';
import { editedBy, useMineColumns } from '../features/mines/list/mine-columns';
import { MineFilters } from '../features/mines/list/mine-filters';
import { documentAskedFor } from '../features/mines/file/add-document';
import { MinePeek } from '../features/mines/list/mine-peek';
import { NothingFound } from '../features/mines/list/nothing-found';
import { useChosen } from '../features/mines/list/selection';
import { SelectionBar } from '../features/mines/list/selection-bar';
import { ViewDialog } from '../features/mines/list/view-dialog';
import { arranged, useView } from '../features/mines/list/view-settings';
import { ViewSwitch } from '../features/mines/list/view-switch';
import { useNeighbours } from '../features/mines/neighbours';
import { useMines, type MinesQuery } from '../features/mines/queries';
import { useReach } from '../features/mines/reach';
import { useStepKeys } from '../features/mines/step-keys';
import { useCurrentView } from '../features/mines/views/queries';
import { ViewTabs } from '../features/mines/views/view-tabs';
import { addressNow } from '../shell/address';
import { usePageCommands } from '../shell/find/page-commands';
import type { Command } from '../shell/find/use-commands';
import { formatCount } from '../shell/format';
import { isPast } from '../shell/known-moment';
import { PastNotice } from '../shell/past-notice';
import { ProblemState } from '../shell/problem-state';
import { useMay } from '../shell/session-context';
import { Button, ButtonLink } from '../ui/button';
import { gridSort, sortText } from '../ui/grid/column';
import { DataGrid } from '../ui/grid/data-grid';
import { Page } from '../ui/page';
import { Pager } from '../ui/pager';
import { useMedia, WITHOUT_SIDEBAR } from '../ui/use-media';
import { BulkDialog, EditMine, ExportDialog, readyToEdit, STAGE, StageDialog } from './lazy-dialogs';

/** The ledger: the address says which mines, in which order, as of which day, and which one is open beside them. */
export const MinesPage = () => {
  const { t } = useTranslation();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const may = useMay();
  const reach = useReach();
  const narrow = useMedia(WITHOUT_SIDEBAR);
  const [viewOpen, setViewOpen] = useState(false);
  const query = readQuery(address);
  const { view, usual, setView } = useView(useCurrentView(query));
  const over = readOver(address);
  const { data, error, isFetching, refetch } = useMines(query);
  const neighbours = useNeighbours(query, over.open);
  const [exportOpen, setExportOpen] = useState(false);
  const { page, pageSize, ...filter } = query;
  const { asOf: _asOf, knownAt: _knownAt, sort: _sort, ...which } = filter;
  const chosen = useChosen(JSON.stringify(which), data);
  /** The column whose field an edit of many begins with, or null where none is open. */
  const [bulkStart, setBulkStart] = useState<string | null>(null);
  // What is past is not written, and a phone has no room for ticks.
  const mayWrite = may('mine.edit') && !isPast(query);
  useEffect(() => {
    if (mayWrite) readyToEdit();
  }, [mayWrite]);
  const mayTick = mayWrite && !narrow;

  const go = (next: Partial<MinesQuery>, what: Over = over) => void navigate(listAddress(next, what));
  // Of two quick presses the second adds to the first, though the page has not drawn it yet.
  const change = (next: Partial<MinesQuery>) => {
    const now = addressNow();
    go({ ...readQuery(now), page: 1, ...next }, readOver(now));
  };
  const clear = () => go({ sort: query.sort, pageSize });
  const open = (row: { readonly id: number }) =>
    narrow ? void navigate(fileAddress(row.id, query)) : go(query, { open: row.id });
  /** Enter opens a mine at the side, and one that is open there whole. */
  const enter = (row: MineRow) =>
    readOver(addressNow()).open === row.id ? void navigate(fileAddress(row.id, query)) : open(row);
  const close = () => go(query, {});

  const search = address.toString();
  const columns = useMineColumns(
    useCallback((id: number) => fileAddress(id, readQuery(new URLSearchParams(search))), [search]),
  );
  const laidOut = useMemo(() => arranged(columns, view), [columns, view]);
  const headerOf = (sort: MineSort) => columns.find(({ id }) => id === sort)?.header ?? sort;
  const stepTo = (to: typeof neighbours.next) => to && (() => go(to.query, { open: to.id }));
  const mendTo = (mend: string) =>
    documentAskedFor(mend) === null
      ? listAddress(query, { open: over.open, edit: mend })
      : fileAddress(over.open ?? 0, query, mend);
  const peeking = over.open !== undefined && !narrow;
  /** Where the last edit began: the next one, of the next mine, begins there too. */
  const [lastEdit, setLastEdit] = useState('name');
  const startAt = (id: number, what: string) => {
    if (what !== STAGE) setLastEdit(what);
    go(query, { open: id, edit: what });
  };
  const editCell = ({ id }: { readonly id: number }, columnId: string) => {
    if (chosen.count > 0) setBulkStart(columnId);
    else startAt(id, editedBy(columnId));
  };
  const rowKeys = {
    s: ({ id }: MineRow) => startAt(id, STAGE),
    d: ({ id, stage, approach }: MineRow) =>
      chosen.count > 0 ? setBulkStart(stageDay(stage, approach)) : startAt(id, 'date'),
    c: (row: MineRow) => editCell(row, 'remark'),
  };
  useStepKeys(
    peeking && over.open !== undefined
      ? {
          j: stepTo(neighbours.next),
          k: stepTo(neighbours.previous),
          ...(mayWrite && {
            e: () => startAt(Number(over.open), lastEdit),
            s: () => startAt(Number(over.open), STAGE),
            d: () => startAt(Number(over.open), 'date'),
            c: () => startAt(Number(over.open), 'remark'),
          }),
          Escape: close,
        }
      : {},
  );

  const importButton = useRef<HTMLButtonElement>(null);
  const importing: Command = {
    id: 'import',
    icon: 'upload',
    words: t('imports.open'),
    run: () => importButton.current?.click(),
  };
  usePageCommands([
    {
      id: 'export',
      icon: 'download',
      words: t('mines.list.export', { value: formatCount(data?.total ?? 0) }),
      run: () => setExportOpen(true),
    },
    ...(!narrow && may('import.make') ? [importing] : []),
    { id: 'view', icon: 'table', words: t('mines.view.open'), run: () => setViewOpen(true) },
  ]);

  const footer = (
    <div className={styles.footer}>
      {data && <ListTotals page={data} />}
      {data && data.total > 0 && (
        <Pager
          page={page}
          pageSize={pageSize}
          total={data.total}
          onChange={(to) => go({ ...query, ...to })}
        />
      )}
    </div>
  );
  const failure = error && !data && <ProblemState error={error} onRetry={() => void refetch()} />;
  const nothing = <NothingFound query={query} onChange={(next) => go(next)} onClear={clear} />;

  return (
    <Page
      layout="fill"
      title={t('mines.title')}
      summary={
        reach.isWhole
          ? t('mines.list.wholeScope', { region: reach.ownName })
          : t('mines.list.ownScope', { region: reach.ownName })
      }
      actions={
        <>
          <ViewSwitch query={query} over={over} shown="list" />
          {may('mine.create') && (
            <ButtonLink to="/mines/new" look="primary" icon="plus">
              {t('mines.list.new')}
            </ButtonLink>
          )}
          {!narrow && (
            <Button icon="table" onClick={() => setViewOpen(true)}>
              {t('mines.view.open')}
            </Button>
          )}
          {!narrow && may('import.make') && (
            <ImportButton ref={importButton} onUploaded={(id) => void navigate(`/imports/${id}`)} />
          )}
          <Button icon="download" disabled={!data || data.total === 0} onClick={() => setExportOpen(true)}>
            {t('mines.list.export', { value: formatCount(data?.total ?? 0) })}
          </Button>
        </>
      }
    >
      <ViewTabs query={query} columns={narrow ? undefined : view} addressOf={listAddress} />
      <MineFilters query={query} onChange={change} onClear={clear} />
      <PastNotice view={query} onNow={() => change({ asOf: undefined, knownAt: undefined })} />
      {mayTick && <SelectionBar chosen={chosen} total={data?.total ?? 0} onEdit={() => setBulkStart('')} />}
      <div className={styles.body}>
        <div className={styles.list}>
          {narrow ? (
            <MineCards
              rows={data?.rows}
              sort={query.sort}
              headerOf={headerOf}
              onSort={(sort) => change({ sort })}
              onOpen={open}
              message={failure || (data?.rows.length === 0 && nothing)}
              footer={footer}
            />
          ) : (
            <DataGrid
              label={t('mines.title')}
              columns={laidOut.columns}
              pinnedColumns={laidOut.pinned}
              density={view.density}
              rows={data?.rows}
              rowId={(row) => String(row.id)}
              openedId={over.open === undefined ? undefined : String(over.open)}
              selection={
                mayTick
                  ? {
                      selected: chosen.selected,
                      onSelect: chosen.select,
                      labelOf: (row) => t('mines.bulk.tick', { name: row.name }),
                      allLabel: t('mines.bulk.tickAll'),
                    }
                  : undefined
              }
              total={data?.total}
              offset={(page - 1) * pageSize}
              sort={gridSort(query.sort)}
              onSort={(sort) => change({ sort: sortText(MINE_SORTS, sort) })}
              onOpen={open}
              onEnter={enter}
              onEdit={mayWrite ? editCell : undefined}
              rowKeys={mayWrite ? rowKeys : undefined}
              onResize={(widths) => setView({ ...view, widths: { ...view.widths, ...widths } })}
              refreshing={isFetching}
              error={failure}
              empty={nothing}
              footer={footer}
            />
          )}
        </div>
        {peeking && over.open !== undefined && (
          <MinePeek
            id={over.open}
            past={isPast(query) ? query : null}
            fileTo={fileAddress(over.open, query)}
            editTo={listAddress(query, { open: over.open, edit: 'name' })}
            mendTo={mendTo}
            onClose={close}
            onPrevious={stepTo(neighbours.previous)}
            onNext={stepTo(neighbours.next)}
          />
        )}
      </div>
      {over.open !== undefined && over.edit === STAGE && !isPast(query) && (
        <Suspense>
          <StageDialog id={over.open} mendTo={mendTo} onClose={() => go(query, { open: over.open })} />
        </Suspense>
      )}
      {over.open !== undefined && over.edit && over.edit !== STAGE && !isPast(query) && (
        <Suspense>
          <EditMine
            id={over.open}
            start={over.edit}
            onClose={() => go(query, { open: over.open })}
            onNext={stepTo(neighbours.next) ?? undefined}
          />
        </Suspense>
      )}
      {bulkStart !== null && (
        <Suspense>
          <BulkDialog
            which={chosen.whole ? { filter: which } : { ids: chosen.ids }}
            count={chosen.count}
            start={bulkStart}
            onPrepared={({ id }) => void navigate(`/bulk-edits/${id}`)}
            onClose={() => setBulkStart(null)}
          />
        </Suspense>
      )}
      {exportOpen && data && (
        <Suspense>
          <ExportDialog filter={filter} total={data.total} onClose={() => setExportOpen(false)} />
        </Suspense>
      )}
      {viewOpen && (
        <ViewDialog {...{ columns, view, usual }} onChange={setView} onClose={() => setViewOpen(false)} />
      )}
    </Page>
  );
};
