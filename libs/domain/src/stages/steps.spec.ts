import { describe, expect, test } from '@jest/globals';
import { aReadyMine, stepsOf } from './ready-mine.testing';
import { datedSteps, disorders, factOfStep, STEP_NAMES, STEPS, stepsOnPath, stepsRefusal } from './steps';
import { STAGES } from './stages';

const TODAY = '2026-11-24';
const bare = aReadyMine({
  planApprovedOn: null,
  fundsAllocatedOn: null,
  startedOn: null,
  finishedOn: null,
  acceptedOn: null,
});

test('the steps stand in the order of the stages, and each path goes through its own', () => {
  const places = STEP_NAMES.map((step) => STAGES.indexOf(STEPS[step].stage));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  const engineered = stepsOnPath('C');
  for (const approach of ['B', 'D', null]) expect(stepsOnPath(approach)).toEqual(engineered);
  expect(engineered.filter((step) => !stepsOnPath('A').includes(step))).toEqual([
    'fundsRequested',
    'fundsAllocated',
    'contractAwarded',
    'worksStarted',
    'worksFinished',
  ]);
  expect(stepsOnPath('A').filter((step) => !engineered.includes(step))).toEqual([
    'recoveryAssessed',
    'recoveryReviewed',
  ]);
});

test('a day that is a fact of the mine is read there, whatever else is kept', () => {
  const mine = aReadyMine();
  for (const { step, actualOn } of datedSteps(mine, stepsOf(bare, { accepted: '1999-01-01' }))) {
    const fact = factOfStep(step);
    expect([step, actualOn]).toEqual([step, fact ? mine[fact] : null]);
  }
});

describe.each(['A', 'C'])('on path %s', (approach) => {
  const path = stepsOnPath(approach);
  const withDays = (days: Partial<Record<string, string>>) =>
    path.map((step) => ({ step, actualOn: days[step] ?? null }));

  test('of any two steps the later one never happened first; one day holds both (K12)', () => {
    for (const [place, earlier] of path.entries())
      for (const later of path.slice(place + 1)) {
        const wrong = withDays({ [earlier]: '2026-05-02', [later]: '2026-05-01' });
        expect(disorders(wrong)).toMatchObject([{ earlier: { step: earlier }, later: { step: later } }]);
        for (const changed of [earlier, later])
          expect(stepsRefusal(wrong, [changed], TODAY)).toEqual({
            code: 'step-order',
            data: { step: later, after: earlier, since: '2026-05-02' },
          });
        const right = withDays({ [earlier]: '2026-05-01', [later]: '2026-05-01' });
        expect(disorders(right)).toEqual([]);
        expect(stepsRefusal(right, [earlier, later], TODAY)).toBeNull();
      }
  });

  test('no step has happened that is still to come', () => {
    for (const step of path) {
      expect(stepsRefusal(withDays({ [step]: '2026-11-25' }), [step], TODAY)?.code).toBe('date-in-future');
      expect(stepsRefusal(withDays({ [step]: TODAY }), [step], TODAY)).toBeNull();
    }
  });
});

test('old disorder elsewhere stands in nobody’s way', () => {
  const steps = stepsOf(bare, {
    fieldChecked: '2026-05-02',
    noticePublished: '2026-05-01',
    closedOut: '2026-09-01',
  });
  expect(stepsRefusal(steps, ['closedOut'], TODAY)).toBeNull();
  expect(stepsRefusal(steps, ['fieldChecked'], TODAY)?.code).toBe('step-order');
});
