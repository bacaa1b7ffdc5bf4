import { columnAt } from '../export-columns';
import type { Cells } from './file-writer';

const [LONGITUDE, LATITUDE] = [columnAt('LONGITUDE'), columnAt('LATITUDE')];

/** Where a mine lies, in degrees as the ledger writes them; null without a place, and where the numbers lie on no globe. */
export const placeOf = (cells: Cells): readonly [longitude: string, latitude: string] | null => {
  const [longitude, latitude] = [cells[LONGITUDE], cells[LATITUDE]];
  if (!longitude || !latitude) return null;
  return Math.abs(Number(longitude)) <= 180 && Math.abs(Number(latitude)) <= 90
    ? [longitude, latitude]
    : null;
};
