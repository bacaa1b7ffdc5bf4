import { Injectable } from '@nestjs/common';
import type { WriteTx } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { columnOf } from './mine-columns';
import { PatchRow, type MineRow } from './mines.row';

type Place = Pick<PatchRow, 'longitude' | 'latitude'>;
type PatchValues = Omit<PatchRow, 'id' | 'mineId' | 'version' | 'effectiveOn' | keyof Place> & Partial<Place>;
type NewPatch = PatchValues & Pick<PatchRow, 'mineId' | 'effectiveOn'>;

// Written by hand, like the mine's: it runs in every act on one.
const PATCHES = `SELECT id, mine_id AS "mineId", number, subclass, attribute, area_square_metres AS "areaSquareMetres",
    restored_square_metres AS "restoredSquareMetres", longitude, latitude,
    effective_on AS "effectiveOn", version
  FROM patch WHERE mine_id = $1 ORDER BY id`;

const COLUMN_NAMES = (
  [
    'mineId',
    'number',
    'subclass',
    'attribute',
    'areaSquareMetres',
    'restoredSquareMetres',
    'longitude',
    'latitude',
    'effectiveOn',
  ] as const
).map((field) => [field, columnOf(field)] as const);
const COLUMNS = COLUMN_NAMES.map(([, column]) => column).join(', ');
const ADD_PATCHES = `INSERT INTO patch (${COLUMNS}, version)
  SELECT ${COLUMNS}, 1 FROM jsonb_populate_recordset(NULL::patch, $1::jsonb)`;

/** The patches of a mine. Whoever writes them holds the mine, whose areas are their sums; the database keeps their history. */
@Injectable()
export class PatchesStore {
  of(tx: WriteTx, mineId: number): Promise<PatchRow[]> {
    return tx.rows<PatchRow>(PATCHES, [mineId]);
  }

  async add(tx: WriteTx, patches: readonly NewPatch[]): Promise<void> {
    if (patches.length === 0) return;
    await tx.rows(ADD_PATCHES, [
      JSON.stringify(
        patches.map((patch) =>
          Object.fromEntries(COLUMN_NAMES.map(([field, column]) => [column, patch[field]])),
        ),
      ),
    ]);
  }

  async change(
    tx: WriteTx,
    { id, version }: PatchRow,
    changes: Partial<PatchValues>,
    effectiveOn: string,
  ): Promise<void> {
    const { affected } = await tx.manager.update(
      PatchRow,
      { id, version },
      { ...changes, effectiveOn, version: version + 1 },
    );
    if (affected !== 1) throw refused('version-conflict');
  }

  /** The mine's areas as its patches add up to now. */
  async sums(
    tx: WriteTx,
    mineId: number,
  ): Promise<Pick<MineRow, 'damagedSquareMetres' | 'restoredSquareMetres'>> {
    const [sums] = await tx.rows<{ damaged: string; restored: string }>(
      `SELECT coalesce(sum(area_square_metres), 0)::text AS damaged, coalesce(sum(restored_square_metres), 0)::text AS restored
       FROM patch WHERE mine_id = $1`,
      [mineId],
    );
    return { damagedSquareMetres: sums?.damaged ?? '0', restoredSquareMetres: sums?.restored ?? '0' };
  }
}
