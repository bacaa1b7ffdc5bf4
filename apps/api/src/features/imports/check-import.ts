import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, importRoutes } from '@qingshan/contracts';
import {
  judgeRow,
  numberIn,
  type Actor,
  type JudgeContext,
  type LedgerField,
  type LedgerRow,
  type MappedColumn,
  type RegionLevel,
} from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { Regions } from '../regions/regions';
import { Scope } from '../regions/scope';
import { filledCells } from './filled-cells';
import { LACKS } from './gate-note.sql';
import type { ImportCounts, LedgerImportRow } from './imports.row';
import { CHECK_LOCK, ImportsStore } from './imports.store';
import { knownMines, knownPatches } from './known-mines';
import { noteOf, notesOn, type Waiting } from './note-gates';
import { settleRepeats } from './settle-repeats';
import { SimilarMines, similarMines } from './similar-mines';
import { likenessOf } from './suspect-row';
import { weighRow, type Register, type WeighedRow } from './weigh-row';

/** Rows judged in one go: other requests wait for some tens of milliseconds, not longer. */
const BATCH = 500;

/** What holds for every row of one check. */
interface Check extends Omit<Register, 'mines' | 'patches' | 'similar'> {
  readonly id: number;
  /** The waiting room, where a ledger's mines go that are in no division. */
  readonly waiting: Waiting;
  readonly mapping: readonly MappedColumn[];
  readonly isFilled: JudgeContext['isFilled'];
  /** The county of who brings the ledger, where it is one. */
  readonly ownCounty: string | undefined;
  readonly counts: { -readonly [name in keyof ImportCounts]: number };
}

/** The dry run: judges every row by the mapping and holds it against the register. Mines are not touched. */
@Injectable()
export class CheckImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImportsStore) private readonly store: ImportsStore,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(caller: Caller, id: number, body: BodyOf<typeof importRoutes.check>): Promise<number> {
    return this.database.write(caller, async (tx) => {
      const found = await this.store.loadOpen(tx, caller, id);
      await this.again(tx, caller, found, mappingOf(body.columns, found.columns.length));
      return id;
    });
  }

  /** Judges every row by the mapping, in the transaction of whoever asks. */
  async again(
    tx: WriteTx,
    caller: Caller,
    found: LedgerImportRow,
    mapping: readonly MappedColumn[],
  ): Promise<void> {
    const { id } = found;
    if (found.notes.some(({ code }) => code === 'encoding-guessed'))
      throw refused('invalid-input', { why: 'encoding-unconfirmed' });
    await tx.rows('SELECT pg_advisory_xact_lock($1::int, $2::int)', [CHECK_LOCK, id]);
    const counts = await this.checkRows(tx, this.checkOf(caller.actor, found, mapping));
    const columns = found.columns.map((column) => {
      const mapped = mapping.find((candidate) => candidate.column === column.column);
      return { ...column, field: mapped?.field ?? null, unit: mapped?.unit ?? null };
    });
    await this.store.save(tx, found, { state: 'checked', columns, counts });
    await tx.record({
      action: 'import.checked',
      subject: found.fileName,
      detail: { importId: id, ...counts },
    });
  }

  private checkOf(actor: Actor, { id, notes }: LedgerImportRow, mapping: readonly MappedColumn[]): Check {
    const waiting = this.regions.tree.unassigned()?.code ?? '';
    const isWaiting = (code: string) => code === waiting;
    const columns = new Map(mapping.map(({ field, column }) => [field, column]));
    return {
      id,
      waiting: { code: waiting, isWaiting },
      mapping,
      isFilled: filledCells(notes),
      ownCounty: isCounty(this.regions.tree.find(actor.regionCode)?.level) ? actor.regionCode : undefined,
      reaches: (code) => this.scope.reaches(actor, code),
      isWaiting,
      mayAssign: actor.role === 'manager',
      columnOf: (field: LedgerField) => columns.get(field) ?? null,
      seen: new Map(),
      earlier: new SimilarMines(),
      patchOwners: new Map(),
      counts: {
        rows: 0,
        new: 0,
        changed: 0,
        unchanged: 0,
        error: 0,
        duplicates: 0,
        warnings: 0,
        unassigned: 0,
        nulled: 0,
        lacking: 0,
      },
    };
  }

  private async checkRows(tx: WriteTx, check: Check): Promise<ImportCounts> {
    let kept = Promise.resolve();
    for await (const rows of batchesOf(tx, check.id)) {
      const weighed = await this.weigh(rows, check);
      await kept;
      kept = heardLater(keepVerdicts(tx, check.id, weighed));
    }
    await kept;
    const settled = await settleRepeats(tx, check);
    return {
      ...check.counts,
      warnings: check.counts.warnings + settled.warnings,
      changed: check.counts.changed - settled.unchanged,
      unchanged: check.counts.unchanged + settled.unchanged,
      lacking: await lackingRows(tx, check.id),
    };
  }

  /** Looks the register up beside the transaction, which is busy with the verdicts of the rows before. */
  private async weigh(rows: readonly LedgerRow[], check: Check): Promise<WeighedRow[]> {
    const { mapping, counts, ownCounty, isFilled } = check;
    const context = { regions: this.regions.tree, today: this.clock.today(), keep: [], ownCounty, isFilled };
    const numbers = rows.flatMap((row) => numberIn(row, mapping) ?? []);
    const mines = await knownMines(this.database, numbers);
    const judged = rows.map((row) =>
      judgeRow(row, mapping, { ...context, isKnownMine: (number) => mines.has(number) }),
    );
    const patchNumbers = judged.flatMap((row) =>
      row.patch ? (row.patch.number ?? row.facts.number ?? []) : [],
    );
    const fresh = judged.flatMap((row) => (mines.has(row.facts.number ?? '') ? [] : (likenessOf(row) ?? [])));
    const register = {
      ...check,
      mines,
      patches: await knownPatches(this.database, patchNumbers),
      similar: await similarMines(this.database, fresh, check.reaches),
    };
    const weighed = judged.map((row) => {
      const one = weighRow(row, register);
      counts.rows += 1;
      counts[one.verdict] += 1;
      counts.warnings += one.problems.filter(({ severity }) => severity === 'warning').length;
      if (one.problems.some(({ code }) => code === 'probable-duplicate')) counts.duplicates += 1;
      counts.nulled += row.nulled;
      if (row.unassigned && one.verdict === 'new') counts.unassigned += 1;
      return one;
    });
    const notes = await notesOn(this.database, weighed, check.waiting);
    return weighed.map((row) => ({ ...row, gate: noteOf(row, notes) }));
  }
}

/** What is waited for later: until then nobody minds that it fails. */
const heardLater = <T>(work: Promise<T>): Promise<T> => {
  work.catch(() => undefined);
  return work;
};

/** The rows of an import by the batch: the next is on its way while one is weighed. */
async function* batchesOf(tx: WriteTx, id: number): AsyncGenerator<readonly LedgerRow[]> {
  const after = (row: number) =>
    heardLater(
      tx.rows<LedgerRow>(
        `SELECT row_number AS "rowNumber", cells FROM import_row
         WHERE import_id = $1 AND row_number > $2 ORDER BY row_number LIMIT ${BATCH}`,
        [id, row],
      ),
    );
  let coming = after(0);
  for (;;) {
    const rows = await coming;
    const last = rows.at(-1);
    if (!last) return;
    coming = after(last.rowNumber);
    yield rows;
  }
}

/** Counted once all is settled: what a mine lacks may stand on its last row. */
const lackingRows = async (tx: WriteTx, id: number): Promise<number> => {
  const [row] = await tx.rows<{ rows: number }>(
    `SELECT count(*)::int AS rows FROM import_row r WHERE r.import_id = $1 AND ${LACKS}`,
    [id],
  );
  return row?.rows ?? 0;
};

const isCounty = (level: RegionLevel | undefined): boolean => level === 'county' || level === 'functional';

const mappingOf = (
  columns: BodyOf<typeof importRoutes.check>['columns'],
  width: number,
): readonly MappedColumn[] => {
  const fields = columns.flatMap((column) => column.field ?? []);
  if (new Set(fields).size !== fields.length) throw refused('invalid-input', { why: 'field-twice' });
  const beyond = columns.find(({ column }) => column >= width);
  if (beyond) throw refused('invalid-input', { why: 'no-such-column', column: beyond.column });
  return columns;
};

// The span of rows tells the planner that they are few: without statistics of a new import it would read all of it each time.
const keepVerdicts = async (tx: WriteTx, id: number, rows: readonly WeighedRow[]): Promise<void> => {
  await tx.rows(
    `UPDATE import_row i SET verdict = r.verdict, number = r.number, facts = r.facts, patch = r.patch, stage = r.stage,
            problems = r.problems, changes = r.changes, gate = r.gate, mine_id = r."mineId", mine_version = r."mineVersion"
     FROM jsonb_to_recordset($2::jsonb) AS r ("rowNumber" int, verdict text, number text, facts jsonb, patch jsonb,
            stage text, problems jsonb, changes jsonb, gate jsonb, "mineId" bigint, "mineVersion" int)
     WHERE i.import_id = $1 AND i.row_number BETWEEN $3 AND $4 AND i.row_number = r."rowNumber"`,
    [id, JSON.stringify(rows), rows[0]?.rowNumber, rows.at(-1)?.rowNumber],
  );
};
