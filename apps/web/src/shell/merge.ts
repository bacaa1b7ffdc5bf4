/** The fields of a form, as text. */
type Texts = Readonly<Record<string, string>>;

export interface Merge<T extends Texts> {
  /** What the form holds after the merge: one's own changes over the other's. */
  readonly typed: T;
  /** Fields both changed, and not to the same. */
  readonly clashing: readonly (keyof T & string)[];
}

/** Names of the fields that differ. */
type Compare<T> = (one: T, other: T) => readonly (keyof T & string)[];

const differing = <T extends Texts>(one: T, other: T) =>
  Object.keys(one).filter((name) => one[name] !== other[name]) as (keyof T & string)[];

/** Two people changed the same thing: what only one of them touched is taken from that one (ux.md §6). */
export const merge = <T extends Texts>(
  base: T,
  mine: T,
  theirs: T,
  compare: Compare<T> = differing,
): Merge<T> => {
  const own = new Set<string>(compare(base, mine));
  const unlike = compare(mine, theirs);
  const clashing = compare(base, theirs).filter((name) => own.has(name) && unlike.includes(name));
  const typed = Object.fromEntries(
    Object.entries(theirs).map(([name, text]) => [name, own.has(name) ? mine[name] : text]),
  ) as T;
  return { typed, clashing };
};
