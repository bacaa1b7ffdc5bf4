import type { MineField } from '@qingshan/domain';
import { changedFields, type MineText } from './form-text';

export interface Merge {
  /** What the form holds after the merge: one's own changes over the other's. */
  readonly typed: MineText;
  /** Fields both changed, and not to the same. */
  readonly clashing: readonly MineField[];
}

/** Two people changed the same mine: what only one of them touched is taken from that one (ux.md §6). */
export const merge = (base: MineText, mine: MineText, theirs: MineText): Merge => {
  const own = new Set(changedFields(base, mine));
  const clashing = changedFields(base, theirs).filter(
    (field) => own.has(field) && changedFields(mine, theirs).includes(field),
  );
  const typed = Object.fromEntries(
    Object.entries(theirs).map(([field, text]) => [
      field,
      own.has(field as MineField) ? mine[field as MineField] : text,
    ]),
  ) as MineText;
  return { typed, clashing };
};
