import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, importRoutes } from '@qingshan/contracts';
import {
  isLedgerField,
  isLedgerUnit,
  judgeRow,
  type Actor,
  type JudgedRow,
  type LedgerRow,
  type MappedColumn,
} from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { Regions } from '../regions/regions';
import { Scope } from '../regions/scope';
import type { ImportCounts } from './imports.row';
import { ImportsStore } from './imports.store';
import { knownMines, knownPatches } from './known-mines';
import { weighRow, type WeighedRow } from './weigh-row';

const BATCH = 2_000;

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
      const found = await this.store.load(tx, caller, id);
      if (found.state !== 'mapping' && found.state !== 'checked')
        throw refused('already-done', { state: found.state });
      const mapping = mappingOf(body.columns, found.columns.length);
      const counts = await this.checkRows(tx, caller.actor, id, mapping);
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
      return id;
    });
  }

  private async checkRows(
    tx: WriteTx,
    actor: Actor,
    id: number,
    mapping: MappedColumn[],
  ): Promise<ImportCounts> {
    const counts = {
      rows: 0,
      new: 0,
      changed: 0,
      unchanged: 0,
      error: 0,
      warnings: 0,
      unassigned: 0,
      nulled: 0,
    };
    const seen = new Set<string>();
    for (let after = 0; ;) {
      const rows = await tx.rows<LedgerRow>(
        `SELECT row_number AS "rowNumber", cells FROM import_row
         WHERE import_id = $1 AND row_number > $2 ORDER BY row_number LIMIT ${BATCH}`,
        [id, after],
      );
      if (rows.length === 0) return counts;
      after = rows.at(-1)?.rowNumber ?? after;
      const weighed = await this.weigh(tx, actor, rows, mapping, seen, (judged) => {
        counts.nulled += judged.nulled;
        if (judged.unassigned) counts.unassigned += 1;
      });
      for (const row of weighed) {
        counts.rows += 1;
        counts[row.verdict] += 1;
        counts.warnings += row.problems.filter((problem) => problem.severity === 'warning').length;
      }
      await keepVerdicts(tx, id, weighed);
    }
  }

  private async weigh(
    tx: WriteTx,
    actor: Actor,
    rows: readonly LedgerRow[],
    mapping: readonly MappedColumn[],
    seen: Set<string>,
    count: (judged: JudgedRow) => void,
  ): Promise<WeighedRow[]> {
    const { tree } = this.regions;
    const context = { regions: tree, today: this.clock.today(), keep: [] };
    // A first look finds the numbers, a second knows which of them the register has.
    const numbers = rows.flatMap((row) => judgeRow(row, mapping, context).facts.number ?? []);
    const mines = await knownMines(tx, numbers);
    const judged = rows.map((row) =>
      judgeRow(row, mapping, { ...context, isKnownMine: (number) => mines.has(number) }),
    );
    const patchNumbers = judged.flatMap((row) =>
      row.patch ? (row.patch.number ?? row.facts.number ?? []) : [],
    );
    const patches = await knownPatches(tx, patchNumbers);
    const waiting = tree.unassigned()?.code;
    const reaches = (code: string) => code === waiting || this.scope.reaches(actor, code);
    return judged.map((row) => {
      count(row);
      return weighRow(row, { mines, patches, reaches, seen });
    });
  }
}

const mappingOf = (columns: BodyOf<typeof importRoutes.check>['columns'], width: number): MappedColumn[] => {
  const fields = columns.flatMap((column) => column.field ?? []);
  if (new Set(fields).size !== fields.length) throw refused('invalid-input', { why: 'field-twice' });
  return columns.map(({ column, field, unit }) => {
    if (column >= width) throw refused('invalid-input', { why: 'no-such-column', column });
    if (field !== null && !isLedgerField(field))
      throw refused('invalid-input', { why: 'no-such-field', field });
    if (unit !== null && !isLedgerUnit(unit)) throw refused('invalid-input', { why: 'no-such-unit', unit });
    return { column, field, unit };
  });
};

const keepVerdicts = (tx: WriteTx, id: number, rows: readonly WeighedRow[]): Promise<unknown> =>
  tx.rows(
    `UPDATE import_row i SET verdict = r.verdict, number = r.number, facts = r.facts, patch = r.patch, stage = r.stage,
            problems = r.problems, changes = r.changes, mine_id = r."mineId", mine_version = r."mineVersion"
     FROM jsonb_to_recordset($2::jsonb) AS r ("rowNumber" int, verdict text, number text, facts jsonb, patch jsonb,
            stage text, problems jsonb, changes jsonb, "mineId" bigint, "mineVersion" int)
     WHERE i.import_id = $1 AND i.row_number = r."rowNumber"`,
    [id, JSON.stringify(rows)],
  );
