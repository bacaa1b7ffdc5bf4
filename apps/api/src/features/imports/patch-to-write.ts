import type { JudgedRow } from '@qingshan/domain';

export interface PatchToWrite {
  readonly number: string;
  readonly subclass: string | null;
  readonly attribute: string | null;
  readonly areaSquareMetres: string;
  readonly restoredSquareMetres: string;
  readonly longitude: string | null;
  readonly latitude: string | null;
}

export interface KnownPatch extends PatchToWrite {
  readonly mineNumber: string;
}

/**
 * Where a ledger numbers no patches, one row is one patch and carries the mine's number. For a mine we have, such a row
 * speaks of totals: written as a patch of its own it would double the mine's area.
 */
export const patchToWrite = (
  { patch, facts }: JudgedRow,
  mineNumber: string,
  known: ReadonlyMap<string, KnownPatch>,
  isKnownMine: boolean,
): PatchToWrite | null => {
  if (!patch) return null;
  const number = patch.number ?? mineNumber;
  const present = known.get(number);
  if (patch.number === null && isKnownMine && !present) return null;
  // A row of a patch's own tells where that patch lies; any other where the mine does.
  const place = patch.number !== null && facts.longitude && facts.latitude ? facts : present;
  return {
    number,
    subclass: patch.subclass ?? present?.subclass ?? null,
    attribute: patch.attribute ?? present?.attribute ?? null,
    areaSquareMetres: patch.areaSquareMetres ?? present?.areaSquareMetres ?? '0.00',
    restoredSquareMetres: patch.restoredSquareMetres ?? present?.restoredSquareMetres ?? '0.00',
    longitude: place?.longitude ?? null,
    latitude: place?.latitude ?? null,
  };
};
