import type { ImportRowView } from '@qingshan/contracts';
import {
  compareAreas,
  needsSecondPerson,
  PROBLEMS,
  toHundredths,
  type JudgedPatch,
  type JudgedRow,
  type LedgerField,
  type MineFacts,
  type Stage,
} from '@qingshan/domain';
import { fieldChanges } from '../mines/field-changes';
import type { KnownMine } from './known-mines';
import { patchToWrite, type KnownPatch, type PatchToWrite } from './patch-to-write';
import type { Problem, Say } from './row-problem';
import type { SimilarMines } from './similar-mines';
import { suspectDuplicate, suspectName, suspectUnits, withoutShifted } from './suspect-row';

type Change = ImportRowView['changes'][number];

/** What the register says to a row: all that `weighRow` looks at beside the row itself. */
export interface Register {
  readonly mines: ReadonlyMap<string, KnownMine>;
  readonly patches: ReadonlyMap<string, KnownPatch>;
  /** Whether the division lies within what the person may write. */
  readonly reaches: (regionCode: string) => boolean;
  /** Whether the code is the waiting room 待定, which is nobody's county. */
  readonly isWaiting: (regionCode: string) => boolean;
  /** Whether the person moves mines between divisions; then a ledger may assign what waits in 待定. */
  readonly mayAssign: boolean;
  /** The column of the file that was mapped to a field. */
  readonly columnOf: (field: LedgerField) => number | null;
  /** Mines with patches already seen in this file, and the row. */
  readonly seen: Map<string, number>;
  /** Mines we have, and rows of this file, that a new number could be a second one of. */
  readonly similar: SimilarMines;
  readonly earlier: SimilarMines;
  /** Whose patch a number is, as earlier rows of this file say. */
  readonly patchOwners: Map<string, string>;
}

export interface WeighedRow {
  readonly rowNumber: number;
  readonly verdict: ImportRowView['verdict'];
  readonly number: string | null;
  readonly facts: Partial<MineFacts>;
  readonly patch: PatchToWrite | null;
  readonly stage: Stage | null;
  readonly problems: Problem[];
  readonly changes: Change[];
  readonly mineId: number | null;
  readonly mineVersion: number | null;
  /** What the stage of its mine lacks, looked at with all rows of the mine. */
  readonly gate: ImportRowView['gate'];
}

/** Compares a judged row with the register: new, changed, unchanged, or wrong, and in what. */
export const weighRow = (row: JudgedRow, register: Register): WeighedRow => {
  const problems: Problem[] = row.problems.map((found) => ({ ...found, allowed: found.allowed ?? null }));
  const say: Say = (code, field, found, allowed = null) =>
    problems.push({
      column: register.columnOf(field),
      field,
      severity: PROBLEMS[code],
      code,
      found,
      allowed,
    });
  const number = row.facts.number ?? null;
  const mine = number === null ? undefined : register.mines.get(number);
  const mineHere = mine && register.reaches(mine.regionCode) ? mine : undefined;
  const facts = mineHere ? factsForKnown(row, mineHere, register, say) : row.facts;
  const patch =
    number === null || (mine && !mineHere)
      ? null
      : patchToWrite(row, number, register.patches, mine !== undefined);

  if (mineHere && row.patch && !patch) judgeTotals(row.patch, mineHere, say);
  if (mineHere) {
    suspectUnits(patch, register.patches, say);
    suspectName(facts, mineHere, say);
  } else if (!mine) {
    suspectDuplicate(row, register.similar, register.earlier, say);
    // A formula without its result and 无 leave a mine without an area, and nobody would see it.
    const isTold = row.patch !== null || row.problems.some(({ field }) => field === 'area');
    if (!isTold && register.columnOf('area') !== null) say('area-missing', 'area', '');
  }
  judgeReach(row, mine, register, say);
  judgeRepeats(row.rowNumber, number, patch, register, say);
  if (patch && compareAreas(patch.restoredSquareMetres, patch.areaSquareMetres) > 0 && !hasError(problems))
    say('restored-exceeds-area', 'restoredArea', patch.restoredSquareMetres, patch.areaSquareMetres);

  const changes = mineHere
    ? [
        ...factChanges(mineHere, facts),
        ...patchChanges(patch, patch ? register.patches.get(patch.number) : undefined),
      ]
    : [];
  // Whoever edits an exported file does not see what others wrote since.
  if (mineHere && changes.length > 0 && row.version !== null && row.version !== mineHere.version)
    say('changed-since-export', 'number', String(row.version), String(mineHere.version));
  if (mineHere?.withdrawn)
    changes.push({ field: 'stage', before: mineHere.stage, after: row.stage ?? 'survey' });
  else if (mineHere?.stage === 'removed' && changes.length > 0)
    say('mine-removed', 'number', mineHere.number);
  else if (mineHere && needsSecondPerson(mineHere.stage) && changes.length > 0)
    say('mine-accepted', 'number', mineHere.number);
  return {
    rowNumber: row.rowNumber,
    verdict: hasError(problems) ? 'error' : !mine ? 'new' : changes.length > 0 ? 'changed' : 'unchanged',
    number,
    facts,
    patch,
    stage: row.stage,
    problems,
    changes,
    mineId: mineHere?.id ?? null,
    mineVersion: mineHere?.version ?? null,
    gate: null,
  };
};

const hasError = (problems: readonly Problem[]) => problems.some((problem) => problem.severity === 'error');

/** Stages move through their gates and divisions by the province's hand; a ledger only fills what still waits in 待定. */
const factsForKnown = (row: JudgedRow, mine: KnownMine, register: Register, say: Say): Partial<MineFacts> => {
  const { regionCode, ...said } = row.facts;
  const facts = withoutShifted(said, mine, say);
  if (row.stage && row.stage !== mine.stage && !mine.withdrawn)
    say('stage-not-moved', 'stage', row.stage, mine.stage);
  if (!regionCode || row.unassigned || regionCode === mine.regionCode) return facts;
  const mayMove = mine.withdrawn || (register.mayAssign && register.isWaiting(mine.regionCode));
  if (mayMove && register.reaches(regionCode)) return { ...facts, regionCode };
  say('region-not-changed', 'region', regionCode, mine.regionCode);
  return facts;
};

/** Ten square metres, in hundredths: what a total in mu with two places can be off by rounding. */
const ROUNDING = 1_000n;

const differs = (told: string | null, kept: string): boolean => {
  if (told === null) return false;
  const difference = toHundredths(told) - toHundredths(kept);
  return difference > ROUNDING || difference < -ROUNDING;
};

/** A total without a patch's number cannot be written; where it is another than ours, a person is told. */
const judgeTotals = (told: JudgedPatch, mine: KnownMine, say: Say): void => {
  if (differs(told.areaSquareMetres, mine.damagedSquareMetres))
    say('area-not-changed', 'area', told.areaSquareMetres ?? '', mine.damagedSquareMetres);
  if (differs(told.restoredSquareMetres, mine.restoredSquareMetres))
    say('area-not-changed', 'restoredArea', told.restoredSquareMetres ?? '', mine.restoredSquareMetres);
};

const judgeReach = (row: JudgedRow, mine: KnownMine | undefined, register: Register, say: Say): void => {
  const { regionCode } = row.facts;
  if (!mine && regionCode && !row.unassigned && !register.reaches(regionCode))
    say('region-out-of-reach', 'region', regionCode);
  if (!mine || register.reaches(mine.regionCode)) return;
  // Who imported it may well send it again: it is in the register, and changes hands only by the province.
  if (register.isWaiting(mine.regionCode)) say('waits-elsewhere', 'number', mine.number);
  else say('number-taken', 'number', mine.number);
};

const judgeRepeats = (
  rowNumber: number,
  number: string | null,
  patch: PatchToWrite | null,
  register: Register,
  say: Say,
): void => {
  if (number === null) return;
  const key = `${number}\n${patch?.number ?? ''}`;
  const first = register.seen.get(key);
  if (first === undefined) register.seen.set(key, rowNumber);
  else say('duplicate-row', 'number', patch?.number ?? number, String(first));
  if (!patch) return;
  const owner = register.patches.get(patch.number)?.mineNumber ?? register.patchOwners.get(patch.number);
  if (owner === undefined) register.patchOwners.set(patch.number, number);
  else if (owner !== number) say('patch-number-taken', 'patchNumber', patch.number);
};

/** An empty cell is silence, not an order to forget: only what a ledger says is compared. */
export const saidFacts = (facts: Partial<MineFacts>): Partial<MineFacts> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Partial<MineFacts>;

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
