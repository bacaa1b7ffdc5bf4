/** One row of a code list, with its name in both languages. */
export interface CodeEntry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export type Language = 'zh' | 'en';

/** The codes of a list as a non-empty tuple, the shape a schema's enum wants. */
export const codesOf = <const L extends readonly CodeEntry[]>(list: L) =>
  list.map((entry) => entry.code) as [L[number]['code'], ...L[number]['code'][]];

/** The name of a code in a language; the code itself when the list does not hold it (older ledgers do). */
export const codeName = (
  list: readonly CodeEntry[],
  code: string | null,
  language: Language,
): string | null => (code === null ? null : (list.find((entry) => entry.code === code)?.[language] ?? code));
