import { describe, expect, test } from '@jest/globals';
import {
  movedByPauses,
  PAUSE_REASONS,
  pausedDays,
  pauseReasonsIn,
  pauseRefusal,
  resumeRefusal,
} from './pauses';
import { STAGES, type Stage } from './stages';

const TODAY = '2026-11-24';

/** Why which stage can be paused, written out. */
const TABLE: Record<Stage, readonly string[]> = {
  survey: ['WEATHER', 'DISPUTE', 'HAZARD', 'CASE', 'OTHER'],
  planning: ['LAND', 'DISPUTE', 'CASE', 'OTHER'],
  financing: ['FUNDS', 'DISPUTE', 'CASE', 'OTHER'],
  completion: ['WEATHER', 'LAND', 'FUNDS', 'DISPUTE', 'HAZARD', 'CASE', 'OTHER'],
  restored: [],
  removed: [],
};

const facts = { stage: 'survey' as Stage, stageSince: '2026-03-02', today: TODAY, pauses: [] };
const request = { reason: 'DISPUTE', note: null, effectiveOn: '2026-05-01' } as const;

test.each(STAGES)('%s is paused for the reasons of the table and no other', (stage) => {
  expect(pauseReasonsIn(stage)).toEqual(TABLE[stage]);
  for (const { code } of PAUSE_REASONS) {
    const refusal = pauseRefusal({ ...request, reason: code, note: '见说明' }, { ...facts, stage });
    const expected = TABLE[stage].includes(code)
      ? undefined
      : TABLE[stage].length === 0
        ? 'move-not-possible'
        : 'reason-not-fitting';
    expect([code, refusal?.code]).toEqual([code, expected]);
  }
});

describe('a pause', () => {
  test('for another reason says which', () => {
    expect(pauseRefusal({ ...request, reason: 'OTHER' }, facts)?.code).toBe('reason-missing');
  });
  test.each([
    ['2026-03-01', 'date-before-stage'],
    ['2026-03-02', undefined],
    [TODAY, undefined],
    ['2026-11-25', 'date-in-future'],
  ])('from %s on: %s', (effectiveOn, code) => {
    expect(pauseRefusal({ ...request, effectiveOn }, facts)?.code).toBe(code);
  });
  test('begins neither within another nor while one lasts', () => {
    const over = [{ from: '2026-04-01', to: '2026-05-02' }];
    expect(pauseRefusal(request, { ...facts, pauses: over })).toEqual({
      code: 'date-before-stage',
      data: { since: '2026-05-02' },
    });
    const open = [{ from: '2026-04-01', to: null }];
    expect(pauseRefusal(request, { ...facts, pauses: open })?.code).toBe('already-done');
  });
  test.each([
    ['2026-04-30', 'date-before-stage'],
    ['2026-05-01', undefined],
    [TODAY, undefined],
    ['2026-11-25', 'date-in-future'],
  ])('ends on %s: %s', (day, code) => {
    expect(resumeRefusal(day, { today: TODAY, pauses: [{ from: '2026-05-01', to: null }] })?.code).toBe(code);
  });
  test('ends once', () => {
    expect(resumeRefusal(TODAY, { today: TODAY, pauses: [] })?.code).toBe('already-done');
  });
});

test('days on which the clock stood still are counted from the day that is asked for, and while a pause lasts', () => {
  const pauses = [
    { from: '2026-05-01', to: '2026-05-11' },
    { from: '2026-11-20', to: null },
  ];
  expect(pausedDays(pauses, '2026-03-02', TODAY)).toBe(14);
  expect(pausedDays(pauses, '2026-05-06', TODAY)).toBe(9);
  expect(pausedDays(pauses, '2026-06-01', TODAY)).toBe(4);
});

describe('a day to keep is moved', () => {
  const at = (day: string, since: string, ...pauses: { from: string; to: string | null }[]) =>
    movedByPauses({ day, since }, pauses, TODAY);
  const may = { from: '2026-05-01', to: '2026-05-11' };
  test('by a pause between plan and day', () =>
    expect(at('2026-06-01', '2026-03-02', may)).toBe('2026-06-11'));
  test('by none that began after it', () => expect(at('2026-04-30', '2026-03-02', may)).toBe('2026-04-30'));
  test('by none that was over when it was planned', () =>
    expect(at('2026-06-01', '2026-05-11', may)).toBe('2026-06-01'));
  test('by the rest of one during which it was planned', () =>
    expect(at('2026-06-01', '2026-05-09', may)).toBe('2026-06-03'));
  test('by a second one that the first brings into its way', () =>
    expect(at('2026-06-01', '2026-03-02', { from: '2026-06-05', to: '2026-06-07' }, may)).toBe('2026-06-13'));
  test('day by day while it lasts', () =>
    expect(at('2026-11-23', '2026-03-02', { from: '2026-11-20', to: null })).toBe('2026-11-27'));
});
