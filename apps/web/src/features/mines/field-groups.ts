import type { MineField } from '@qingshan/domain';

/** Fields of a mine as its file and its form show them, along the mine's way. */
export const FIELD_GROUPS = {
  identity: ['number', 'name'],
  place: ['regionCode', 'town', 'location', 'longitude', 'latitude'],
  mining: ['mineralCode', 'miningMethod', 'closureYear'],
  plan: ['approach', 'planApprovalNo', 'planApprovedOn'],
  funds: ['fundingSource', 'fundsAllocatedFen', 'fundsAllocatedOn'],
  works: ['startedOn', 'finishedOn'],
  acceptance: ['acceptanceNo', 'acceptedOn'],
  notes: ['remark'],
} as const satisfies Record<string, readonly MineField[]>;

export type FieldGroup = keyof typeof FIELD_GROUPS;

export const GROUP_NAMES = Object.keys(FIELD_GROUPS) as FieldGroup[];
