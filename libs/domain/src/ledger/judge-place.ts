import type { MineFacts } from '../mines/mine';
import type { Region, RegionTree } from '../regions/region';
import type { CellReader } from './cell-reader';
import { parseCoordinatePair, parseLongitudeLatitude, type Point } from './parse-coordinates';
import { cityOf, countyLeading, parseRegion } from './parse-region';

/** Facts being gathered. A missing key was not in the ledger or not understood; `null` was read as absent. */
export type FactsDraft = { -readonly [F in keyof MineFacts]?: MineFacts[F] };

const pointOf = (reader: CellReader): Point | null | undefined => {
  const pair = reader.parsed('coordinates', parseCoordinatePair);
  if (pair) return pair;
  const longitude = reader.cell('longitude');
  const latitude = reader.cell('latitude');
  if (longitude && latitude)
    return reader.take(parseLongitudeLatitude(longitude, latitude), 'longitude', `${longitude}, ${latitude}`);
  if (longitude || latitude)
    reader.say('coordinates-incomplete', longitude ? 'latitude' : 'longitude', longitude ?? latitude ?? '');
  return longitude === undefined && latitude === undefined ? pair : longitude || latitude ? undefined : null;
};

const judgePoint = (reader: CellReader, facts: FactsDraft): void => {
  const point = pointOf(reader);
  if (point === undefined) return;
  facts.longitude = point?.longitude ?? null;
  facts.latitude = point?.latitude ?? null;
};

export interface PlaceContext {
  readonly regions: RegionTree;
  readonly ownCounty?: string;
  readonly isKnown: boolean;
}

/** Without a column for the county its name often leads the place, 赣县区王母渡镇; else the table is of the county it comes from. */
const assumedRegion = (reader: CellReader, { regions, ownCounty }: PlaceContext): Region | null => {
  for (const field of ['location', 'town'] as const) {
    const text = reader.peek(field);
    const leading = text ? countyLeading(regions, text) : null;
    if (!leading) continue;
    reader.say('region-assumed', field, text ?? '', leading.code);
    return leading;
  }
  const own = ownCounty === undefined ? null : regions.find(ownCounty);
  if (own) reader.say('region-assumed', 'region', '', own.code);
  return own ?? null;
};

const regionOf = (reader: CellReader, context: PlaceContext): Region | null => {
  const { regions, isKnown } = context;
  const cityCell = reader.cell('city');
  const city = cityCell ? cityOf(regions, cityCell) : null;
  if (cityCell && !city) reader.say('region-unknown', 'city', cityCell);
  const cell = reader.cell('region');
  if (cell) return reader.take(parseRegion(regions, cell, city), 'region', cell) ?? null;
  if (isKnown) return null;
  if (!reader.has('region') && !cityCell) {
    const assumed = assumedRegion(reader, context);
    if (assumed) return assumed;
  }
  // A city alone is no place to keep a mine; one that nobody knows has been told above.
  if (city) reader.say('region-too-wide', 'city', cityCell ?? '');
  else if (!cityCell) reader.say('region-missing', 'region', '');
  return null;
};

/** Fills in coordinates and region; says whether the row goes to 待定. A known mine without a readable region stays where it is. */
export const judgePlace = (reader: CellReader, facts: FactsDraft, context: PlaceContext): boolean => {
  const { regions, isKnown } = context;
  judgePoint(reader, facts);
  const region = regionOf(reader, context);
  if (region) {
    facts.regionCode = region.code;
    return false;
  }
  if (isKnown) return false;
  const waiting = regions.unassigned();
  if (waiting) facts.regionCode = waiting.code;
  return true;
};
