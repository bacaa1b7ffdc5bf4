import { expect, test } from '@jest/globals';
import { canonicalJson } from './canonical-json';

// RFC 8785, 3.2.2 and 3.2.3 and appendix B.
test('the example of the standard comes out as it says', () => {
  const example = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(example)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('names stand in the order of their UTF-16 units', () => {
  const example = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  expect(Object.values(JSON.parse(canonicalJson(example)) as object).map((name: string) => name[0])).toEqual(
    // JSON.parse itself puts the digit first.
    ['O', 'C', 'C', 'L', 'E', 'E', 'H'],
  );
  expect(canonicalJson(example).indexOf('Carriage')).toBeLessThan(canonicalJson(example).indexOf('One'));
});

test.each([
  [0, '0'],
  [-0, '0'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [9007199254740992, '9007199254740992'],
  [295147905179352830000, '295147905179352830000'],
  [1e21, '1e+21'],
  [9.999999999999997e22, '9.999999999999997e+22'],
  [0.000001, '0.000001'],
])('%d is written %s', (value, written) => expect(canonicalJson(value)).toBe(written));

test.each([[NaN], [Infinity], ['\ud800'], [() => 1], [10n], [undefined], [[undefined]]])(
  'what JSON cannot say is refused, not left out',
  (value) => expect(() => canonicalJson(value)).toThrow(TypeError),
);

test('an absent member is none, a moment is its text', () =>
  expect(canonicalJson({ b: undefined, a: new Date('2026-11-25T00:00:00Z') })).toBe(
    '{"a":"2026-11-25T00:00:00.000Z"}',
  ));
