import type { MineFacts, Stage } from '@qingshan/domain';
import type { Rows } from '../../platform/database/database';
import type { KnownPatch } from './patch-to-write';
import { selectFields, STATE_FIELDS } from '../mines/mine-columns';

export interface KnownMine extends MineFacts {
  readonly id: number;
  readonly version: number;
  readonly stage: Stage;
  readonly damagedSquareMetres: string;
  readonly restoredSquareMetres: string;
  /** An undone import took it off the list, and nobody has touched it since: a ledger may bring it back. */
  readonly withdrawn: boolean;
}

/** What the register already has of the numbers a ledger names, whoever's it is: scope is judged row by row. */
export const knownMines = async (
  source: Rows,
  numbers: readonly string[],
): Promise<Map<string, KnownMine>> => {
  const rows = await source.rows<KnownMine>(
    `SELECT m.id, m.version, ${selectFields('m', STATE_FIELDS)},
       m.stage = 'removed' AND EXISTS (SELECT FROM import_row r
         WHERE r.mine_id = m.id AND r.mine_version = m.version AND r.undone_at IS NOT NULL) AS withdrawn
     FROM mine m WHERE m.number = ANY($1::text[])`,
    [numbers],
  );
  return new Map(rows.map((mine) => [mine.number, mine]));
};

export const knownPatches = async (
  source: Rows,
  numbers: readonly string[],
): Promise<Map<string, KnownPatch>> => {
  const rows = await source.rows<KnownPatch>(
    `SELECT p.number, m.number AS "mineNumber", p.subclass, p.attribute, p.longitude::text, p.latitude::text,
            p.area_square_metres::text AS "areaSquareMetres", p.restored_square_metres::text AS "restoredSquareMetres"
     FROM patch p JOIN mine m ON m.id = p.mine_id WHERE p.number = ANY($1::text[])`,
    [numbers],
  );
  return new Map(rows.map((patch) => [patch.number, patch]));
};
