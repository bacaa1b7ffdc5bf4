import type { MineView } from '@qingshan/contracts';
import { MINE_FIELDS, type MineField } from '@qingshan/domain';
import { tidyDay } from '../../../ui/form/day';

/** A mine's facts as a form holds them: text, empty where nothing is known. Money is fen. */
export type MineText = Record<MineField, string>;

type Facts = Pick<MineView, MineField>;

const DAYS: readonly MineField[] = [
  'planApprovedOn',
  'fundsAllocatedOn',
  'startedOn',
  'finishedOn',
  'acceptedOn',
];

export const textOf = (facts: Partial<Record<MineField, unknown>>): MineText =>
  Object.fromEntries(
    MINE_FIELDS.map((field) => [field, facts[field] === null ? '' : String(facts[field] ?? '')]),
  ) as MineText;

/** What a typed text means to the contract: absent, a year, a day, or the text itself. */
export const valueOf = (field: MineField, typed: string): string | number | null => {
  const text = typed.trim();
  if (text === '') return null;
  if (field === 'closureYear') return /^\d{1,4}$/.test(text) ? Number(text) : text;
  return DAYS.includes(field) ? tidyDay(text) : text;
};

/** Fields whose text differs from what they were before. */
export const changedFields = (before: MineText, typed: MineText): MineField[] =>
  MINE_FIELDS.filter((field) => valueOf(field, typed[field]) !== valueOf(field, before[field]));

/** The body's `changes`: only what differs; null clears. Not yet checked: the contract's schema does that. */
export const changesOf = (before: MineText, typed: MineText): Partial<Record<MineField, unknown>> =>
  Object.fromEntries(changedFields(before, typed).map((field) => [field, valueOf(field, typed[field])]));

/** What is known of a mine that is about to be entered: every field that holds something. */
export const factsOf = (typed: MineText): Partial<Record<MineField, unknown>> =>
  changesOf(textOf({} as Partial<Facts>), typed);
