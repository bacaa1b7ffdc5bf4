import { expect, test } from '@jest/globals';
import { stageDay } from './stage-day';
import { STAGES } from './stages';

test('each stage has the date it waits for, and natural recovery is accepted without works', () => {
  const on = (approach: string | null) => STAGES.map((stage) => stageDay(stage, approach));
  const engineered = [
    'closureYear',
    'planApprovedOn',
    'fundsAllocatedOn',
    'finishedOn',
    'acceptedOn',
    'closureYear',
  ];
  expect(on('B')).toEqual(engineered);
  expect(on(null)).toEqual(engineered);
  expect(on('A')).toEqual(engineered.map((field) => (field === 'finishedOn' ? 'acceptedOn' : field)));
});
