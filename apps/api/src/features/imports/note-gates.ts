import type { ImportRowView } from '@qingshan/contracts';
import {
  datedSteps,
  isReviewed,
  lacking,
  MINE_FIELDS,
  type CriterionName,
  type GateFacts,
  type MineFacts,
  type PatchFacts,
  type Stage,
} from '@qingshan/domain';
import type { Rows } from '../../platform/database/database';
import { knownGates, type KnownGate } from './known-gates';
import { groupByMine, stageOf, type MineToWrite, type RowToWrite } from './rows-to-write';

/** The division of a mine whose ledger names none, and whether a division is one where mines only wait. */
export interface Waiting {
  readonly code: string;
  readonly isWaiting: (regionCode: string) => boolean;
}

/** A mine of which nothing is known yet. */
const BLANK = Object.fromEntries(MINE_FIELDS.map((field) => [field, null])) as unknown as MineFacts;

export type GateNote = NonNullable<ImportRowView['gate']>;

/** A row as far as its note needs it. */
type NotedRow = Pick<RowToWrite, 'rowNumber' | 'facts' | 'patch' | 'stage'> & {
  readonly verdict: ImportRowView['verdict'];
  readonly number: string | null;
  readonly mineId: number | null;
};

const isToWrite = (row: NotedRow): row is RowToWrite => row.verdict === 'new' || row.verdict === 'changed';

/**
 * Holds the mines of these rows, as they would be once the rows are written, against the gate of their stage; the notes by
 * the number of the mine. It is a note and keeps no row out: a ledger brings no papers, and what it brings past a gate
 * stays there.
 */
export const notesOn = async (
  source: Rows,
  rows: readonly NotedRow[],
  waiting: Waiting,
): Promise<ReadonlyMap<string, GateNote>> => {
  const mines = groupByMine(rows.filter(isToWrite));
  const known = await knownGates(
    source,
    mines.flatMap(({ mineId }) => (mineId > 0 ? [mineId] : [])),
  );
  return new Map(
    mines.flatMap((mine) => {
      const note = noteOn(mine, known.get(mine.mineId), waiting);
      return note ? [[mine.number, note] as const] : [];
    }),
  );
};

/** The note a row carries: none where it is not written, or where no gate is asked. */
export const noteOf = (row: NotedRow, notes: ReadonlyMap<string, GateNote>): GateNote | null =>
  (isToWrite(row) && notes.get(row.number)) || null;

/** What the stage lacks, or null where it asks for nothing. */
const noteOn = (mine: MineToWrite, known: KnownGate | undefined, waiting: Waiting): GateNote | null => {
  // Stages are moved by their moves: a ledger says where a mine stands only of one that is new or was taken back.
  const stage = known && known.stage !== 'removed' ? known.stage : stageOf(mine);
  return isReviewed(stage) ? { stage, lacking: lackingOf(stage, mine, known, waiting) } : null;
};

const lackingOf = (
  stage: Stage,
  mine: MineToWrite,
  known: KnownGate | undefined,
  waiting: Waiting,
): CriterionName[] => {
  const patches = patchesOf(mine, known);
  const facts = { ...BLANK, regionCode: waiting.code, ...known, ...mine.facts, stage };
  const gateFacts: GateFacts = {
    mine: facts,
    patches,
    placed: !waiting.isWaiting(facts.regionCode),
    documents: known?.documents ?? [],
    steps: datedSteps(facts, known?.steps ?? []),
    relapsedOn: known?.relapsedOn ?? null,
  };
  return lacking(stage, gateFacts).map(({ criterion }) => criterion);
};

/** Patches as they will be: those of the ledger in the place of ours with the same number. */
const patchesOf = (mine: MineToWrite, known: KnownGate | undefined): readonly PatchFacts[] => {
  if (!known?.patches.length && mine.patches.length < 2) return mine.patches;
  const byNumber = new Map(
    [...(known?.patches ?? []), ...mine.patches].map((patch) => [patch.number, patch]),
  );
  return [...byNumber.values()];
};
