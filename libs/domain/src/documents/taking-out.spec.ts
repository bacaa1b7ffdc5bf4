import { expect, test } from '@jest/globals';
import { STAGES, type Stage } from '../stages/stages';
import { takingOutRefusal } from './taking-out';

const codes = (mine: Stage) => STAGES.map((document) => takingOutRefusal(mine, document)?.code ?? null);

test.each(['survey', 'planning', 'financing', 'completion'] as const)(
  'from the file of a mine in %s any document is taken out',
  (mine) => expect(codes(mine)).toEqual(STAGES.map(() => null)),
);

test('what an acceptance rested on stays; what was filed since does not have to (K37)', () =>
  expect(codes('restored')).toEqual(
    STAGES.map((document) => (document === 'restored' ? null : 'evidence-accepted')),
  ));

test('a mine off the list gives none up (S19)', () =>
  expect(codes('removed')).toEqual(STAGES.map(() => 'move-not-possible')));
