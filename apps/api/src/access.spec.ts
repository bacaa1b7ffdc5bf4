import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ALL_ROUTES,
  callUrl,
  exportRoutes,
  figureRoutes,
  mineRoutes,
  trailRoutes,
  type FiguresView,
} from '@qingshan/contracts';
import { may, CRITERION_NAMES, PROBLEM_CODES, ROLES, type Role } from '@qingshan/domain';
import { enterMine } from './testing/enter-mine';
import { oneOfEverything } from './testing/one-of-everything';
import { openTestApp, signIn, type TestApp, type Visitor } from './testing/test-app';
import { formWith } from './testing/upload';
import { move } from './testing/walk';

const EVERYONE: readonly Role[] = ROLES;

/** Who may call what, written out: a route that is not here, or a right that moved, fails this file (S06). */
const ACCESS: Record<string, readonly Role[]> = {
  'session.signIn': EVERYONE,
  'session.read': EVERYONE,
  'session.signOut': EVERYONE,
  'session.changePassword': EVERYONE,
  'regions.list': EVERYONE,
  'mines.list': ['official', 'manager', 'auditor'],
  'mines.read': ['official', 'manager', 'auditor'],
  'mines.past': ['official', 'manager', 'auditor'],
  'mines.history': ['official', 'manager', 'auditor'],
  'mines.create': ['official'],
  'mines.edit': ['official', 'manager'],
  'mines.addPatch': ['official', 'manager'],
  'mines.editPatch': ['official', 'manager'],
  'mines.move': ['official', 'manager'],
  'figures.read': ['official', 'manager', 'auditor'],
  'figures.overdue': ['official', 'manager', 'auditor'],
  'figures.trend': ['official', 'manager', 'auditor'],
  'lookback.learned': ['official', 'manager', 'auditor'],
  'lookback.late': ['official', 'manager', 'auditor'],
  'lookback.lateEntries': ['official', 'manager', 'auditor'],
  'map.regions': ['official', 'manager', 'auditor'],
  'map.tile': ['official', 'manager', 'auditor'],
  'map.sources': ['official', 'manager', 'auditor', 'systemAdministrator'],
  'map.boundaries': ['official', 'manager', 'auditor', 'systemAdministrator'],
  'map.setBoundaries': ['systemAdministrator'],
  'map.endBoundaries': ['systemAdministrator'],
  'map.setBasemap': ['systemAdministrator'],
  'map.endBasemap': ['systemAdministrator'],
  'steps.write': ['official', 'manager'],
  'steps.pause': ['official', 'manager'],
  'steps.resume': ['official', 'manager'],
  'documents.list': ['official', 'manager', 'auditor'],
  'documents.add': ['official', 'manager'],
  'documents.file': ['official', 'manager', 'auditor'],
  'documents.remove': ['official', 'manager'],
  'reviewRoutes.read': ['systemAdministrator'],
  'reviewRoutes.set': ['systemAdministrator'],
  'corrections.list': ['official', 'manager', 'auditor'],
  'corrections.read': ['official', 'manager', 'auditor'],
  'corrections.propose': ['official', 'manager'],
  'corrections.confirm': ['manager'],
  'corrections.refuse': ['manager'],
  'corrections.withdraw': ['official', 'manager'],
  'delegations.list': ['official', 'manager', 'auditor'],
  'delegations.make': ['manager'],
  'delegations.revoke': ['manager'],
  'reviews.list': ['official', 'manager', 'auditor'],
  'reviews.read': ['official', 'manager', 'auditor'],
  'reviews.submit': ['official'],
  'reviews.approve': ['manager'],
  'reviews.sendBack': ['manager'],
  'reviews.withdraw': ['official'],
  'reviews.reconsider': ['official'],
  'today.read': ['official'],
  'today.escalated': ['manager'],
  'reminders.own': EVERYONE,
  'reminders.change': EVERYONE,
  'reminders.outbox': ['systemAdministrator'],
  'reminders.again': ['systemAdministrator'],
  'today.steps': ['official'],
  'bulk.prepare': ['official', 'manager'],
  'bulk.read': ['official', 'manager'],
  'bulk.rows': ['official', 'manager'],
  'bulk.apply': ['official', 'manager'],
  'bulk.cancel': ['official', 'manager'],
  'bulk.undo': ['official', 'manager'],
  'views.list': ['official', 'manager', 'auditor'],
  'views.save': ['official', 'manager', 'auditor'],
  'views.edit': ['official', 'manager', 'auditor'],
  'views.remove': ['official', 'manager', 'auditor'],
  'exports.list': ['official', 'manager', 'auditor', 'auditAdministrator'],
  'exports.make': ['official', 'manager', 'auditor'],
  'exports.read': ['official', 'manager', 'auditor'],
  'exports.cancel': ['official', 'manager', 'auditor'],
  'exports.file': ['official', 'manager', 'auditor'],
  'imports.list': ['official', 'manager'],
  'imports.upload': ['official', 'manager'],
  'imports.read': ['official', 'manager'],
  'imports.rows': ['official', 'manager'],
  'imports.problems': ['official', 'manager'],
  'imports.check': ['official', 'manager'],
  'imports.reading': ['official', 'manager'],
  'imports.correct': ['official', 'manager'],
  'imports.original': ['official', 'manager'],
  'imports.undo': ['official', 'manager'],
  'imports.apply': ['official', 'manager'],
  'imports.cancel': ['official', 'manager'],
  'people.list': ['securityAdministrator'],
  'people.read': ['securityAdministrator'],
  'people.create': ['securityAdministrator'],
  'people.edit': ['securityAdministrator'],
  'people.disable': ['securityAdministrator'],
  'people.enable': ['securityAdministrator'],
  'people.resetPassword': ['securityAdministrator'],
  'trail.list': ['auditAdministrator'],
  'trail.seal': ['auditAdministrator'],
  'trail.verify': ['auditAdministrator'],
  'trail.package': ['auditAdministrator'],
  'trail.excerpt': ['auditAdministrator'],
  'trail.verifier': ['auditAdministrator'],
  'trail.proof': ['auditAdministrator'],
  'trail.read': ['auditAdministrator'],
  'system.health': EVERYONE,
  'system.read': ['systemAdministrator'],
};

const SOMEBODY: Record<Role, string> = {
  official: 'official',
  manager: 'manager',
  auditor: 'auditor',
  systemAdministrator: 'sysadmin',
  securityAdministrator: 'secadmin',
  auditAdministrator: 'auditadmin',
};

let house: TestApp;

beforeAll(async () => {
  house = await openTestApp();
}, 60_000);
afterAll(() => house.close());

describe('who may what (S06)', () => {
  test('is said for every route, and for no other', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(Object.keys(ALL_ROUTES).sort());
  });

  test('is the same on the page of rights', () => {
    for (const [name, { may: rule }] of Object.entries(ALL_ROUTES)) {
      if (rule === 'anyone' || rule === 'self') continue;
      expect([name, ROLES.filter((role) => may(role, rule))]).toEqual([name, ACCESS[name]]);
    }
  });

  test.each(ROLES)('is what the doors say to the %s', async (role) => {
    const visitor = await signIn(house.inject, SOMEBODY[role]);
    const signOutLast = ([name]: [string, unknown]) => (name === 'session.signOut' ? 1 : 0);
    const opened: string[] = [];
    for (const [name, route] of Object.entries(ALL_ROUTES).sort((a, b) => signOutLast(a) - signOutLast(b))) {
      const reply = await visitor.inject({
        method: route.method,
        url: `/api${route.path.replace(/:\w+/g, '999999')}`,
        ...(route.body ? { payload: {} } : {}),
      });
      expect([name, reply.statusCode]).not.toEqual([name, 401]);
      expect([name, reply.statusCode < 500]).toEqual([name, true]);
      const refused = reply.statusCode === 403 && reply.json<{ code: string }>().code === 'not-allowed';
      if (!refused) opened.push(name);
    }
    const allowed = Object.keys(ACCESS).filter((name) => ACCESS[name]?.includes(role));
    expect(opened.sort()).toEqual(allowed.sort());
  });
});

/** A body that would be accepted, for every route that changes something under an id: what is refused is the place. */
const BODIES: Record<string, (version: number) => object> = {
  'mines.edit': (version) => ({ version, effectiveOn: '2026-11-01', changes: { name: '别县改的' } }),
  'mines.addPatch': (version) => ({
    version,
    effectiveOn: '2026-11-01',
    patch: {
      number: 'CT-other-county',
      subclass: '11',
      attribute: '1',
      areaSquareMetres: '1.00',
      restoredSquareMetres: '0.00',
    },
  }),
  'mines.editPatch': (version) => ({
    version,
    effectiveOn: '2026-11-01',
    changes: { areaSquareMetres: '1.00' },
  }),
  'mines.move': (version) => ({ version, move: 'advance', effectiveOn: '2026-11-01', reason: null }),
  'steps.write': (version) => ({ version, steps: [{ step: 'fieldChecked', actualOn: '2026-11-01' }] }),
  'steps.pause': (version) => ({ version, effectiveOn: '2026-11-01', reason: 'DISPUTE' }),
  'steps.resume': (version) => ({ version, effectiveOn: '2026-11-01' }),
  'documents.remove': () => ({ reason: '别县的' }),
  'corrections.confirm': (version) => ({ version }),
  'corrections.refuse': (version) => ({ version, remark: '别县的' }),
  'corrections.withdraw': (version) => ({ version }),
  'delegations.revoke': (version) => ({ version }),
  'reviews.approve': (version) => ({ version, contentHash: '0'.repeat(64) }),
  'reviews.sendBack': (version) => ({ version, contentHash: '0'.repeat(64), reasons: ['OTHER'] }),
  'reviews.withdraw': (version) => ({ version }),
  'reviews.reconsider': (version) => ({ version, remark: '请复议' }),
  'views.edit': (version) => ({ version, name: '别人的视图' }),
  'views.remove': (version) => ({ version }),
  'imports.check': () => ({ columns: [] }),
  'imports.reading': () => ({}),
  'imports.correct': () => ({ cells: [{ row: 2, column: 0, value: 'ZT2' }] }),
  'imports.original': () => ({
    errors: '错误',
    warnings: '提示',
    colon: '：',
    problems: Object.fromEntries(PROBLEM_CODES.map((code) => [code, code])),
    gate: '还差',
    met: '已备齐',
    criteria: Object.fromEntries(CRITERION_NAMES.map((name) => [name, name])),
  }),
  'imports.apply': () => ({ effectiveOn: '2026-11-01', leaveOutErrors: true }),
  'people.edit': (version) => ({ version, name: '别人' }),
  'people.disable': (version) => ({ version }),
  'people.enable': (version) => ({ version }),
  'people.resetPassword': (version) => ({ version }),
};

/** What an address must say beside the id, where it must. */
const QUERIES: Record<string, Record<string, string>> = { 'documents.add': { type: 'PLAN' } };

describe('what lies in another county', () => {
  const withId = Object.entries(ALL_ROUTES).filter(([, { path }]) => path.includes(':id'));

  test('is refused by a body of its own for each route that writes', () => {
    const writing = withId.filter(([, route]) => route.body).map(([name]) => name);
    expect(Object.keys(BODIES).sort()).toEqual(writing.sort());
  });

  test.each(withId)(
    '%s: is not there, just as what never was, and stays as it is (S01, S02, S03)',
    async (name, route) => {
      const neighbour = await house.as('neighbour');
      const { id: existing, ...inside } = (await oneOfEverything(house))[String(name.split('.')[0])] ?? {};
      expect(existing).toBeDefined();
      const state = () =>
        house.sql(
          `SELECT (SELECT json_agg(m) FROM mine m) AS mines, (SELECT json_agg(p) FROM patch p) AS patches,
                (SELECT json_agg(d) FROM document d) AS documents, (SELECT json_agg(t) FROM mine_step t) AS steps, (SELECT json_agg(u) FROM mine_pause u) AS pauses, (SELECT json_agg(s) FROM submission s) AS submissions, (SELECT json_agg(c) FROM correction c) AS corrections, (SELECT json_agg(v) FROM saved_view v) AS views, (SELECT json_agg(d) FROM delegation d) AS delegations, (SELECT json_agg(b) FROM bulk_edit b) AS bulk, (SELECT json_agg(e) FROM export e) AS exports, (SELECT json_agg(i) FROM import i) AS imports,
                (SELECT json_agg(p) FROM (SELECT id, version, name, role FROM person ORDER BY id) p) AS people`,
        );
      const before = await state();
      const ask = async (id: number) => {
        const reply = await neighbour.inject({
          method: route.method,
          url: callUrl(route, { params: { ...inside, id }, query: QUERIES[name] ?? {} }),
          ...(route.body ? { payload: BODIES[name]?.(1) ?? {} } : {}),
          ...(route.carries === 'upload' ? formWith('别县.pdf', '%PDF-1.7\n') : {}),
        });
        const { requestId: _, ...problem } = reply.json<{ requestId: string; code: string }>();
        return { status: reply.statusCode, problem, headers: Object.keys(reply.headers).sort() };
      };
      const noted = () =>
        house.sql(`SELECT FROM trail t JOIN person p ON p.id = t.person_id
          WHERE p.username = 'neighbour' AND t.action = 'access.refused'`);
      const notedBefore = (await noted()).length;
      const theirs = await ask(Number(existing));
      expect(theirs).toEqual(await ask(987_654));
      expect(theirs.status).toBe(ACCESS[name]?.includes('official') ? 404 : 403);
      expect(await state()).toEqual(before);
      // Up to thirty a minute (S59).
      expect((await noted()).length).toBe(Math.min(notedBefore + 2, 30));
    },
  );
});

test('how long the answer takes does not tell what lies elsewhere from what never was (S01)', async () => {
  const neighbour = await house.as('neighbour');
  const { id = 0 } = (await oneOfEverything(house)).mines ?? {};
  const took: [number[], number[]] = [[], []];
  // Turn by turn, so that whatever else the machine does falls to both.
  for (let turn = 0; turn < 60; turn += 1)
    for (const [which, asked] of [Number(id), 987_654].entries()) {
      const began = process.hrtime.bigint();
      expect((await neighbour.call(mineRoutes.read, { params: { id: asked } })).status).toBe(404);
      took[which]?.push(Number(process.hrtime.bigint() - began));
    }
  const [theirs, nobodys] = took.map((times) => times.sort((a, b) => a - b)[times.length / 2] ?? 0);
  expect((theirs ?? 0) / (nobodys ?? 1)).toBeGreaterThan(0.5);
  expect((theirs ?? 0) / (nobodys ?? 1)).toBeLessThan(2);
});

describe('lists, figures, search and exports hold one’s own region only (S08, S10)', () => {
  const minesIn = ({ whole }: FiguresView) => whole.stages.reduce((sum, { mines }) => sum + mines, 0);
  let theirs: string;
  let official: Visitor;
  let neighbour: Visitor;

  beforeAll(async () => {
    [official, neighbour] = [await house.as('official'), await house.as('neighbour')];
    const mine = await enterMine(official, { facts: { name: '独一无二石场' } });
    theirs = mine.number;
    await enterMine(neighbour, { facts: { regionCode: '360722', name: '信丰石场' } });
  });

  test('a list, however its filter asks for more', async () => {
    for (const query of [
      '',
      '?region=360704',
      '?region=360704,360722',
      '?region=360700',
      '?region=360000',
      '?stage=survey&pageSize=200',
      '?asOf=2026-11-24',
      '?asOf=2026-11-24&region=360704',
      '?q=石',
      '?q=独一无二',
      `?q=${theirs}`,
      `?asOf=2026-11-24&q=${theirs}`,
      '?areaFrom=0&sort=-damagedSquareMetres',
    ]) {
      const reply = await neighbour.inject({ method: 'GET', url: `/api/mines${encodeURI(query)}` });
      const { rows, total } = reply.json<{ total: number; rows: { regionCode: string }[] }>();
      expect([query, rows.filter(({ regionCode }) => regionCode !== '360722')]).toEqual([query, []]);
      expect(total).toBe(rows.length);
    }
  });

  test.each([
    'region=360704&region=360722',
    'regionCode=360704',
    'region[]=360704',
    'region[0]=360704',
    'filter={"region":"360704"}',
    'region=%2A',
    'region=36070_',
  ])('a list asked with %s is refused or its own', async (query) => {
    const reply = await neighbour.inject({ method: 'GET', url: `/api/mines?${query}` });
    if (reply.statusCode === 200) {
      const { rows } = reply.json<{ rows: { regionCode: string }[] }>();
      expect(rows.filter(({ regionCode }) => regionCode !== '360722')).toEqual([]);
    } else expect(reply.statusCode).toBe(400);
  });

  test('figures: one’s own, and the others are not there', async () => {
    const own = await neighbour.get(figureRoutes.read, { query: { asOf: '2026-11-24' } });
    expect([own.whole.regionCode, minesIn(own)]).toEqual(['360722', 1]);
    const late = await neighbour.get(figureRoutes.overdue, { query: { asOf: '2026-11-24' } });
    expect(late.whole.regionCode).toBe('360722');
    for (const region of ['360704', '360700', '360000', '999999'])
      for (const query of [
        { asOf: '2026-11-24', region },
        { from: '2026-01-01', to: '2026-11-24', region },
      ]) {
        const routes = 'asOf' in query ? [figureRoutes.read, figureRoutes.overdue] : [figureRoutes.trend];
        for (const route of routes)
          expect((await neighbour.call(route, { query } as never)).status).toBe(404);
      }
  });

  test('an export holds one’s own rows, whatever region its filter names', async () => {
    for (const filter of [
      {},
      { region: ['360704'] },
      { region: ['360000'] },
      { asOf: '2026-11-24', region: ['360700'] },
    ]) {
      const { id } = await neighbour.get(exportRoutes.make, { body: { filter, language: 'zh' } });
      const { bytes } = await neighbour.call(exportRoutes.file, { params: { id } });
      expect(bytes.toString()).not.toContain(theirs);
    }
  });

  test('exports: one sees one’s own, an auditor those within reach, the audit administrator all', async () => {
    await neighbour.get(exportRoutes.make, { body: { filter: {}, language: 'zh' } });
    const people = async (visitor: Visitor) =>
      new Set(
        (await visitor.get(exportRoutes.list, { query: { pageSize: 200 } })).exports.map(
          ({ personName }) => personName,
        ),
      );
    expect(await people(neighbour)).toEqual(new Set(['周经办']));
    expect(await people(await house.as('auditor'))).toContain('周经办');
    const all = await (await house.as('auditadmin')).get(exportRoutes.list, { query: { pageSize: 200 } });
    expect(all.exports.filter(({ mayFetch }) => mayFetch)).toEqual([]);
    expect(new Set(all.exports.map(({ personName }) => personName))).toEqual(new Set(['李经办', '周经办']));
  });

  test('a conflict tells nothing of a mine that has gone to another county', async () => {
    const mine = await enterMine(official);
    await (
      await house.as('city')
    ).get(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version: 1, effectiveOn: '2026-11-01', changes: { regionCode: '360722' } },
    });
    const late = await official.call(mineRoutes.edit, {
      params: { id: mine.id },
      body: { version: 1, effectiveOn: '2026-11-01', changes: { name: '改' } },
    });
    expect(late.status).toBe(404);
  });

  test('a city reaches its counties and no other city', async () => {
    const city = await house.as('city');
    const { rows } = await city.get(mineRoutes.list, { query: { pageSize: 200 } });
    expect(new Set(rows.map(({ regionCode }) => regionCode))).toEqual(new Set(['360704', '360722']));
    const { whole, parts } = await city.get(figureRoutes.read, { query: { asOf: '2026-11-24' } });
    expect(whole.regionCode).toBe('360700');
    expect(parts.every(({ regionCode }) => regionCode.startsWith('3607'))).toBe(true);
    expect(
      (await city.call(figureRoutes.read, { query: { asOf: '2026-11-24', region: '360100' } })).status,
    ).toBe(404);
  });
});

test('the trail shows who was refused, and of a removed mine its whole story stays', async () => {
  const official = await house.as('official');
  const gone = await move(await house.as('city'), await enterMine(official), '2026-11-01', 'remove', '重复');
  const { entries } = await official.get(mineRoutes.history, { params: { id: gone.id } });
  expect(entries.map(({ action }) => action)).toEqual(['mine.moved', 'mine.created']);
  const auditadmin = await house.as('auditadmin');
  const { entries: refused } = await auditadmin.get(trailRoutes.list, {
    query: { action: 'access.refused' },
  });
  expect(refused.length).toBeGreaterThan(0);
});
