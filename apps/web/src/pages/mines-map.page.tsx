import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { fileAddress, mapAddress, readOver, readQuery, type Over } from '../features/mines/list/list-query';
import styles from '../features/mines/list/list.module.css';
import { MineFilters } from '../features/mines/list/mine-filters';
import { MinePeek } from '../features/mines/list/mine-peek';
import { NothingFound } from '../features/mines/list/nothing-found';
import { ViewSwitch } from '../features/mines/list/view-switch';
import { readView, writeView } from '../features/mines/map/map-view';
import { useMines, type MinesQuery } from '../features/mines/queries';
import { useReach } from '../features/mines/reach';
import { useStepKeys } from '../features/mines/step-keys';
import { ViewTabs } from '../features/mines/views/view-tabs';
import { addressNow } from '../shell/address';
import { isPast } from '../shell/known-moment';
import { PastNotice } from '../shell/past-notice';
import { Button } from '../ui/button';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { useMedia, WITHOUT_SIDEBAR } from '../ui/use-media';
import { EditMine } from './lazy-dialogs';

/** The map's engine comes after the page: filters and counts are there before it. */
const MineMap = lazy(async () => ({ default: (await import('../features/mines/map/mine-map')).MineMap }));

/** A filter of these says where: the map goes there. */
const PLACES = ['region', 'square', 'q'] as const;

/** The ledger on the map: the address says which mines, as of which day, where one looks, and which one is open. */
export const MinesMapPage = () => {
  const { t } = useTranslation();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const reach = useReach();
  const narrow = useMedia(WITHOUT_SIDEBAR);
  const query = readQuery(address);
  const over = readOver(address);
  const at = address.get('at') ?? '';
  const counted = useMines({ ...query, page: 1 });

  const go = (next: Partial<MinesQuery>, what: Over = over, view = at) =>
    void navigate(mapAddress(next, what, view));
  const change = (next: Partial<MinesQuery>) => {
    const now = addressNow();
    const stays = PLACES.every((name) => !(name in next));
    go({ ...readQuery(now), page: 1, ...next }, readOver(now), stays ? (now.get('at') ?? '') : '');
  };
  const clear = () => go({ sort: query.sort, pageSize: query.pageSize }, {}, '');
  const open = (id: number) =>
    narrow ? void navigate(fileAddress(id, query)) : go(query, { open: id }, addressNow().get('at') ?? '');
  const close = () => go(query, {});
  const peeking = over.open !== undefined && !narrow;
  useStepKeys(peeking ? { Escape: close } : {});
  const nothing = counted.data?.total === 0;

  return (
    <Page
      layout="fill"
      title={t('mines.map.title')}
      summary={
        reach.isWhole
          ? t('mines.list.wholeScope', { region: reach.ownName })
          : t('mines.list.ownScope', { region: reach.ownName })
      }
      actions={
        <>
          <ViewSwitch query={query} over={over} shown="map" />
          {!narrow && (
            <Button icon="print" onClick={() => window.print()}>
              {t('mines.map.print')}
            </Button>
          )}
        </>
      }
    >
      <ViewTabs query={query} addressOf={mapAddress} />
      <MineFilters query={query} onChange={change} onClear={clear} />
      <PastNotice view={query} onNow={() => change({ asOf: undefined, knownAt: undefined })} />
      <div className={styles.body}>
        {nothing ? (
          <NothingFound query={query} onChange={(next) => go(next, over, '')} onClear={clear} />
        ) : (
          <Suspense fallback={<Skeleton lines={12} />}>
            <MineMap
              query={query}
              view={readView(at)}
              openId={over.open}
              onMove={(view) => void navigate(mapAddress(query, over, writeView(view)), { replace: true })}
              onFit={() => void navigate(mapAddress(query, over), { replace: true })}
              onOpen={open}
            />
          </Suspense>
        )}
        {peeking && over.open !== undefined && (
          <MinePeek
            id={over.open}
            past={isPast(query) ? query : null}
            fileTo={fileAddress(over.open, query)}
            editTo={mapAddress(query, { open: over.open, edit: 'name' }, at)}
            mendTo={(edit) => mapAddress(query, { open: over.open, edit }, at)}
            onClose={close}
            onPrevious={null}
            onNext={null}
          />
        )}
      </div>
      {over.open !== undefined && over.edit && !isPast(query) && (
        <Suspense>
          <EditMine id={over.open} start={over.edit} onClose={() => go(query, { open: over.open })} />
        </Suspense>
      )}
    </Page>
  );
};
