import {
  CRITERIA,
  datedSteps,
  lacking,
  MINE_FIELDS,
  sumOfAreas,
  type CriterionName,
  type GateFacts,
  type MineFacts,
  type PatchFacts,
  type Stage,
} from '@qingshan/domain';
import type { WriteTx } from '../../platform/database/database';
import { knownGates, type KnownGate } from './known-gates';
import { groupByMine, stageOf, type MineToWrite, type RowToWrite } from './rows-to-write';
import { saidFacts } from './weigh-row';

const MINES_AT_ONCE = 500;

/** The division of a mine whose ledger names none, and whether a division is one where mines only wait. */
interface Waiting {
  readonly code: string;
  readonly isWaiting: (regionCode: string) => boolean;
}

interface Note {
  readonly number: string;
  readonly stage: Stage;
  readonly lacking: readonly CriterionName[];
}

/**
 * Holds every mine of the ledger, as it would be once its rows are written, against the gate of its stage. It is a note and
 * keeps no row out: a ledger brings no papers, and what it brings past a gate stays there. Gives how many rows lack something.
 */
export const noteGates = async (tx: WriteTx, importId: number, waiting: Waiting): Promise<number> => {
  await tx.rows('DELETE FROM import_gate WHERE import_id = $1', [importId]);
  let lackingRows = 0;
  for (let after = ''; ;) {
    const rows = await nextMines(tx, importId, after);
    const last = rows.at(-1);
    if (last === undefined) return lackingRows;
    after = last.number;
    const mines = groupByMine(rows);
    const known = await knownGates(
      tx,
      mines.flatMap(({ mineId }) => (mineId > 0 ? [mineId] : [])),
    );
    const notes = mines.flatMap((mine) => noteOn(mine, known.get(mine.mineId), waiting) ?? []);
    const wanting = new Set(notes.flatMap((note) => (note.lacking.length > 0 ? [note.number] : [])));
    lackingRows += rows.filter(({ number }) => wanting.has(number)).length;
    await tx.rows(
      `INSERT INTO import_gate (import_id, number, stage, lacking)
       SELECT $1, n.number, n.stage, n.lacking
       FROM jsonb_to_recordset($2::jsonb) AS n (number text, stage text, lacking text[])`,
      [importId, JSON.stringify(notes)],
    );
  }
};

/** The rows of the mines that come next by their number, all rows of each: a gate looks at a mine whole. */
const nextMines = (tx: WriteTx, importId: number, after: string): Promise<RowToWrite[]> =>
  tx.rows<RowToWrite>(
    `SELECT r.* FROM (
       SELECT DISTINCT number FROM import_row
       WHERE import_id = $1 AND number > $2 AND verdict IN ('new', 'changed') ORDER BY number LIMIT ${MINES_AT_ONCE}) n,
     LATERAL (
       SELECT row_number AS "rowNumber", verdict, number, facts, patch, stage, mine_id AS "mineId", mine_version AS "mineVersion"
       FROM import_row WHERE import_id = $1 AND number = n.number AND verdict IN ('new', 'changed') OFFSET 0) r
     ORDER BY r.number, r."rowNumber"`,
    [importId, after],
  );

/** What the stage lacks, or null where it asks for nothing. */
const noteOn = (mine: MineToWrite, known: KnownGate | undefined, waiting: Waiting): Note | null => {
  // Stages are moved by their moves: a ledger says where a mine stands only of one that is new or was taken back.
  const stage = known && known.stage !== 'removed' ? known.stage : stageOf(mine);
  if (!Object.values(CRITERIA).some((criterion) => criterion.stage === stage)) return null;
  return { number: mine.number, stage, lacking: lackingOf(stage, mine, known, waiting) };
};

const lackingOf = (
  stage: Stage,
  mine: MineToWrite,
  known: KnownGate | undefined,
  waiting: Waiting,
): CriterionName[] => {
  const patches = patchesOf(mine, known);
  const facts: MineFacts = { ...(known ?? blankMine(waiting.code)), ...saidFacts(mine.facts) };
  const gateFacts: GateFacts = {
    mine: {
      ...facts,
      stage,
      damagedSquareMetres: sumOfAreas(patches.map(({ areaSquareMetres }) => areaSquareMetres)),
      restoredSquareMetres: sumOfAreas(patches.map(({ restoredSquareMetres }) => restoredSquareMetres)),
    },
    patches,
    placed: !waiting.isWaiting(facts.regionCode),
    documents: known?.documents ?? [],
    steps: datedSteps(facts, known?.steps ?? []),
  };
  return lacking(stage, gateFacts).map(({ criterion }) => criterion);
};

/** Patches as they will be: those of the ledger in the place of ours with the same number. */
const patchesOf = (mine: MineToWrite, known: KnownGate | undefined): PatchFacts[] => [
  ...new Map([...(known?.patches ?? []), ...mine.patches].map((patch) => [patch.number, patch])).values(),
];

const blankMine = (regionCode: string): MineFacts => ({
  ...(Object.fromEntries(MINE_FIELDS.map((field) => [field, null])) as unknown as MineFacts),
  regionCode,
});
