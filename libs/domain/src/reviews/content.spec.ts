import { expect, test } from '@jest/globals';
import { aReadyMine, aReadyPatch } from '../stages/ready-mine.testing';
import { canonicalJson } from '../kernel/canonical-json';
import { contentChanges, frozenContent, type FrozenContent } from './content';

const scan = { type: 'PLAN', stage: 'planning', fileName: '方案.pdf', sha256: 'aa' } as const;
const photo = { type: 'PHOTO_BEFORE', stage: 'survey', fileName: '照片.jpg', sha256: 'bb' } as const;

const content = (overrides: Partial<FrozenContent> = {}): FrozenContent =>
  frozenContent({ mine: aReadyMine(), patches: [aReadyPatch()], documents: [scan], ...overrides });

test('the same facts give the same bytes, in whatever order they come and whatever else comes along', () => {
  const patches = [aReadyPatch({ number: 'CT2' }), aReadyPatch()];
  const one = content({ patches, documents: [scan, photo] });
  const mine = Object.fromEntries(Object.entries(aReadyMine()).reverse()) as unknown as FrozenContent['mine'];
  const other = content({
    mine: { ...mine, version: 7 } as never,
    patches: [...patches].reverse(),
    documents: [photo, scan],
  });
  expect(canonicalJson(other)).toBe(canonicalJson(one));
  expect(canonicalJson({ b: [1, null, '一"'], a: { d: true, c: {} } })).toBe(
    '{"a":{"c":{},"d":true},"b":[1,null,"一\\""]}',
  );
});

test('every field of the mine, its patches and its papers counts', () => {
  const bytes = canonicalJson(content());
  for (const other of [
    content({ mine: aReadyMine({ remark: '补充' }) }),
    content({ patches: [aReadyPatch({ restoredSquareMetres: '999.99' })] }),
    content({ patches: [] }),
    content({ documents: [{ ...scan, sha256: 'cc' }] }),
    content({ documents: [{ ...scan, type: 'DESIGN' }] }),
  ])
    expect(canonicalJson(other)).not.toBe(bytes);
});

test('what changed is told field by field', () => {
  expect(contentChanges(content(), content())).toEqual([]);
  const after = content({
    mine: aReadyMine({ town: '茅店镇', closureYear: null }),
    patches: [aReadyPatch({ restoredSquareMetres: '900.00' })],
    documents: [photo],
  });
  expect(contentChanges(content(), after)).toEqual([
    { of: 'mine', name: '', field: 'town', before: null, after: '茅店镇' },
    { of: 'mine', name: '', field: 'closureYear', before: 2012, after: null },
    { of: 'patch', name: 'CT1', field: 'restoredSquareMetres', before: '1000.00', after: '900.00' },
    { of: 'document', name: '方案.pdf', field: 'document', before: 'PLAN', after: null },
    { of: 'document', name: '照片.jpg', field: 'document', before: null, after: 'PHOTO_BEFORE' },
  ]);
  const gone = contentChanges(content(), content({ patches: [] }));
  expect(gone.map(({ name, after: now }) => [name, now])).toEqual(gone.map(() => ['CT1', null]));
  expect(gone.length).toBe(5);
});
