import { Inject, Injectable } from '@nestjs/common';
import type { ProblemCode, Stage } from '@qingshan/domain';
import { MINE_FIELDS, sumOfAreas, type MineFacts } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { Refused } from '../../platform/http/refused';
import type { TrailRecord } from '../../platform/trail/trail';
import { fieldChanges } from '../mines/field-changes';
import { FIRST_VERSION, MinesStore, type NewMine } from '../mines/mines.store';
import { PatchesStore } from '../mines/patches.store';
import { Regions } from '../regions/regions';
import { inParts } from './in-parts';
import type { LedgerImportRow } from './imports.row';
import { knownMines, knownPatches } from './known-mines';
import type { PatchToWrite } from './patch-to-write';
import { groupByMine, stageOf, type MineToWrite, type RowToWrite } from './rows-to-write';
import { saidFacts } from './weigh-row';

/** Why rows that were right when checked cannot be written now. */
interface Conflict {
  readonly rows: readonly RowToWrite[];
  readonly code: ProblemCode;
  readonly found: string;
  readonly allowed: string | null;
}

/** Rows of a step that were not written, by what they had been found to be. */
export interface LeftOut {
  readonly new: number;
  readonly changed: number;
}

const MINES_AT_ONCE = 250;

/** Writes the mines of one step. New ones go in together; changed ones one by one, each as of the version that was checked. */
@Injectable()
export class WriteMines {
  constructor(
    @Inject(MinesStore) private readonly store: MinesStore,
    @Inject(PatchesStore) private readonly patches: PatchesStore,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(
    tx: WriteTx,
    caller: Caller,
    source: LedgerImportRow,
    rows: readonly RowToWrite[],
  ): Promise<LeftOut> {
    const mines = groupByMine(rows);
    const conflicts = await overtaken(tx, mines);
    const free = mines.filter((mine) => !conflicts.some((conflict) => conflict.rows === mine.rows));
    const fresh = free.filter(({ verdict }) => verdict === 'new');
    await inParts(fresh, MINES_AT_ONCE, (part) => this.insert(tx, source, part));
    const entries: TrailRecord[] = [];
    for (const mine of free.filter(({ verdict }) => verdict === 'changed')) {
      const entry = await this.change(tx, caller, source, mine);
      if ('code' in entry) conflicts.push(entry);
      else entries.push(entry);
    }
    for (const conflict of conflicts) await refuseRows(tx, source.id, conflict);
    await tx.rows(
      `UPDATE import_row i SET applied_at = $3, mine_id = coalesce(i.mine_id, m.id), mine_version = m.version FROM mine m
       WHERE i.import_id = $1 AND i.row_number = ANY($2::int[]) AND i.verdict <> 'error' AND m.number = i.number`,
      [source.id, rows.map((row) => row.rowNumber), this.clock.now()],
    );
    if (entries.length > 0) await tx.record(...entries);
    else if (fresh.length === 0)
      await tx.record({
        action: 'import.conflicts',
        subject: source.fileName,
        detail: { importId: source.id },
      });
    const leftOut = conflicts.flatMap((conflict) => conflict.rows);
    return {
      new: leftOut.filter(({ verdict }) => verdict === 'new').length,
      changed: leftOut.filter(({ verdict }) => verdict === 'changed').length,
    };
  }

  private async insert(tx: WriteTx, source: LedgerImportRow, mines: readonly MineToWrite[]): Promise<void> {
    const effectiveOn = source.effectiveOn ?? this.clock.today();
    const ids = await this.store.insert(
      tx,
      mines.map((mine) => this.newMine(mine, effectiveOn)),
    );
    await this.patches.add(
      tx,
      mines.flatMap((mine, index) =>
        mine.patches.map((patch) => ({ ...patch, mineId: ids[index] ?? 0, effectiveOn })),
      ),
    );
    const entries = mines.map((mine, index): TrailRecord => ({
      action: 'mine.imported',
      mineId: ids[index],
      subject: mine.facts.number,
      effectiveOn,
      after: {
        ...mine.facts,
        stage: stageOf(mine),
        patches: mine.patches.map((patch) => patch.number).join(', '),
      },
      detail: {
        importId: source.id,
        rows: mine.rows.map((row) => row.rowNumber),
        mineVersion: FIRST_VERSION,
      },
    }));
    await tx.record(...entries);
  }

  private newMine(mine: MineToWrite, effectiveOn: string): NewMine {
    const facts = Object.fromEntries(
      MINE_FIELDS.map((field) => [field, mine.facts[field] ?? null]),
    ) as unknown as MineFacts;
    return {
      ...facts,
      regionCode: facts.regionCode ?? this.regions.tree.unassigned()?.code ?? '',
      stage: stageOf(mine),
      stageSince: effectiveOn,
      effectiveOn,
      damagedSquareMetres: sumOfAreas(mine.patches.map((patch) => patch.areaSquareMetres)),
      restoredSquareMetres: sumOfAreas(mine.patches.map((patch) => patch.restoredSquareMetres)),
    };
  }

  /** The entry of the trail, or why the mine cannot be changed: then nothing of it is, its patches neither. */
  private async change(
    tx: WriteTx,
    caller: Caller,
    source: LedgerImportRow,
    mine: MineToWrite,
  ): Promise<TrailRecord | Conflict> {
    await tx.rows('SAVEPOINT one_mine');
    try {
      const entry = await this.changeWhole(tx, caller, source, mine);
      await tx.rows('RELEASE SAVEPOINT one_mine');
      return entry;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await tx.rows('ROLLBACK TO SAVEPOINT one_mine');
      return conflictOf(mine.rows, error);
    }
  }

  private async changeWhole(
    tx: WriteTx,
    caller: Caller,
    source: LedgerImportRow,
    mine: MineToWrite,
  ): Promise<TrailRecord> {
    const effectiveOn = source.effectiveOn ?? this.clock.today();
    const row = await this.store.load(tx, caller.actor, mine.mineId, mine.mineVersion);
    const facts = fieldChanges<MineFacts>(row, saidFacts(mine.facts));
    // Only what an undo took off the list gets past the check: it comes back as if it were new.
    const stage = row.stage === 'removed' ? { stage: stageOf(mine), stageSince: effectiveOn } : {};
    await this.writePatches(tx, row.id, mine.patches, effectiveOn);
    const sums = fieldChanges(row, await this.patches.sums(tx, row.id));
    const mineVersion = await this.store.save(
      tx,
      row,
      { ...facts.after, ...sums.after, ...stage },
      effectiveOn,
    );
    return {
      action: 'mine.imported',
      mineId: row.id,
      subject: row.number,
      effectiveOn,
      before: { ...facts.before, ...sums.before },
      after: { ...facts.after, ...sums.after, ...stage },
      detail: { importId: source.id, rows: mine.rows.map((line) => line.rowNumber), mineVersion },
    };
  }

  private async writePatches(
    tx: WriteTx,
    mineId: number,
    patches: readonly PatchToWrite[],
    effectiveOn: string,
  ): Promise<void> {
    const known = await this.patches.of(tx, mineId);
    for (const patch of patches) {
      const row = known.find((candidate) => candidate.number === patch.number);
      if (!row) {
        await this.patches.add(tx, [{ ...patch, mineId, effectiveOn }]);
        continue;
      }
      const { after, any } = fieldChanges<PatchToWrite>(row, patch);
      if (any) await this.patches.change(tx, row, after, effectiveOn);
    }
  }
}

/** Mines and patches that somebody else entered since the check: a second one of the same number must not come to be. */
const overtaken = async (tx: WriteTx, mines: readonly MineToWrite[]): Promise<Conflict[]> => {
  const present = await knownMines(
    tx,
    mines.map(({ number }) => number),
  );
  const patches = await knownPatches(
    tx,
    mines.flatMap((mine) => mine.patches.map((patch) => patch.number)),
  );
  return mines.flatMap((mine): Conflict[] => {
    if (mine.verdict === 'new' && present.has(mine.number))
      return [{ rows: mine.rows, code: 'changed-meanwhile', found: mine.number, allowed: null }];
    const taken = mine.patches.find(
      ({ number }) => (patches.get(number)?.mineNumber ?? mine.number) !== mine.number,
    );
    return taken ? [{ rows: mine.rows, code: 'patch-number-taken', found: taken.number, allowed: null }] : [];
  });
};

const conflictOf = (rows: readonly RowToWrite[], { refusal }: Refused): Conflict => {
  if (refusal.code === 'second-person-needed')
    return { rows, code: 'mine-accepted', found: rows[0]?.number ?? '', allowed: null };
  const since = refusal.data?.['since'];
  return typeof since === 'string'
    ? { rows, code: 'day-before-change', found: '', allowed: since }
    : { rows, code: 'changed-meanwhile', found: rows[0]?.number ?? '', allowed: null };
};

const refuseRows = (
  tx: WriteTx,
  importId: number,
  { rows, code, found, allowed }: Conflict,
): Promise<unknown> =>
  tx.rows(
    `UPDATE import_row SET verdict = 'error', problems = problems || $3::jsonb
     WHERE import_id = $1 AND row_number = ANY($2::int[])`,
    [
      importId,
      rows.map((row) => row.rowNumber),
      JSON.stringify([{ column: null, field: 'number', severity: 'error', code, found, allowed }]),
    ],
  );
