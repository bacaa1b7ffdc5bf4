import type { ImportRowView } from '@qingshan/contracts';
import {
  compareAreas,
  PROBLEMS,
  type JudgedPatch,
  type JudgedRow,
  type MineFacts,
  type ProblemCode,
} from '@qingshan/domain';
import { fieldChanges } from '../mines/field-changes';
import type { KnownMine, KnownPatch } from './known-mines';

type Problem = ImportRowView['problems'][number];
type Change = ImportRowView['changes'][number];

/** What the register says to a row: all that `weighRow` looks at beside the row itself. */
export interface Register {
  readonly mines: ReadonlyMap<string, KnownMine>;
  readonly patches: ReadonlyMap<string, KnownPatch>;
  /** Whether the person may write in this division; the waiting room 待定 is open to all. */
  readonly reaches: (regionCode: string) => boolean;
  /** Patches already seen in this file. */
  readonly seen: Set<string>;
}

export interface WeighedRow {
  readonly rowNumber: number;
  readonly verdict: ImportRowView['verdict'];
  readonly number: string | null;
  readonly facts: Partial<MineFacts>;
  readonly patch: PatchToWrite | null;
  readonly stage: string | null;
  readonly problems: Problem[];
  readonly changes: Change[];
  readonly mineId: number | null;
  readonly mineVersion: number | null;
}

export interface PatchToWrite {
  readonly number: string;
  readonly subclass: string | null;
  readonly attribute: string | null;
  readonly areaSquareMetres: string;
  readonly restoredSquareMetres: string;
}

/** Compares a judged row with the register: new, changed, unchanged, or wrong, and in what. */
export const weighRow = (row: JudgedRow, register: Register): WeighedRow => {
  const problems: Problem[] = row.problems.map((found) => ({ ...found, allowed: found.allowed ?? null }));
  const say = (code: ProblemCode, field: string | null, found: string, allowed: string | null = null) =>
    problems.push({ column: null, field, severity: PROBLEMS[code], code, found, allowed });
  const number = row.facts.number ?? null;
  const mine = number === null ? undefined : register.mines.get(number);
  const patch =
    number === null ? null : patchToWrite(row.patch, number, register.patches, mine !== undefined);
  const knownPatch = patch ? register.patches.get(patch.number) : undefined;

  if (mine && !register.reaches(mine.regionCode)) say('number-taken', 'number', mine.number);
  if (!mine && row.facts.regionCode && !row.unassigned && !register.reaches(row.facts.regionCode))
    say('region-out-of-reach', 'region', row.facts.regionCode);
  if (knownPatch && knownPatch.mineNumber !== number)
    say('patch-number-taken', 'patchNumber', knownPatch.number);
  const key = `${number}\n${patch?.number ?? ''}`;
  if (number !== null && register.seen.has(key)) say('duplicate-row', 'number', patch?.number ?? number);
  register.seen.add(key);
  if (patch && compareAreas(patch.restoredSquareMetres, patch.areaSquareMetres) > 0 && !hasError(problems))
    say('restored-exceeds-area', 'restoredArea', patch.restoredSquareMetres, patch.areaSquareMetres);
  // Stages move through their gates, and divisions by the province's hand: a ledger changes neither.
  if (mine && row.stage && row.stage !== mine.stage) say('stage-not-moved', 'stage', row.stage, mine.stage);
  if (mine && row.facts.regionCode && !row.unassigned && row.facts.regionCode !== mine.regionCode)
    say('region-not-changed', 'region', row.facts.regionCode, mine.regionCode);

  const changes = mine ? [...factChanges(mine, row.facts), ...patchChanges(patch, knownPatch)] : [];
  return {
    rowNumber: row.rowNumber,
    verdict: hasError(problems) ? 'error' : !mine ? 'new' : changes.length > 0 ? 'changed' : 'unchanged',
    number,
    facts: row.facts,
    patch,
    stage: row.stage,
    problems,
    changes,
    mineId: mine && register.reaches(mine.regionCode) ? mine.id : null,
    mineVersion: mine?.version ?? null,
  };
};

const hasError = (problems: readonly Problem[]) => problems.some((problem) => problem.severity === 'error');

/**
 * Where a ledger numbers no patches, one row is one patch and carries the mine's number. For a mine we have, such a row
 * speaks of totals: written as a patch of its own it would double the mine's area.
 */
const patchToWrite = (
  judged: JudgedPatch | null,
  mineNumber: string,
  known: ReadonlyMap<string, KnownPatch>,
  isKnownMine: boolean,
): PatchToWrite | null => {
  if (!judged) return null;
  const number = judged.number ?? mineNumber;
  const present = known.get(number);
  if (judged.number === null && isKnownMine && !present) return null;
  return {
    number,
    subclass: judged.subclass ?? present?.subclass ?? null,
    attribute: judged.attribute ?? present?.attribute ?? null,
    areaSquareMetres: judged.areaSquareMetres ?? present?.areaSquareMetres ?? '0.00',
    restoredSquareMetres: judged.restoredSquareMetres ?? present?.restoredSquareMetres ?? '0.00',
  };
};

/** An empty cell is silence, not an order to forget: only what a ledger says is compared. */
export const saidFacts = (facts: Partial<MineFacts>): Partial<MineFacts> => {
  const said = Object.entries(facts).filter(([field, value]) => value !== null && field !== 'regionCode');
  return Object.fromEntries(said) as Partial<MineFacts>;
};

const asChanges = (before: object, after: object, prefix = ''): Change[] =>
  Object.entries(after).map(([field, value]) => ({
    field: `${prefix}${field}`,
    before: (before as Record<string, unknown>)[field] ?? null,
    after: value,
  }));

const factChanges = (mine: KnownMine, facts: Partial<MineFacts>): Change[] => {
  const { before, after } = fieldChanges<MineFacts>(mine, saidFacts(facts));
  return asChanges(before, after);
};

const patchChanges = (patch: PatchToWrite | null, known: KnownPatch | undefined): Change[] => {
  if (!patch) return [];
  if (!known) return [{ field: 'patch', before: null, after: patch.number }];
  const { before, after } = fieldChanges<PatchToWrite>(known, patch);
  return asChanges(before, after, 'patch.');
};
