import { describe, expect, test } from '@jest/globals';
import { stepStanding } from './step-standing';
import { STAGES } from './stages';
import { STEP_NAMES, STEPS, type KeptStep } from './steps';

const TODAY = '2026-11-24';

const aStep = (overrides: Partial<KeptStep> = {}): KeptStep => ({
  step: 'worksStarted',
  plannedOn: '2026-11-01',
  plannedSince: '2026-06-01',
  forecastOn: null,
  actualOn: null,
  ...overrides,
});

const inWorks = { stage: 'completion', pauses: [] } as const;

test.each([
  ['late', aStep(), 23, 0],
  ['late', aStep({ forecastOn: '2026-12-01' }), 23, 30],
  ['soon', aStep({ plannedOn: TODAY }), 0, 0],
  ['soon', aStep({ plannedOn: '2026-12-08' }), 0, 0],
  ['planned', aStep({ plannedOn: '2026-12-09' }), 0, 0],
  ['planned', aStep({ plannedOn: '2026-12-01', forecastOn: '2026-12-11' }), 0, 10],
  ['soon', aStep({ plannedOn: null, plannedSince: null, forecastOn: '2026-12-01' }), 0, 0],
  ['open', aStep({ plannedOn: null, plannedSince: null }), 0, 0],
  ['done', aStep({ actualOn: '2026-11-05' }), 4, 0],
  ['done', aStep({ actualOn: '2026-10-05', forecastOn: '2026-12-01' }), 0, 0],
  ['done', aStep({ plannedOn: null, plannedSince: null, actualOn: '2026-10-05' }), 0, 0],
] as const)('a step is %s: %o', (state, step, daysLate, daysSlipping) => {
  expect(stepStanding(step, inWorks, TODAY)).toMatchObject({ state, daysLate, daysSlipping });
});

test('nobody waits for a step of a stage that was left, nor of a mine that is on no list', () => {
  for (const step of STEP_NAMES)
    for (const stage of STAGES) {
      const left = stage === 'removed' || STAGES.indexOf(STEPS[step].stage) < STAGES.indexOf(stage);
      expect([step, stage, stepStanding(aStep({ step }), { stage, pauses: [] }, TODAY).state]).toEqual([
        step,
        stage,
        left ? 'passed' : 'late',
      ]);
    }
});

describe('a pause stops the clock of a step', () => {
  const paused = { stage: 'completion', pauses: [{ from: '2026-10-20', to: '2026-11-04' }] } as const;
  test('that is not done', () => {
    expect(stepStanding(aStep(), paused, TODAY)).toMatchObject({
      state: 'late',
      dueOn: '2026-11-16',
      daysLate: 8,
    });
  });
  test('that was done later than planned, but within the days that were lost', () => {
    expect(stepStanding(aStep({ actualOn: '2026-11-10' }), paused, TODAY)).toMatchObject({
      state: 'done',
      dueOn: '2026-11-16',
      daysLate: 0,
    });
  });
  test('for as long as it lasts', () => {
    const open = { stage: 'completion', pauses: [{ from: '2026-10-20', to: null }] } as const;
    for (const today of [TODAY, '2027-06-01'])
      expect(stepStanding(aStep(), open, today)).toMatchObject({ daysLate: 0 });
  });
});
