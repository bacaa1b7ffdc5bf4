import {
  looksLikeUnitSlip,
  looksShifted,
  positionOf,
  sharesName,
  type JudgedRow,
  type LedgerField,
  type Likeness,
  type MineFacts,
} from '@qingshan/domain';
import type { KnownMine } from './known-mines';
import type { KnownPatch, PatchToWrite } from './patch-to-write';
import type { SimilarMines } from './similar-mines';
import type { Say } from './row-problem';

/** K11: a known area fifteen times, or six hundred and sixty-seven times, what it was. */
export const suspectUnits = (
  patch: PatchToWrite | null,
  patches: ReadonlyMap<string, KnownPatch>,
  say: Say,
): void => {
  const known = patch && patches.get(patch.number);
  if (!known) return;
  for (const [field, name] of [
    ['areaSquareMetres', 'area'],
    ['restoredSquareMetres', 'restoredArea'],
  ] as const)
    if (looksLikeUnitSlip(known[field], patch[field])) say('unit-slip', name, patch[field], known[field]);
};

/** Another name altogether under a known number: another mine, perhaps, in a ledger that numbers its own rows. */
export const suspectName = ({ name }: Partial<MineFacts>, mine: KnownMine, say: Say): void => {
  if (name && !sharesName(name, mine.name)) say('name-differs', 'name', name, mine.name);
};

/** A place that is only the known one as phones show it is told, and not written. */
export const withoutShifted = (facts: Partial<MineFacts>, mine: KnownMine, say: Say): Partial<MineFacts> => {
  const [told, known] = [positionOf(facts), positionOf(mine)];
  if (!told || !known || !looksShifted(known, told)) return facts;
  say('coordinates-shifted', 'longitude', `${facts.longitude}, ${facts.latitude}`);
  const { longitude: _, latitude: __, ...others } = facts;
  return others;
};

export const likenessOf = ({ facts }: JudgedRow): Likeness | null => {
  const { number, name, regionCode, longitude, latitude } = facts;
  return number && name && regionCode ? { number, name, regionCode, longitude, latitude } : null;
};

const TOLD_BY = { number: 'number', name: 'name', distance: 'longitude' } as const satisfies Record<
  string,
  LedgerField
>;

/** A new number whose number, name or place is nearly that of a mine we have, or of an earlier row. */
export const suspectDuplicate = (
  row: JudgedRow,
  register: SimilarMines,
  earlier: SimilarMines,
  say: Say,
): void => {
  const told = likenessOf(row);
  if (!told) return;
  const similar = register.of(told) ?? earlier.of(told);
  if (similar)
    say(
      'probable-duplicate',
      TOLD_BY[similar.by],
      `${told.number} ${told.name}`,
      `${similar.mine.number} ${similar.mine.name}`,
    );
  else earlier.add(told);
};
