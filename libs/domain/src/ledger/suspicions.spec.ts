import { describe, expect, test } from '@jest/globals';
import { coreOfName, probableDuplicate, type Likeness } from './probable-duplicate';
import { asOnPhones, looksShifted } from './shifted-datum';
import { metresBetween } from './distance';
import { isImplausibleArea, looksLikeUnitSlip } from './unit-slip';

describe('K11: an area in the wrong unit', () => {
  test.each([
    ['10000.00', '150000.00', true], // mu taken for hectares
    ['150000.00', '10000.00', true],
    ['666.67', '1.00', true], // mu taken for m²
    ['1.00', '667.00', true], // the offices' 667
    ['30000.00', '3.00', true], // hectares taken for m²
    ['30000.00', '3.02', true], // to one percent
    ['10000.00', '10100.00', false],
    ['10000.00', '160000.00', false],
    ['10000.00', '100000.00', false],
    ['0.00', '150000.00', false],
    ['10000.00', '0.00', false],
  ])('%s m² and then %s: %s', (before, after, slip) => expect(looksLikeUnitSlip(before, after)).toBe(slip));

  test.each([
    ['19.99', true],
    ['20.00', false],
    ['10000000.00', false],
    ['10000000.01', true],
    ['0.00', false],
  ])('%s m² is hardly a mine: %s', (area, implausible) => expect(isImplausibleArea(area)).toBe(implausible));
});

describe('a place as phones show it', () => {
  const known = { longitude: 115.011234, latitude: 25.861234 };

  test('is some hundred metres off, as everybody’s phone agrees', () => {
    // Tiananmen, the example everybody tests this rule with: 116.397 479, 39.908 823 comes out at 116.403 722, 39.910 227.
    const shown = asOnPhones({ longitude: 116.397479, latitude: 39.908823 });
    expect(metresBetween(shown, { longitude: 116.403722, latitude: 39.910227 })).toBeLessThan(2);
  });

  test('is suspected, and a mine that really lies elsewhere is not', () => {
    expect(looksShifted(known, asOnPhones(known))).toBe(true);
    expect(looksShifted(known, known)).toBe(false);
    expect(looksShifted(known, { longitude: 115.0113, latitude: 25.8613 })).toBe(false);
    expect(looksShifted(known, { longitude: 115.02, latitude: 25.87 })).toBe(false);
  });
});

describe('two numbers that are probably one mine', () => {
  const known: Likeness = {
    number: 'GX-0001',
    name: '下庄采石场',
    regionCode: '360704',
    longitude: '115.010000',
    latitude: '25.860000',
  };
  const told = (given: Partial<Likeness>): Likeness => ({
    ...known,
    number: 'K9',
    longitude: '115.300000',
    ...given,
  });

  test.each<[string, Partial<Likeness>, string | null]>([
    ['the same number is the same mine', { number: 'GX-0001' }, null],
    ['its number without the dash', { number: 'gx0001' }, 'number'],
    ['the same name without a place', { longitude: null, latitude: null }, 'name'],
    ['the same name in another county', { longitude: null, latitude: null, regionCode: '360726' }, null],
    ['the same name far away', {}, null],
    ['a similar name a hundred metres away', { name: '废弃下庄石场', longitude: '115.011000' }, 'name'],
    ['another name a hundred metres away', { name: '上坪砖厂', longitude: '115.011000' }, null],
    ['any name on the same spot', { name: '上坪砖厂', longitude: '115.010100' }, 'distance'],
  ])('%s', (_, given, by) => expect(probableDuplicate(told(given), known)).toBe(by));

  test('a name of nothing but kinds keeps them', () => {
    expect(coreOfName('采石场')).toBe('采石场');
    expect(coreOfName('历史遗留废弃矿山(桃源)')).toBe('桃源');
  });
});
