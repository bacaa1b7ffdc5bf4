import { expect, test } from '@jest/globals';
import { MOVE_REASONS, reasonRefusal, reasonsFor, type MoveReason } from './move-reasons';
import { MOVE_NAMES, type MoveName } from './moves';

/** Which reason goes with which move, written out: a move that is left out does not compile. */
const TABLE: Record<MoveName, readonly MoveReason[]> = {
  advance: [],
  stepBack: ['TOO_EARLY', 'PLAN_REDONE', 'FUNDS_LOST', 'FACTS_WRONG', 'OTHER'],
  remove: ['DUPLICATE', 'FALSE_CHANGE', 'NOT_LEGACY', 'RESPONSIBLE', 'IN_MINING_RIGHT', 'OTHER'],
  reinstate: ['REMOVED_BY_MISTAKE', 'CONFIRMED', 'OTHER'],
  relapse: ['FACTS_WRONG', 'LANDSLIDE', 'PLANTS_DEAD', 'DAMAGED_AGAIN', 'POLLUTION', 'OTHER'],
};

test.each(MOVE_NAMES)('%s: exactly the reasons of the table', (move) => {
  expect(reasonsFor(move)).toEqual(TABLE[move]);
  for (const { code } of MOVE_REASONS)
    expect([code, reasonRefusal(move, code, '现场复核')?.code]).toEqual([
      code,
      TABLE[move].includes(code) ? undefined : 'reason-not-fitting',
    ]);
});

test.each(MOVE_NAMES)(
  '%s: without a code it is refused unless it is the regular way; “other” needs words',
  (move) => {
    expect(reasonRefusal(move, null, '现场复核')?.code).toBe(
      move === 'advance' ? undefined : 'reason-missing',
    );
    if (move !== 'advance') expect(reasonRefusal(move, 'OTHER', null)?.code).toBe('reason-missing');
    for (const code of TABLE[move].filter((one) => one !== 'OTHER'))
      expect(reasonRefusal(move, code, null)).toBeNull();
  },
);
