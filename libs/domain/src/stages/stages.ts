/** Where a mine stands on its way 阶段: four stages, then restored; `removed` takes it off the list with a reason. */
export const STAGES = ['survey', 'planning', 'financing', 'completion', 'restored', 'removed'] as const;
export type Stage = (typeof STAGES)[number];

/** Stages that count in the figures. A removed mine is on no list. */
export const LISTED_STAGES = [
  'survey',
  'planning',
  'financing',
  'completion',
  'restored',
] as const satisfies Stage[];

/** Natural recovery needs neither funds nor a contractor (practice.md §1.3). */
export const NATURAL_RECOVERY = 'A';

/** The stage after this one on the mine's path, or null at the end of it. Natural recovery goes past financing. */
export const nextStage = (stage: Stage, approach: string | null): Stage | null => {
  switch (stage) {
    case 'survey':
      return 'planning';
    case 'planning':
      return approach === NATURAL_RECOVERY ? 'completion' : 'financing';
    case 'financing':
      return 'completion';
    case 'completion':
      return 'restored';
    case 'restored':
    case 'removed':
      return null;
  }
};
