import type { CodeEntry } from '../codes/code-list';
import { refuse, type Refusal } from '../kernel/refusal';

/** Every way but the regular one needs a reason. */
type ReasonedMove = 'stepBack' | 'remove' | 'reinstate' | 'relapse';
type AnyMove = ReasonedMove | 'advance';

interface MoveReasonEntry extends CodeEntry {
  readonly moves: readonly ReasonedMove[];
}

/** Why a mine leaves the regular way, and which move each reason goes with. Only these pairs exist. */
export const MOVE_REASONS = [
  { code: 'DUPLICATE', zh: '与其他矿山重复', en: 'Same as another mine', moves: ['remove'] },
  {
    code: 'FALSE_CHANGE',
    zh: '伪变化，现场没有损毁',
    en: 'False change, no damage on site',
    moves: ['remove'],
  },
  { code: 'NOT_LEGACY', zh: '不属于历史遗留矿山', en: 'No legacy mine', moves: ['remove'] },
  { code: 'RESPONSIBLE', zh: '有责任主体', en: 'Somebody is responsible for it', moves: ['remove'] },
  { code: 'IN_MINING_RIGHT', zh: '在有效矿业权范围内', en: 'Inside a valid mining right', moves: ['remove'] },
  { code: 'TOO_EARLY', zh: '条件不具备，误进入本阶段', en: 'Moved on too early', moves: ['stepBack'] },
  { code: 'PLAN_REDONE', zh: '方案须重做', en: 'The plan has to be made anew', moves: ['stepBack'] },
  { code: 'FUNDS_LOST', zh: '资金收回或未到位', en: 'Funds withdrawn or not there', moves: ['stepBack'] },
  {
    code: 'FACTS_WRONG',
    zh: '填报内容不实',
    en: 'What was claimed is not so',
    moves: ['stepBack', 'relapse'],
  },
  { code: 'LANDSLIDE', zh: '边坡滑塌或水土流失', en: 'Slope failure or erosion', moves: ['relapse'] },
  { code: 'PLANTS_DEAD', zh: '植被死亡或退化', en: 'Vegetation dead or degraded', moves: ['relapse'] },
  { code: 'DAMAGED_AGAIN', zh: '再次采挖或占压', en: 'Dug or built on again', moves: ['relapse'] },
  { code: 'POLLUTION', zh: '水土污染', en: 'Water or soil pollution', moves: ['relapse'] },
  { code: 'REMOVED_BY_MISTAKE', zh: '误剔除', en: 'Removed by mistake', moves: ['reinstate'] },
  {
    code: 'CONFIRMED',
    zh: '复核后认定属历史遗留',
    en: 'Found to be a legacy mine after all',
    moves: ['reinstate'],
  },
  {
    code: 'OTHER',
    zh: '其他（见说明）',
    en: 'Other, see the note',
    moves: ['remove', 'stepBack', 'relapse', 'reinstate'],
  },
] as const satisfies readonly MoveReasonEntry[];

export type MoveReason = (typeof MOVE_REASONS)[number]['code'];

/** The reasons that go with a move; the regular way needs none. */
export const reasonsFor = (move: AnyMove): MoveReason[] =>
  (MOVE_REASONS as readonly MoveReasonEntry[])
    .filter(({ moves }) => (moves as readonly AnyMove[]).includes(move))
    .map(({ code }) => code as MoveReason);

/** Why this reason does not do for the move, or null: a code of the table, and words where the code says nothing. */
export const reasonRefusal = (
  move: AnyMove,
  code: MoveReason | null,
  note: string | null,
): Refusal | null => {
  const fitting = reasonsFor(move);
  if (code === null) return fitting.length > 0 ? refuse('reason-missing', { move }) : null;
  if (!fitting.includes(code)) return refuse('reason-not-fitting', { move });
  return code === 'OTHER' && !note ? refuse('reason-missing', { move }) : null;
};
