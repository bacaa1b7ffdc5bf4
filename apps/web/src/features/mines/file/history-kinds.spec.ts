import { expect, test } from '@jest/globals';
import type { HistoryEntry } from '@qingshan/contracts';
import { TRAIL_ACTIONS } from '@qingshan/domain';
import { kindsIn } from './history-kinds';

const entry = (action: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: 1,
  action,
  recordedAt: '2026-11-24T02:00:00Z',
  personName: '李经办',
  effectiveOn: '2026-11-24',
  backdated: false,
  remark: null,
  changes: [],
  ...more,
});
const kindsOf = (one: HistoryEntry) => kindsIn([one]).map(({ kind }) => kind);
const intoPlanning = { changes: [{ field: 'stage', before: 'survey', after: 'planning' }] };

test('an approval that moves a mine is found as a review and as a change of stage', () => {
  expect(kindsOf(entry('submission.approved', intoPlanning))).toEqual(['all', 'stages', 'reviews']);
});

test('a move is a change of stage and no correction of facts; an edit is the other way about', () => {
  expect(kindsOf(entry('mine.moved', intoPlanning))).toEqual(['all', 'stages']);
  expect(kindsOf(entry('mine.edited'))).toEqual(['all', 'facts']);
});

test('what was recorded late is found as such, whatever it is', () => {
  expect(kindsOf(entry('document.added', { backdated: true }))).toEqual(['all', 'papers', 'late']);
});

test.each(
  TRAIL_ACTIONS.filter((action) => /^(mine|patch|step|submission|correction|document)\./.test(action)),
)('%s is found under some kind', (action) => {
  expect(kindsOf(entry(action))).toHaveLength(2);
});

test('an empty history has nothing to choose from', () => {
  expect(kindsIn([])).toEqual([{ kind: 'all', entries: [] }]);
});
