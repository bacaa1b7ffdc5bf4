import type { CalendarDay } from '../kernel/calendar-day';
import type { Stage } from '../stages/stages';

/**
 * What is known of a mine at a day: the row of a ledger. Every field has a history; stage and areas feed the figures.
 * Areas are m² as decimal text, money is fen as digits, days are `YYYY-MM-DD`, coordinates CGCS2000 degrees with 6 places.
 */
export interface MineFacts {
  /** Subject number 主体编号, unique. */
  readonly number: string;
  readonly name: string;
  readonly regionCode: string;
  /** Township 乡镇(街道). */
  readonly town: string | null;
  /** Place in words 矿山位置. */
  readonly location: string | null;
  readonly longitude: string | null;
  readonly latitude: string | null;
  readonly mineralCode: string | null;
  readonly miningMethod: string | null;
  readonly closureYear: number | null;
  /** Restoration approach 修复方式: A natural recovery … D conversion. */
  readonly approach: string | null;
  /** Approval document number of the restoration plan 批复文号. */
  readonly planApprovalNo: string | null;
  readonly planApprovedOn: CalendarDay | null;
  readonly fundingSource: string | null;
  /** Funds allocated 下达资金, fen. */
  readonly fundsAllocatedFen: string | null;
  readonly fundsAllocatedOn: CalendarDay | null;
  /** Works start 开工日期 and completion 完工日期. */
  readonly startedOn: CalendarDay | null;
  readonly finishedOn: CalendarDay | null;
  readonly acceptanceNo: string | null;
  readonly acceptedOn: CalendarDay | null;
  readonly remark: string | null;
}

/** The facts a person may write, in the order a form and a history show them. */
export const MINE_FIELDS = [
  'number',
  'name',
  'regionCode',
  'town',
  'location',
  'longitude',
  'latitude',
  'mineralCode',
  'miningMethod',
  'closureYear',
  'approach',
  'planApprovalNo',
  'planApprovedOn',
  'fundingSource',
  'fundsAllocatedFen',
  'fundsAllocatedOn',
  'startedOn',
  'finishedOn',
  'acceptanceNo',
  'acceptedOn',
  'remark',
] as const satisfies readonly (keyof MineFacts)[];

export type MineField = (typeof MINE_FIELDS)[number];

const ALWAYS_KNOWN = ['number', 'name', 'regionCode'] as const satisfies readonly MineField[];

type BlankableField = Exclude<MineField, (typeof ALWAYS_KNOWN)[number]>;

/** The facts that may be unknown, and can be looked for as blank. */
export const BLANKABLE_FIELDS = MINE_FIELDS.filter(
  (field): field is BlankableField => !(ALWAYS_KNOWN as readonly MineField[]).includes(field),
);

/** Facts plus what follows from patches and moves. */
export interface MineState extends MineFacts {
  readonly stage: Stage;
  readonly damagedSquareMetres: string;
  readonly restoredSquareMetres: string;
}

/** A polygon of the survey, the unit of record 图斑. Damaged and restored area live here; the mine's are sums. */
export interface PatchFacts {
  readonly number: string;
  readonly subclass: string | null;
  readonly attribute: string | null;
  readonly areaSquareMetres: string;
  readonly restoredSquareMetres: string;
}
