/** Numbers that look like chance and are the same every time. */
export interface Draw {
  /** A whole number from 0 to `most`. */
  upTo(most: number): number;
  of<T>(choices: readonly [T, ...T[]] | readonly T[]): T;
}

/** A sequence for a test that tries many cases: a seed names it, so a case that fails can be tried again. */
export const draws = (seed: number): Draw => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  return { upTo, of: (choices) => choices[upTo(choices.length - 1)] as never };
};
