import { Inject, Injectable } from '@nestjs/common';
import { MINE_FIELDS, sumOfAreas, type MineFacts, type Stage } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { Refused } from '../../platform/http/refused';
import type { TrailRecord } from '../../platform/trail/trail';
import { fieldChanges } from '../mines/field-changes';
import { MinesStore } from '../mines/mines.store';
import { MineRow, PatchRow } from '../mines/mines.row';
import { Regions } from '../regions/regions';
import type { LedgerImportRow } from './imports.row';
import { saidFacts, type PatchToWrite } from './weigh-row';

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

interface MineToWrite {
  readonly rows: readonly RowToWrite[];
  readonly facts: Partial<MineFacts>;
  readonly patches: readonly PatchToWrite[];
}

/** Writes the mines of one step. New ones go in together; changed ones one by one, each as of the version that was checked. */
@Injectable()
export class WriteMines {
  constructor(
    @Inject(MinesStore) private readonly store: MinesStore,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(
    tx: WriteTx,
    caller: Caller,
    source: LedgerImportRow,
    rows: readonly RowToWrite[],
  ): Promise<void> {
    const mines = groupByMine(rows);
    const present = new Set(
      (
        await tx.rows<{ number: string }>('SELECT number FROM mine WHERE number = ANY($1::text[])', [
          mines.map((mine) => mine.rows[0]?.number),
        ])
      ).map((row) => row.number),
    );
    const fresh = mines.filter(({ rows: [first] }) => first?.verdict === 'new');
    // Somebody entered the number since the check: that row is a conflict, not a second mine.
    const conflicts = fresh.filter(({ rows: [first] }) => present.has(first?.number ?? ''));
    const entries = await this.insert(
      tx,
      source,
      fresh.filter((mine) => !conflicts.includes(mine)),
    );
    for (const mine of mines.filter(({ rows: [first] }) => first?.verdict === 'changed')) {
      const entry = await this.change(tx, caller, source, mine);
      if (entry) entries.push(entry);
      else conflicts.push(mine);
    }
    await refuseRows(
      tx,
      source.id,
      conflicts.flatMap((mine) => mine.rows),
    );
    await tx.rows(
      `UPDATE import_row i SET applied_at = $3, mine_id = coalesce(i.mine_id, m.id) FROM mine m
       WHERE i.import_id = $1 AND i.row_number = ANY($2::int[]) AND i.verdict <> 'error' AND m.number = i.number`,
      [source.id, rows.map((row) => row.rowNumber), this.clock.now()],
    );
    if (entries.length > 0) await tx.record(...entries);
    else
      await tx.record({
        action: 'import.conflicts',
        subject: source.fileName,
        detail: { importId: source.id },
      });
  }

  private async insert(
    tx: WriteTx,
    source: LedgerImportRow,
    mines: readonly MineToWrite[],
  ): Promise<TrailRecord[]> {
    if (mines.length === 0) return [];
    const effectiveOn = source.effectiveOn ?? this.clock.today();
    const { identifiers } = await tx.manager.insert(
      MineRow,
      mines.map((mine) => this.newMine(mine, effectiveOn)),
    );
    const ids = identifiers.map((identifier) => Number((identifier as { id: number }).id));
    const patches = mines.flatMap((mine, index) =>
      mine.patches.map((patch) => ({ ...patch, mineId: ids[index], version: 1 })),
    );
    if (patches.length > 0) await tx.manager.insert(PatchRow, patches);
    return mines.map((mine, index) => ({
      action: 'mine.imported',
      mineId: ids[index],
      subject: mine.facts.number,
      effectiveOn,
      after: {
        ...mine.facts,
        stage: stageOf(mine),
        patches: mine.patches.map((patch) => patch.number).join(', '),
      },
      detail: { importId: source.id, rows: mine.rows.map((row) => row.rowNumber) },
    }));
  }

  private newMine(mine: MineToWrite, effectiveOn: string): Omit<MineRow, 'id'> {
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
      version: 1,
      updatedAt: this.clock.now(),
    };
  }

  /** The entry of the trail, or null when the mine is not as it was checked or the day does not fit. */
  private async change(
    tx: WriteTx,
    caller: Caller,
    source: LedgerImportRow,
    mine: MineToWrite,
  ): Promise<TrailRecord | null> {
    const first = mine.rows[0];
    if (!first?.mineId || !first.mineVersion) return null;
    const effectiveOn = source.effectiveOn ?? this.clock.today();
    try {
      const row = await this.store.load(tx, caller.actor, first.mineId, first.mineVersion);
      const facts = fieldChanges<MineFacts>(row, saidFacts(mine.facts));
      await this.writePatches(tx, row.id, mine.patches);
      const sums = fieldChanges(row, await this.store.sums(tx, row.id));
      await this.store.save(tx, row, { ...facts.after, ...sums.after }, effectiveOn);
      return {
        action: 'mine.imported',
        mineId: row.id,
        subject: row.number,
        effectiveOn,
        before: { ...facts.before, ...sums.before },
        after: { ...facts.after, ...sums.after },
        detail: { importId: source.id, rows: mine.rows.map((line) => line.rowNumber) },
      };
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  }

  private async writePatches(tx: WriteTx, mineId: number, patches: readonly PatchToWrite[]): Promise<void> {
    const known = await this.store.patches(tx, mineId);
    for (const patch of patches) {
      const row = known.find((candidate) => candidate.number === patch.number);
      if (!row) {
        await tx.manager.insert(PatchRow, { ...patch, mineId, version: 1 });
        continue;
      }
      const { after, any } = fieldChanges<PatchToWrite>(row, patch);
      if (any)
        await tx.manager.update(
          PatchRow,
          { id: row.id, version: row.version },
          { ...after, version: row.version + 1 },
        );
    }
  }
}

/** A new mine starts where its ledger says it stands; without a word, in the survey. */
const stageOf = (mine: MineToWrite): Stage => mine.rows.find((row) => row.stage)?.stage ?? 'survey';

const groupByMine = (rows: readonly RowToWrite[]): MineToWrite[] => {
  const groups = new Map<string, RowToWrite[]>();
  for (const row of rows) groups.set(row.number, [...(groups.get(row.number) ?? []), row]);
  return [...groups.values()].map((group) => ({
    rows: group,
    // What an earlier row of the mine leaves open, a later one may say.
    facts: Object.assign(
      {},
      ...[...group].reverse().map((row) => dropNulls(row.facts)),
    ) as Partial<MineFacts>,
    patches: group.flatMap((row) => row.patch ?? []),
  }));
};

const dropNulls = (facts: Partial<MineFacts>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));

const refuseRows = (tx: WriteTx, importId: number, rows: readonly RowToWrite[]): Promise<unknown> =>
  tx.rows(
    `UPDATE import_row SET verdict = 'error', problems = problems || $3::jsonb
     WHERE import_id = $1 AND row_number = ANY($2::int[])`,
    [
      importId,
      rows.map((row) => row.rowNumber),
      JSON.stringify([
        {
          column: null,
          field: 'number',
          severity: 'error',
          code: 'changed-meanwhile',
          found: '',
          allowed: null,
        },
      ]),
    ],
  );
