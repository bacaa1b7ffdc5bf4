import { expect, test } from '@jest/globals';
import { aReadyMine, aReadyPatch, stepsOf } from '../stages/ready-mine.testing';
import { canonicalJson } from '../kernel/canonical-json';
import type { StepName } from '../stages/steps';
import { asFrozen, contentChanges, frozenContent, type FrozenContent } from './content';

const scan = { type: 'PLAN', stage: 'planning', fileName: '方案.pdf', sha256: 'aa' } as const;
const photo = { type: 'PHOTO_BEFORE', stage: 'survey', fileName: '照片.jpg', sha256: 'bb' } as const;

const content = (overrides: Partial<Parameters<typeof frozenContent>[0]> = {}): FrozenContent =>
  frozenContent({
    stage: 'survey',
    mine: aReadyMine(),
    patches: [aReadyPatch()],
    documents: [scan],
    steps: stepsOf(aReadyMine()),
    ...overrides,
  });

const steps = (days: Partial<Record<StepName, string>>, which: 'plannedOn' | 'forecastOn' | 'actualOn') =>
  stepsOf(aReadyMine()).map((one) => ({ ...one, [which]: days[one.step] ?? one[which] }));

test('the same facts give the same bytes, in whatever order they come and whatever else comes along', () => {
  const patches = [aReadyPatch({ number: 'CT2' }), aReadyPatch()];
  const one = content({ patches, documents: [scan, photo] });
  const mine = Object.fromEntries(Object.entries(aReadyMine()).reverse()) as unknown as FrozenContent['mine'];
  const replanned = stepsOf(aReadyMine()).map((step) => ({ ...step, plannedSince: '2026-01-01' }));
  const other = content({
    mine: { ...mine, version: 7 } as never,
    patches: [...patches].reverse(),
    documents: [photo, scan],
    steps: replanned,
  });
  expect(canonicalJson(other)).toBe(canonicalJson(one));
  expect(canonicalJson({ b: [1, null, '一"'], a: { d: true, c: {} } })).toBe(
    '{"a":{"c":{},"d":true},"b":[1,null,"一\\""]}',
  );
});

test('every field of the mine, its patches, its papers and the steps of its stage counts', () => {
  const bytes = canonicalJson(content());
  for (const other of [
    content({ mine: aReadyMine({ remark: '补充' }) }),
    content({ patches: [aReadyPatch({ restoredSquareMetres: '999.99' })] }),
    content({ patches: [] }),
    content({ documents: [{ ...scan, sha256: 'cc' }] }),
    content({ documents: [{ ...scan, type: 'DESIGN' }] }),
    content({ steps: steps({ fieldChecked: '2025-09-01' }, 'plannedOn') }),
    content({ steps: steps({ fieldChecked: '2025-09-01' }, 'forecastOn') }),
    content({ steps: steps({ fieldChecked: '2025-09-01' }, 'actualOn') }),
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

test('of the steps, those of the submitted stage are frozen, with the days that are facts of the mine', () => {
  expect(content({ stage: 'financing' }).steps).toEqual([
    { step: 'fundsRequested', plannedOn: null, forecastOn: null, actualOn: null },
    { step: 'fundsAllocated', plannedOn: null, forecastOn: null, actualOn: '2026-02-10' },
  ]);
  const later = content({ steps: steps({ designReviewed: '2026-01-05' }, 'actualOn') });
  expect(canonicalJson(later)).toBe(canonicalJson(content()));
});

test('days of steps are told by step, and a day that is a fact of the mine only once', () => {
  const planned = content({ steps: steps({ fieldChecked: '2025-09-01' }, 'plannedOn') });
  expect(contentChanges(content(), planned)).toEqual([
    { of: 'step', name: 'fieldChecked', field: 'plannedOn', before: null, after: '2025-09-01' },
  ]);
  const approvedOn = (planApprovedOn: string) => {
    const mine = aReadyMine({ planApprovedOn });
    return content({ stage: 'planning', mine, steps: stepsOf(mine) });
  };
  expect(contentChanges(approvedOn('2026-01-10'), approvedOn('2026-01-12'))).toEqual([
    { of: 'mine', name: '', field: 'planApprovedOn', before: '2026-01-10', after: '2026-01-12' },
  ]);
});

test('what was submitted before steps were frozen keeps its bytes, and nothing is said of steps nobody saw', () => {
  const { steps: _, ...old } = content();
  const now = content({ steps: steps({ fieldChecked: '2025-09-01' }, 'actualOn') });
  expect(canonicalJson(asFrozen(now, old))).toBe(canonicalJson(old));
  expect(asFrozen(now, content())).toBe(now);
  expect(contentChanges(old, now)).toEqual([]);
  expect(contentChanges(now, old)).toEqual([]);
});
