import { PROBLEMS, type LedgerField, type MineFacts } from '@qingshan/domain';
import type { WriteTx } from '../../platform/database/database';
import { noteOf, notesOn, type GateNote, type Waiting } from './note-gates';
import type { Problem } from './row-problem';
import type { WeighedRow } from './weigh-row';

type Said = Omit<WeighedRow, 'mineVersion'>;
type ColumnOf = (field: LedgerField) => number | null;

const MINES_AT_ONCE = 500;

interface Check {
  readonly id: number;
  readonly columnOf: ColumnOf;
  readonly waiting: Waiting;
}

/** What was settled, for the counters. */
export interface Settled {
  readonly warnings: number;
  /** Rows that had nothing to change but what an earlier row says otherwise. */
  readonly unchanged: number;
}

/**
 * A mine on several rows, one for each patch, may contradict itself: the first row that says a thing counts, a later one
 * that says otherwise is told and loses that value. Else the last would win unseen, and the file never come to rest.
 * What the mine then lacks at its gate is looked at with all its rows.
 */
export const settleRepeats = async (tx: WriteTx, { id, columnOf, waiting }: Check): Promise<Settled> => {
  const total = { warnings: 0, unchanged: 0 };
  for (let after = ''; ;) {
    const numbers = await repeatedNumbers(tx, id, after);
    const last = numbers.at(-1);
    if (last === undefined) return total;
    after = last;
    const settled = settleRows(await rowsOf(tx, id, numbers), columnOf);
    const notes = await notesOn(
      tx,
      settled.map(({ row }) => row),
      waiting,
    );
    await keep(
      tx,
      id,
      settled.flatMap(({ row, isOther }) => {
        const gate = noteOf(row, notes);
        return isOther || !sameNote(gate, row.gate) ? [{ ...row, gate }] : [];
      }),
    );
    for (const { row, was, warnings } of settled) {
      total.warnings += warnings;
      if (row.verdict !== was) total.unchanged += 1;
    }
  }
};

const sameNote = (one: GateNote | null, other: GateNote | null): boolean =>
  one?.stage === other?.stage && one?.lacking.join() === other?.lacking.join();

const repeatedNumbers = async (tx: WriteTx, id: number, after: string): Promise<string[]> => {
  const rows = await tx.rows<{ number: string }>(
    `SELECT number FROM import_row WHERE import_id = $1 AND number > $2 AND verdict <> 'error'
     GROUP BY number HAVING count(*) > 1 ORDER BY number LIMIT ${MINES_AT_ONCE}`,
    [id, after],
  );
  return rows.map(({ number }) => number);
};

const rowsOf = (tx: WriteTx, id: number, numbers: readonly string[]): Promise<Said[]> =>
  tx.rows<Said>(
    `SELECT row_number AS "rowNumber", verdict, number, facts, patch, stage, problems, changes, gate,
       mine_id AS "mineId" FROM import_row
     WHERE import_id = $1 AND verdict <> 'error' AND number = ANY($2::text[]) ORDER BY number, row_number`,
    [id, numbers],
  );

const keep = (tx: WriteTx, id: number, rows: readonly Said[]): Promise<unknown> =>
  tx.rows(
    `UPDATE import_row i SET verdict = r.verdict, facts = r.facts, stage = r.stage, problems = r.problems, changes = r.changes, gate = r.gate
     FROM jsonb_to_recordset($2::jsonb) AS r ("rowNumber" int, verdict text, facts jsonb, stage text, problems jsonb, changes jsonb, gate jsonb)
     WHERE i.import_id = $1 AND i.row_number = r."rowNumber"`,
    [id, JSON.stringify(rows)],
  );

interface SettledRow {
  readonly row: Said;
  readonly was: Said['verdict'];
  readonly warnings: number;
  /** Whether it lost something and has to be written again. */
  readonly isOther: boolean;
}

/** Rows in the order of their mines, each without what it loses. */
const settleRows = (rows: readonly Said[], columnOf: ColumnOf): SettledRow[] => {
  let number: string | null = null;
  let first = new Map<string, First>();
  return rows.flatMap((row): SettledRow[] => {
    if (row.number !== number) first = new Map();
    number = row.number;
    const lost = contradictions(row, first);
    if (lost.length === 0) return [{ row, was: row.verdict, warnings: 0, isOther: false }];
    const problems = lost
      .filter(({ field }) => !isTold(row, field))
      .map(({ field, value, firstRow }) => disagreement(field, value, firstRow, columnOf));
    const settled = without(
      row,
      lost.map(({ field }) => field),
      problems,
    );
    return [{ row: settled, was: row.verdict, warnings: problems.length, isOther: true }];
  });
};

interface First {
  readonly value: unknown;
  readonly rowNumber: number;
}

interface Lost {
  readonly field: string;
  readonly value: unknown;
  readonly firstRow: number;
}

/** What a row says otherwise than an earlier row of its mine; what it is the first to say is remembered. */
const contradictions = (row: Said, first: Map<string, First>): Lost[] =>
  Object.entries({ ...row.facts, stage: row.stage }).flatMap(([field, value]) => {
    if (value === null) return [];
    const before = first.get(field);
    if (before) return before.value === value ? [] : [{ field, value, firstRow: before.rowNumber }];
    first.set(field, { value, rowNumber: row.rowNumber });
    return [];
  });

/** Nothing is lost where the patch keeps its own coordinates, and a name made of the place goes with the place. */
const isTold = (row: Said, field: string): boolean =>
  (field === 'longitude' && row.patch?.longitude === row.facts.longitude) ||
  (field === 'latitude' && row.patch?.latitude === row.facts.latitude) ||
  (field === 'name' && row.problems.some(({ code }) => code === 'name-from-location'));

const disagreement = (field: string, value: unknown, firstRow: number, columnOf: ColumnOf): Problem => {
  // A division is mapped as a place in words; every other fact by its own name.
  const mapped = field === 'regionCode' ? 'region' : (field as LedgerField);
  return {
    column: columnOf(mapped),
    field: mapped,
    severity: PROBLEMS['rows-disagree'],
    code: 'rows-disagree',
    found: String(value),
    allowed: String(firstRow),
  };
};

const without = (row: Said, fields: readonly string[], problems: readonly Problem[]): Said => {
  const changes = row.changes.filter(({ field }) => !fields.includes(field));
  return {
    ...row,
    facts: Object.fromEntries(
      Object.entries(row.facts).filter(([field]) => !fields.includes(field)),
    ) as Partial<MineFacts>,
    stage: fields.includes('stage') ? null : row.stage,
    changes,
    verdict: row.verdict === 'changed' && changes.length === 0 ? 'unchanged' : row.verdict,
    problems: [...row.problems, ...problems],
  };
};
