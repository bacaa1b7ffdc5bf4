import type { MineFacts, Stage } from '@qingshan/domain';
import type { WriteTx } from '../../platform/database/database';
import type { PatchToWrite } from './patch-to-write';

export interface RowToWrite {
  readonly rowNumber: number;
  readonly verdict: 'new' | 'changed';
  readonly number: string;
  readonly facts: Partial<MineFacts>;
  readonly patch: PatchToWrite | null;
  readonly stage: Stage | null;
  readonly mineId: number | null;
  readonly mineVersion: number | null;
}

/** All that a ledger says of one mine, from however many rows. */
export interface MineToWrite {
  readonly number: string;
  readonly verdict: RowToWrite['verdict'];
  readonly rows: readonly RowToWrite[];
  readonly facts: Partial<MineFacts>;
  readonly patches: readonly PatchToWrite[];
  /** Of the mine as it was checked; 0 for a new one. */
  readonly mineId: number;
  readonly mineVersion: number;
}

export const ROWS_PER_STEP = 1000;

const TO_WRITE = `import_id = $1 AND applied_at IS NULL AND verdict IN ('new', 'changed')`;

/**
 * The next rows of the file, and with them all rows of their mines, however far down: number by number, by their index. What is
 * still to write of them is asked only then: asked at once, an import without statistics was read whole for each number.
 */
export const NEXT_ROWS = `
  SELECT r.row_number AS "rowNumber", r.verdict, r.number, r.facts, r.patch, r.stage, r.mine_id AS "mineId",
    r.mine_version AS "mineVersion"
  FROM (
    SELECT DISTINCT number FROM (
      SELECT number FROM import_row WHERE ${TO_WRITE} ORDER BY row_number LIMIT ${ROWS_PER_STEP}) f) n,
  LATERAL (SELECT * FROM import_row WHERE import_id = $1 AND number = n.number OFFSET 0) r
  WHERE r.applied_at IS NULL AND r.verdict IN ('new', 'changed') ORDER BY r.row_number`;

export const nextRows = (tx: WriteTx, importId: number): Promise<RowToWrite[]> =>
  tx.rows<RowToWrite>(NEXT_ROWS, [importId]);

/** A new mine starts where its ledger says it stands; without a word, in the survey. */
export const stageOf = (mine: MineToWrite): Stage => mine.rows.find((row) => row.stage)?.stage ?? 'survey';

export const groupByMine = (rows: readonly RowToWrite[]): MineToWrite[] => {
  const groups = new Map<string, RowToWrite[]>();
  for (const row of rows) {
    const group = groups.get(row.number);
    if (group) group.push(row);
    else groups.set(row.number, [row]);
  }
  return [...groups].map(([number, group]) => ({
    number,
    verdict: group[0]?.verdict ?? 'new',
    rows: group,
    facts: factsOf(group),
    patches: group.flatMap((row) => row.patch ?? []),
    mineId: group[0]?.mineId ?? 0,
    mineVersion: group[0]?.mineVersion ?? 0,
  }));
};

/** What an earlier row of the mine leaves open, a later one may say. */
const factsOf = (group: readonly RowToWrite[]): Partial<MineFacts> => {
  const facts: Record<string, unknown> = {};
  for (const row of group)
    for (const [field, value] of Object.entries(row.facts)) if (value !== null) facts[field] ??= value;
  return facts as Partial<MineFacts>;
};
