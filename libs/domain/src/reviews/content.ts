import type { DocumentType } from '../documents/document-types';
import { MINE_FIELDS, type MineFacts, type PatchFacts } from '../mines/mine';
import type { Stage } from '../stages/stages';
import { factOfStep, STEPS, type KeptStep } from '../stages/steps';

export interface FrozenDocument {
  readonly type: DocumentType;
  readonly stage: Stage;
  readonly fileName: string;
  readonly sha256: string;
}

type FrozenStep = Omit<KeptStep, 'plannedSince'>;

/** What a submission freezes: all that a reviewer judges by. */
export interface FrozenContent {
  readonly mine: MineFacts;
  readonly patches: readonly PatchFacts[];
  readonly documents: readonly FrozenDocument[];
  /** The steps of the submitted stage; absent where it was submitted before steps were frozen. */
  readonly steps?: readonly FrozenStep[];
}

interface JudgedFacts extends Omit<FrozenContent, 'steps'> {
  /** The stage that is submitted. */
  readonly stage: Stage;
  /** The steps on the mine's path, in their order. */
  readonly steps: readonly KeptStep[];
}

const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Picks what is judged and puts it in one order, so that the same facts give the same bytes. */
export const frozenContent = ({ stage, mine, patches, documents, steps }: JudgedFacts): FrozenContent => ({
  mine: Object.fromEntries(MINE_FIELDS.map((field) => [field, mine[field]])) as unknown as MineFacts,
  patches: [...patches]
    .sort((one, other) => byName(one.number, other.number))
    .map(({ number, subclass, attribute, areaSquareMetres, restoredSquareMetres }) => ({
      number,
      subclass,
      attribute,
      areaSquareMetres,
      restoredSquareMetres,
    })),
  documents: [...documents]
    .sort((one, other) =>
      byName(`${one.stage}${one.type}${one.sha256}`, `${other.stage}${other.type}${other.sha256}`),
    )
    .map((one) => ({ type: one.type, stage: one.stage, fileName: one.fileName, sha256: one.sha256 })),
  steps: steps
    .filter(({ step }) => STEPS[step].stage === stage)
    .map(({ step, plannedOn, forecastOn, actualOn }) => ({ step, plannedOn, forecastOn, actualOn })),
});

/** As much of a content as another one froze: nobody is held to what was not frozen then. */
export const asFrozen = (now: FrozenContent, { steps }: FrozenContent): FrozenContent =>
  steps ? now : { ...now, steps: undefined };

export interface ContentChange {
  readonly of: 'mine' | 'patch' | 'document' | 'step';
  /** The patch's number, the document's name or the step; empty for the mine. */
  readonly name: string;
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What is different between two frozen contents, field by field. */
export const contentChanges = (before: FrozenContent, after: FrozenContent): ContentChange[] => [
  ...fieldsChanged('mine', '', before.mine, after.mine),
  ...namesOf(before.patches, after.patches, 'number').flatMap((number) =>
    fieldsChanged(
      'patch',
      number,
      before.patches.find((one) => one.number === number) ?? {},
      after.patches.find((one) => one.number === number) ?? {},
    ),
  ),
  ...namesOf(before.documents, after.documents, 'sha256').flatMap((sha256): ContentChange[] => {
    const was = before.documents.find((one) => one.sha256 === sha256);
    const is = after.documents.find((one) => one.sha256 === sha256);
    if (was && is) return [];
    const name = (is ?? was)?.fileName ?? '';
    return [{ of: 'document', name, field: 'document', before: was?.type ?? null, after: is?.type ?? null }];
  }),
  ...(before.steps && after.steps ? stepsChanged(before.steps, after.steps) : []),
];

const stepsChanged = (before: readonly FrozenStep[], after: readonly FrozenStep[]): ContentChange[] =>
  namesOf(before, after, 'step').flatMap((step) => {
    const changes = fieldsChanged('step', step, daysOf(before, step), daysOf(after, step));
    // A day that is a fact of the mine is told there.
    return changes.filter(({ field }) => field !== 'actualOn' || factOfStep(step) === null);
  });

const daysOf = (steps: readonly FrozenStep[], name: string): object => {
  const { step: _, ...days } = steps.find(({ step }) => step === name) ?? { step: name };
  return days;
};

const namesOf = <K extends string, T extends Readonly<Record<K, string>>>(
  before: readonly T[],
  after: readonly T[],
  key: K,
): T[K][] => [...new Set([...before, ...after].map((one) => one[key]))];

const fieldsChanged = (
  of: ContentChange['of'],
  name: string,
  before: object,
  after: object,
): ContentChange[] => {
  const [was, is] = [before, after] as Record<string, string | number | null | undefined>[];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [old, now] = [was?.[field] ?? null, is?.[field] ?? null];
    return old === now ? [] : [{ of, name, field, before: old, after: now }];
  });
};
