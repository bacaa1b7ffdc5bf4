import type {
  CriterionName,
  CriterionState,
  MineField,
  MoveName,
  RefusalCode,
  RegionLevel,
  Role,
  Stage,
} from '@qingshan/domain';
import type { MarkShape, Tone } from '../ui/mark';
import { zh } from '../locales/zh';

/** Words for every closed list of the domain: a new stage, role or refusal without its word does not compile. */
export const LABELS = zh.labels satisfies {
  stage: Record<Stage, string>;
  move: Record<MoveName, string>;
  role: Record<Role, string>;
  regionLevel: Record<RegionLevel, string>;
  criterion: Record<CriterionName, string>;
  criterionState: Record<CriterionState, string>;
  field: Record<MineField, string>;
  refusal: Record<RefusalCode | 'unreachable', string>;
};

/** From bare earth to green: each stage its colour and, for who does not see colours, its shape. */
export const STAGE_LOOK = {
  survey: { tone: 'ochre', shape: 'ring' },
  planning: { tone: 'clay', shape: 'quarter' },
  financing: { tone: 'azurite', shape: 'half' },
  completion: { tone: 'teal', shape: 'most' },
  restored: { tone: 'malachite', shape: 'whole' },
  removed: { tone: 'stone', shape: 'barred' },
} as const satisfies Record<Stage, { tone: Tone; shape: MarkShape }>;
