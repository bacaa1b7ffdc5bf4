import { expect, test } from '@jest/globals';
import type { StepView } from '@qingshan/contracts';
import { changedDays, daysOf, notDays } from './step-days';

const aStep = (overrides: Partial<StepView> = {}): StepView => ({
  step: 'fieldChecked',
  stage: 'survey',
  plannedOn: '2026-11-01',
  dueOn: '2026-11-01',
  forecastOn: null,
  actualOn: null,
  state: 'late',
  daysLate: 1,
  daysSlipping: 0,
  ...overrides,
});

const steps = [aStep(), aStep({ step: 'noticePublished', plannedOn: null, actualOn: '2026-11-05' })];

test('an untouched form says nothing', () => {
  expect(changedDays(steps, daysOf(steps))).toEqual([]);
});

test('only what changed is said: a day however it is typed, and null for one that was cleared', () => {
  const days = {
    ...daysOf(steps),
    'fieldChecked-plannedOn': '2026/11/1',
    'fieldChecked-actualOn': '20261120',
    'noticePublished-actualOn': ' ',
  };
  expect(changedDays(steps, days)).toEqual([
    { step: 'fieldChecked', actualOn: '2026-11-20' },
    { step: 'noticePublished', actualOn: null },
  ]);
});

test('what is no day is named', () => {
  expect(notDays({ a: '2026-02-30', b: '2026-02-28', c: '', d: '下周' })).toEqual(['a', 'd']);
});
