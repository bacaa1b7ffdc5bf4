import { expect, test } from '@jest/globals';
import type { TrailEntry } from '@qingshan/contracts';
import { renderHook } from '@testing-library/react';
import { useEntryWords } from './entry-words';

const mineWords = {
  // As the real one: a field that mines do not have keeps its name.
  labelOf: (field: string, of = 'mine') =>
    /^(?:act|refusal|method|path|bytes|rows|sha256|exportId|importId|until|mineVersion)$/.test(field)
      ? field
      : `${of}.${field}`,
  textOf: (field: string, value: unknown) => `${field}=${String(value)}`,
};

const anEntry = (entry: Partial<TrailEntry>): TrailEntry => ({
  id: 1,
  recordedAt: '2026-11-23T02:00:00.000Z',
  username: 'official',
  personName: '李经办',
  role: 'official',
  action: 'mine.edited',
  subject: null,
  effectiveOn: null,
  address: null,
  outcome: 'done',
  before: null,
  after: null,
  remark: null,
  detail: {},
  ...entry,
});

const words = () => renderHook(() => useEntryWords(mineWords)).result.current;

test('an edit is told field by field, before and after, in the words of the mine', () => {
  const entry = anEntry({ before: { town: 'a' }, after: { town: 'b' }, remark: '更正' });
  expect(words().changes(entry)).toEqual([{ label: 'mine.town', before: 'town=a', after: 'town=b' }]);
  expect(words().summary(entry)).toBe('mine.town：town=a → town=b；更正');
});

test('a name is a mine’s in one entry and a person’s in another', () => {
  const labelIn = (action: string) => words().changes(anEntry({ action, after: { name: 'x' } }))[0]?.label;
  expect(labelIn('mine.edited')).toBe('mine.name');
  expect(labelIn('person.edited')).toBe('名称');
});

test('what was not there before has no before', () => {
  const entry = anEntry({ action: 'patch.added', after: { number: 'P1' } });
  expect(words().changes(entry)).toEqual([{ label: 'patch.number', before: null, after: 'number=P1' }]);
});

test('roles, times, rights and sizes are words, lists and filters are opened up', () => {
  const { changes, facts } = words();
  expect(
    changes(
      anEntry({
        action: 'view.saved',
        after: {
          role: 'auditor',
          lockedUntil: '2026-11-23T02:30:00Z',
          filter: { region: ['360704'] },
          shared: true,
        },
      }),
    ).map(({ label, after }) => [label, after]),
  ).toEqual([
    ['角色', '审计'],
    ['锁定至', '2026-11-23 10:30:00'],
    ['地区', 'regionCode=360704'],
    ['共享', '是'],
  ]);
  const detail = {
    act: 'person.read',
    refusal: 'own-work',
    bytes: 1_234_567,
    rows: 10253,
    exportId: 10253,
    requestId: 'x',
    role: 'auditor',
  };
  expect(facts(anEntry({ action: 'export.finished', detail }))).toEqual([
    { label: '请求的操作', value: '查看账号' },
    { label: '拒绝原因', value: '不能审核自己或委托人送审、修改或已审核过的内容。' },
    { label: '大小', value: '1.2 MB' },
    { label: '行', value: '10,253' },
    { label: '导出编号', value: '10253' },
  ]);
});

test('what an excerpt was taken of is told in the words of the page it was asked on', () => {
  const taken = (action: string) =>
    words()
      .facts(anEntry({ action: 'trail.exported', detail: { action, person: '李', outcome: 'refused' } }))
      .map(({ label, value }) => [label, value]);
  expect(taken('mine.edited')).toEqual([
    ['操作', '修改档案'],
    ['人员', 'person=李'],
    ['结果', '被拒绝'],
  ]);
  expect(taken('mine')[0]).toEqual(['操作', '矿山']);
});

test('how a view is drawn is told column by column, and is not taken for what it finds', () => {
  const view = {
    name: '在建',
    filter: { stage: ['completion'], sort: '-stageSince' },
    layout: {
      density: 'compact',
      hidden: ['town'],
      order: [],
      pinned: ['stage'],
      widths: { stage: 'wide', town: 210 },
    },
  };
  const told = words().changes(anEntry({ action: 'view.saved', after: view }));
  expect(Object.fromEntries(told.map(({ label, after }) => [label, after]))).toEqual({
    名称: 'name=在建',
    'mine.stage': 'stage=completion',
    行高: '紧凑',
    隐藏的列: 'mine.town',
    排序: 'mine.stageSince ↓',
    列的先后: '—',
    固定的列: 'mine.stage',
    列宽: 'mine.stage：宽、mine.town：210 px',
  });
});

test('an action nobody has a word for is shown as it is written', () =>
  expect(words().action(anEntry({ action: 'moon.landed' }))).toBe('moon.landed'));

test('the version of the mine that was made is told in the entry whole, and not in its line', () => {
  const entry = anEntry({ after: { town: 'b' }, detail: { mineVersion: 3 } });
  expect(words().facts(entry)).toEqual([{ label: '矿山版本', value: '3' }]);
  expect(words().summary(entry)).toBe('mine.town：town=b');
});
