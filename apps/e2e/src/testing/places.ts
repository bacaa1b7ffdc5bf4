import { bulkRoutes, importRoutes, mineRoutes } from '@qingshan/contracts';
import type { Stage } from '@qingshan/domain';
import { caller } from './caller';
import type { Username } from './house';
import { ledgerSample } from './ledgers';

interface Place {
  readonly name: string;
  readonly who: Username | null;
  readonly path: () => Promise<string>;
}

const at = (path: string) => () => Promise.resolve(path);

const fileIn = (stage: Stage) => async (): Promise<string> => {
  const { rows } = await caller('official').get(mineRoutes.list, { query: { stage, pageSize: 1 } });
  return `/mines/${rows[0]?.id}`;
};

let checked: Promise<string> | undefined;
const checkedImport = (): Promise<string> => {
  checked ??= caller('manager')
    .get(importRoutes.upload, { file: ledgerSample('eamlis-sample.tsv') })
    .then(({ id }) => `/imports/${id}`);
  return checked;
};

let previewed: Promise<string> | undefined;
const previewedBulkEdit = (): Promise<string> => {
  previewed ??= caller('official')
    .get(bulkRoutes.prepare, {
      body: {
        which: { filter: { stage: ['planning'] } },
        changes: { closureYear: 2003 },
        effectiveOn: '2026-05-06',
        remark: null,
      },
    })
    .then(({ id }) => `/bulk-edits/${id}`);
  return previewed;
};

/** Every page there is, with somebody who may see it. */
export const PLACES: readonly Place[] = [
  { name: 'sign-in', who: null, path: at('/sign-in') },
  { name: 'today', who: 'official', path: at('/today') },
  { name: 'reviews, a queue', who: 'city', path: at('/reviews?show=all') },
  { name: 'reviews, nothing waiting', who: 'county', path: at('/reviews') },
  { name: 'figures', who: 'manager', path: at('/figures') },
  { name: 'figures of a past day', who: 'city', path: at('/figures?asOf=2022-12-31') },
  { name: 'figures with a stage on the tiles', who: 'manager', path: at('/figures?tiles=planning&by=area') },
  {
    name: 'figures as known at a moment',
    who: 'auditor',
    path: at('/figures?asOf=2022-12-31&knownAt=2022-06-30T17:30'),
  },
  { name: 'mines as known at a moment', who: 'auditor', path: at('/mines?knownAt=2022-06-30') },
  { name: 'then and now', who: 'auditor', path: at('/lookback?asOf=2022-12-31&knownAt=2022-12-01') },
  {
    name: 'late entries',
    who: 'city',
    path: at('/lookback?from=2022-01-01&to=2022-12-31&days=0&of=360700'),
  },
  {
    name: 'a mine as it was',
    who: 'auditor',
    path: () => fileIn('restored')().then((path) => `${path}?asOf=2026-01-01&knownAt=2026-01-01`),
  },
  {
    name: 'a correction being proposed',
    who: 'official',
    path: () => fileIn('restored')().then((path) => `${path}?edit=acceptanceNo`),
  },
  { name: 'mines', who: 'official', path: at('/mines') },
  {
    name: 'mines with every filter',
    who: 'manager',
    path: at(
      '/mines?q=石&region=360700&stage=survey&mineral=84710&approach=C&closedFrom=1950&areaFrom=1&asOf=2024-06-30',
    ),
  },
  { name: 'the map from afar', who: 'manager', path: at('/mines/map') },
  {
    name: 'the map of a county as of a past day',
    who: 'official',
    path: at('/mines/map?asOf=2024-06-30&at=115.01,25.86,11'),
  },
  { name: 'a mine in planning', who: 'official', path: fileIn('planning') },
  { name: 'a restored mine', who: 'auditor', path: fileIn('restored') },
  {
    name: 'a mine being edited',
    who: 'official',
    path: () => fileIn('planning')().then((path) => `${path}?edit=name`),
  },
  {
    name: 'the days of steps being written',
    who: 'official',
    path: () => fileIn('completion')().then((path) => `${path}?edit=steps`),
  },
  { name: 'a new mine', who: 'official', path: at('/mines/new') },
  { name: 'an edit of many mines', who: 'official', path: previewedBulkEdit },
  { name: 'imports', who: 'manager', path: at('/imports') },
  { name: 'an import', who: 'manager', path: checkedImport },
  { name: 'exports', who: 'auditor', path: at('/exports') },
  { name: 'accounts', who: 'secadmin', path: at('/people') },
  { name: 'a new account', who: 'secadmin', path: at('/people?open=new') },
  { name: 'an account', who: 'secadmin', path: at('/people?open=4') },
  { name: 'trail', who: 'auditadmin', path: at('/trail') },
  { name: 'an entry of the trail', who: 'auditadmin', path: at('/trail?open=1') },
  { name: 'system', who: 'sysadmin', path: at('/system') },
  { name: 'review routes', who: 'sysadmin', path: at('/review-routes?region=360704') },
  { name: 'own reminders', who: 'official', path: at('/reminders') },
  { name: 'own password', who: 'auditor', path: at('/password') },
  { name: 'a page of others', who: 'official', path: at('/people') },
  { name: 'a page that is not there', who: 'auditor', path: at('/nowhere') },
  { name: 'a mine that is not there', who: 'official', path: at('/mines/999999999') },
];
