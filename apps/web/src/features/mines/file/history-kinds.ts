import type { HistoryEntry } from '@qingshan/contracts';

const topicOf = ({ action }: HistoryEntry): string => action.split('.')[0] ?? action;
const isPause = ({ action }: HistoryEntry): boolean => action === 'mine.paused' || action === 'mine.resumed';
const isStage = ({ changes }: HistoryEntry): boolean => changes.some(({ field }) => field === 'stage');

/** What one looks for in a mine's history. An approval that moves a mine is a review and a change of stage. */
const KINDS = {
  all: () => true,
  stages: isStage,
  facts: (entry: HistoryEntry) =>
    ['mine', 'patch', 'correction'].includes(topicOf(entry)) && !isStage(entry) && !isPause(entry),
  steps: (entry: HistoryEntry) => topicOf(entry) === 'step' || isPause(entry),
  papers: (entry: HistoryEntry) => topicOf(entry) === 'document',
  reviews: (entry: HistoryEntry) => topicOf(entry) === 'submission',
  late: ({ backdated }: HistoryEntry) => backdated,
} as const;

export type HistoryKind = keyof typeof KINDS;

export interface KindOfHistory {
  readonly kind: HistoryKind;
  readonly entries: readonly HistoryEntry[];
}

/** The kinds that occur in a history, each with its entries in their order; `all` is always there, and first. */
export const kindsIn = (history: readonly HistoryEntry[]): readonly KindOfHistory[] =>
  (Object.keys(KINDS) as HistoryKind[])
    .map((kind) => ({ kind, entries: history.filter(KINDS[kind]) }))
    .filter(({ kind, entries }) => kind === 'all' || entries.length > 0);
