import { describe, expect, test } from '@jest/globals';
import { ROLES } from '../people/roles';
import { STAGES } from '../stages/stages';
import {
  CORRECTION_DECISION_NAMES,
  CORRECTION_STATES,
  correctionRefusal,
  needsSecondPerson,
} from './correction';

const PROPOSER = 1;
const ANOTHER = 2;

test('only what was accepted needs a second person', () => {
  expect(STAGES.filter(needsSecondPerson)).toEqual(['restored']);
});

describe.each(CORRECTION_DECISION_NAMES)('%s', (decision) => {
  const whole = ROLES.flatMap((role) =>
    CORRECTION_STATES.flatMap((state) =>
      [PROPOSER, ANOTHER].flatMap((personId) =>
        [[], [PROPOSER], [3]].flatMap((actsFor) =>
          [null, '与批复不符'].map((reason) => ({ role, state, personId, actsFor, reason })),
        ),
      ),
    ),
  );

  test.each(whole)(
    'by $role $personId for $actsFor, $state, saying $reason',
    ({ role, state, personId, actsFor, reason }) => {
      const refusal = correctionRefusal(
        { decision, personId, actsFor, role, reason },
        { state, proposedBy: PROPOSER },
      );
      const hasHand = personId === PROPOSER || actsFor.includes(PROPOSER);
      const wanted =
        state !== 'pending'
          ? 'already-done'
          : decision === 'withdraw'
            ? personId === PROPOSER
              ? undefined
              : 'not-allowed'
            : role !== 'manager'
              ? 'not-allowed'
              : hasHand
                ? 'own-work'
                : decision === 'refuse' && reason === null
                  ? 'reason-missing'
                  : undefined;
      expect(refusal?.code).toBe(wanted);
    },
  );
});
