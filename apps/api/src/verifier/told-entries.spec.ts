import { expect, test } from '@jest/globals';
import { toldOf } from './told-entries';

const at = { index: 6, id: 7 };
const body = (entry: object) => JSON.stringify({ at: '2026-11-25T10:00:00.000000Z', entry });

test('an entry is told if it is about what was asked for, and only then', () => {
  const moved = body({ action: 'mine.moved', subject: 'GX-1' });
  const told = { ...at, at: '2026-11-25T10:00:00.000000Z', action: 'mine.moved', subject: 'GX-1' };
  expect(toldOf(at, moved, ['GX-2', 'GX-1'])).toEqual([told]);
  expect(toldOf(at, moved, ['GX-10'])).toEqual([]);
  expect(toldOf(at, moved, [])).toEqual([]);
});

test.each([null, undefined, '', 'null', '7', '{"entry":', body({ action: 'mine.moved', subject: 7 })])(
  'bytes that say nothing are no matter: %s',
  (nothing) => expect(toldOf(at, nothing, ['GX-1', '7'])).toEqual([]),
);

test('nothing in a package speaks to the terminal', () =>
  expect(toldOf(at, body({ action: '\u001b[2Jmine.moved', subject: 'GX-1' }), ['GX-1'])).toMatchObject([
    { action: '?[2Jmine.moved' },
  ]));
