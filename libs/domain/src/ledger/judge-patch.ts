import { compareAreas, sumOfAreas, toHundredths } from '../kernel/area';
import type { Stage } from '../stages/stages';
import type { CellReader } from './cell-reader';
import { isAreaUnit, type AreaField } from './fields';
import { parseArea } from './parse-amount';
import { parseCode } from './parse-code';
import { isImplausibleArea } from './unit-slip';

/** The patch a row speaks of. `null` areas are not known: neither written nor to be computed from the others. */
export interface JudgedPatch {
  /** Null where the ledger numbers no patches: then the figures are of the mine as a whole. */
  readonly number: string | null;
  readonly subclass: string | null;
  readonly attribute: string | null;
  readonly areaSquareMetres: string | null;
  readonly restoredSquareMetres: string | null;
  readonly untreatedSquareMetres: string | null;
}

/** Inferred from nine public examples, so it only warns (practice.md §1.4 D, K08). */
const PATCH_NUMBER = /^(?:C\d{25}|CT\d{19}|ZJ\d{16})$/;
const PATCH_NUMBER_LENGTH = 64;

const areaOf = (reader: CellReader, field: AreaField): string | null => {
  const unit = reader.unit(field);
  return reader.parsed(field, (cell) => parseArea(cell, isAreaUnit(unit) ? unit : null)) ?? null;
};

const patchNumberOf = (reader: CellReader): string | null => {
  const number = reader.identifier('patchNumber', PATCH_NUMBER_LENGTH) ?? null;
  if (number !== null && !PATCH_NUMBER.test(number))
    reader.say('patch-number-unusual', 'patchNumber', number, 'C+25, CT+19, ZJ+16');
  return number;
};

interface Areas {
  readonly area: string | null;
  readonly restored: string | null;
  readonly untreated: string | null;
}

const text = (hundredths: bigint): string => {
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Two of three areas give the third, since they add up by the form's own rule (K01). */
const completed = ({ area, restored, untreated }: Areas): Areas => {
  if (area === null && restored !== null && untreated !== null)
    return { area: sumOfAreas([restored, untreated]), restored, untreated };
  if (area !== null && restored === null && untreated !== null && compareAreas(untreated, area) <= 0)
    return { area, restored: text(toHundredths(area) - toHundredths(untreated)), untreated };
  return { area, restored, untreated };
};

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** K01: restored + untreated = area, to half a percent or ten square metres, whichever is more. */
const addsUp = (area: string, restored: string, untreated: string): boolean => {
  const whole = toHundredths(area);
  const difference = size(toHundredths(restored) + toHundredths(untreated) - whole);
  return difference <= 1_000n || difference * 200n <= whole;
};

const judgeAreas = (reader: CellReader, { area, restored, untreated }: Areas, stage: Stage | null): void => {
  // K02: more restored than there was to restore.
  if (area !== null && restored !== null && compareAreas(restored, area) > 0)
    reader.say('restored-exceeds-area', 'restoredArea', restored, area);
  if (area !== null && restored !== null && untreated !== null && !addsUp(area, restored, untreated))
    reader.say('areas-disagree', 'untreatedArea', `${restored} + ${untreated}`, area);
  // K32: words and figures disagree.
  if (stage === 'restored' && untreated !== null && toHundredths(untreated) > 0n)
    reader.say('status-disagrees', 'stage', untreated, '0');
};

/** The patch of a row, or null where the row says nothing of one. */
export const judgePatch = (reader: CellReader, stage: Stage | null): JudgedPatch | null => {
  const subclass = reader.parsed('patchSubclass', (cell) => parseCode('patchSubclass', cell)) ?? null;
  const attribute = reader.parsed('patchAttribute', (cell) => parseCode('patchAttribute', cell)) ?? null;
  const areas = completed({
    area: areaOf(reader, 'area'),
    restored: areaOf(reader, 'restoredArea'),
    untreated: areaOf(reader, 'untreatedArea'),
  });
  const ownNumber = patchNumberOf(reader);
  const saysSomething = [ownNumber, subclass, attribute, ...Object.values(areas)].some(
    (value) => value !== null,
  );
  if (!saysSomething) return null;
  judgeAreas(reader, areas, stage);
  if (areas.area === null && !reader.failed('area')) reader.say('area-missing', 'area', '');
  if (areas.area !== null && isImplausibleArea(areas.area))
    reader.say('area-implausible', 'area', areas.area, '20–10000000 m2');
  return {
    number: ownNumber,
    subclass,
    attribute,
    areaSquareMetres: areas.area,
    restoredSquareMetres: areas.restored,
    untreatedSquareMetres: areas.untreated,
  };
};
