import { afterEach, expect, test } from '@jest/globals';
import { isForHouse, isForPage } from './page-keys';
import { beginChord, endChord, isHeldBack, setSingleKeys } from './single-keys';

const pressed = (key: string, ctrlKey = false) => new KeyboardEvent('keydown', { key, ctrlKey });

afterEach(() => {
  setSingleKeys(true);
  endChord();
});

test('a sign of its own is held back once such keys are switched off; arrows, Enter, Space and Ctrl are not', () => {
  expect(['j', '?', '/', 'x'].some((key) => isHeldBack(pressed(key)))).toBe(false);
  setSingleKeys(false);
  expect(['j', '?', '/', 'x'].every((key) => isHeldBack(pressed(key)))).toBe(true);
  expect(isForHouse(pressed('?'))).toBe(false);
  expect(['ArrowDown', 'Enter', 'F2', ' '].some((key) => isHeldBack(pressed(key)))).toBe(false);
  expect(isHeldBack(pressed('a', true))).toBe(false);
});

test('the second key of a chord is for nobody but the chord', () => {
  beginChord();
  expect(isForPage(pressed('e'))).toBe(false);
  expect(isHeldBack(pressed('e'))).toBe(true);
  expect(isForHouse(pressed('e'))).toBe(true);
  expect(endChord()).toBe(true);
  expect(isForPage(pressed('e'))).toBe(true);
  expect(endChord()).toBe(false);
});
