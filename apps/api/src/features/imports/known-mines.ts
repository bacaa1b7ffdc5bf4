import { MINE_FIELDS, type MineFacts, type Stage } from '@qingshan/domain';
import type { Rows } from '../../platform/database/database';
import { selectFields } from '../mines/mine-columns';

export interface KnownPatch {
  readonly id: number;
  readonly number: string;
  readonly mineNumber: string;
  readonly subclass: string | null;
  readonly attribute: string | null;
  readonly areaSquareMetres: string;
  readonly restoredSquareMetres: string;
}

export interface KnownMine extends MineFacts {
  readonly id: number;
  readonly version: number;
  readonly stage: Stage;
}

/** What the register already has of the numbers a ledger names, whoever's it is: scope is judged row by row. */
export const knownMines = async (
  source: Rows,
  numbers: readonly string[],
): Promise<Map<string, KnownMine>> => {
  const rows = await source.rows<KnownMine>(
    `SELECT m.id, m.version, m.stage, ${selectFields('m', MINE_FIELDS)} FROM mine m WHERE m.number = ANY($1::text[])`,
    [numbers],
  );
  return new Map(rows.map((mine) => [mine.number, mine]));
};

export const knownPatches = async (
  source: Rows,
  numbers: readonly string[],
): Promise<Map<string, KnownPatch>> => {
  const rows = await source.rows<KnownPatch>(
    `SELECT p.id, p.number, m.number AS "mineNumber", p.subclass, p.attribute,
            p.area_square_metres::text AS "areaSquareMetres", p.restored_square_metres::text AS "restoredSquareMetres"
     FROM patch p JOIN mine m ON m.id = p.mine_id WHERE p.number = ANY($1::text[])`,
    [numbers],
  );
  return new Map(rows.map((patch) => [patch.number, patch]));
};
