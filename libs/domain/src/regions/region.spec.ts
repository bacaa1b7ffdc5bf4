import { expect, test } from '@jest/globals';
import { REGION_CODE, RegionTree, type Region } from './region';

const region = (
  code: string,
  level: Region['level'],
  parentCode: string | null,
  more: Partial<Region> = {},
) => ({
  code,
  level,
  parentCode,
  nameZh: code,
  nameEn: code,
  successorCode: null,
  ...more,
});

const tree = new RegionTree([
  region('360000', 'province', null),
  region('360000-00', 'unassigned', '360000'),
  region('360100', 'city', '360000'),
  region('360112', 'county', '360100'),
  region('360112-01', 'functional', '360112'),
  region('360105', 'county', '360100', { successorCode: '360112' }),
  region('360122', 'county', '360100', { successorCode: '360105' }),
]);

test('whoever is above contains whoever is below, and itself, and nobody else', () => {
  expect(tree.contains('360000', '360112-01')).toBe(true);
  expect(tree.contains('360112', '360112')).toBe(true);
  expect(tree.contains('360112', '360100')).toBe(false);
  expect(tree.contains('360100', '360000-00')).toBe(false);
  expect(tree.contains('360000', '999999')).toBe(false);
});

test('below a division is what is in force, functional areas included', () => {
  expect(tree.withDescendants('360100')).toEqual(['360100', '360112', '360112-01']);
  expect(tree.withDescendants('360000')).toEqual(['360000', '360000-00', '360100', '360112', '360112-01']);
});

test('a code that was replaced leads to the one in force, over several replacements', () => {
  expect(tree.current('360105')?.code).toBe('360112');
  expect(tree.current('360122')?.code).toBe('360112');
  expect(tree.current('360112')?.code).toBe('360112');
  expect(tree.current('999999')).toBeUndefined();
  expect(tree.all().map(({ code }) => code)).not.toContain('360105');
});

test('there is one root and one waiting room', () => {
  expect(tree.root()?.code).toBe('360000');
  expect(tree.unassigned()?.code).toBe('360000-00');
});

test.each(['36010', '3601000', '360112-1', '360112-001', '360112-a1', '３６0112', ' 360112'])(
  '“%s” is no code',
  (code) => expect(REGION_CODE.test(code)).toBe(false),
);
