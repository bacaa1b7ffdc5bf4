import { canonicalJson, type TrailAction } from '@qingshan/domain';

/** What an entry says: the names are those of its bytes, and its columns are read from them. */
export interface EntryFacts {
  readonly personId: number | null;
  readonly action: TrailAction;
  readonly outcome: 'done' | 'refused';
  readonly mineId: number | null;
  readonly subject: string | null;
  readonly effectiveOn: string | null;
  readonly before: object | null;
  readonly after: object | null;
  readonly remark: string | null;
  readonly address: string | null;
  readonly detail: object;
}

/** The entry as it is hashed, but for the time, which is the database's to say. */
export const entryText = (facts: EntryFacts): string => canonicalJson(facts);

/** The whole of it, where the time is known: microseconds, UTC. */
export const bodyText = (at: string, facts: EntryFacts): string =>
  `{"at":"${at}","entry":${entryText(facts)}}`;
