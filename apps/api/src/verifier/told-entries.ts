/** One entry as the verifier tells it: what was done to what, and when. */
export interface ToldEntry {
  readonly index: number;
  readonly id: number;
  readonly at: string;
  readonly action: string;
  readonly subject: string;
}

interface Said {
  readonly at?: unknown;
  readonly entry?: { readonly action?: unknown; readonly subject?: unknown };
}

/** An entry by what its bytes say, if they are about one of these, or whatever they are about; whether they are true is another question. */
export const toldOf = (
  { index, id }: { readonly index: number; readonly id: number },
  body: string | null | undefined,
  about: readonly string[] | null,
): ToldEntry[] => {
  if (about?.length === 0 || typeof body !== 'string') return [];
  const { at, entry } = saidBy(body);
  const subject = entry?.subject;
  if (about && (typeof subject !== 'string' || !about.includes(subject))) return [];
  return [{ index, id, at: printable(at), action: printable(entry?.action), subject: printable(subject) }];
};

const saidBy = (body: string): Said => {
  try {
    return (JSON.parse(body) as Said | null) ?? {};
  } catch {
    return {};
  }
};

/** A package may come from anybody: nothing in it may speak to the terminal. */
const printable = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?') : '?';
