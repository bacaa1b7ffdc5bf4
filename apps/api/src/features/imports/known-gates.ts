import type { FiledDocument, KeptStep, MineFacts, PatchFacts, Stage } from '@qingshan/domain';
import type { Rows } from '../../platform/database/database';
import { filedDocumentsOf } from '../mines/filed-documents';
import { selectFields, STATE_FIELDS } from '../mines/mine-columns';
import { keptStepsOf, listed, relapsedOnOf } from '../mines/standing.sql';

/** All that the gate of a mine we have looks at. */
export interface KnownGate extends MineFacts {
  readonly id: number;
  readonly stage: Stage;
  readonly patches: readonly PatchFacts[];
  readonly documents: readonly FiledDocument[];
  readonly steps: readonly KeptStep[];
  readonly relapsedOn: string | null;
}

const PATCHES = `SELECT p.number, p.subclass, p.attribute, p.area_square_metres::text AS "areaSquareMetres",
  p.restored_square_metres::text AS "restoredSquareMetres" FROM patch p WHERE p.mine_id = m.id ORDER BY p.id`;

const KNOWN_GATES = `SELECT m.id, ${selectFields('m', STATE_FIELDS)}, ${listed(PATCHES)} AS patches,
    ${listed(filedDocumentsOf('m.id'))} AS documents, ${keptStepsOf('m.id')} AS steps,
    ${relapsedOnOf('m.id')} AS "relapsedOn"
  FROM mine m WHERE m.id = ANY($1::bigint[])`;

export const knownGates = async (source: Rows, ids: readonly number[]): Promise<Map<number, KnownGate>> => {
  if (ids.length === 0) return new Map();
  const mines = await source.rows<KnownGate>(KNOWN_GATES, [ids]);
  return new Map(mines.map((mine) => [mine.id, mine]));
};
