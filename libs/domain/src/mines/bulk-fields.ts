import type { MineField } from './mine';

/**
 * Facts that many mines may get at once: one plan approved, one paper of funds, one acceptance. What tells mines apart
 * (number, name, place, money) is written mine by mine.
 */
export const BULK_FIELDS = [
  'town',
  'mineralCode',
  'miningMethod',
  'closureYear',
  'approach',
  'planApprovalNo',
  'planApprovedOn',
  'fundingSource',
  'fundsAllocatedOn',
  'startedOn',
  'finishedOn',
  'acceptanceNo',
  'acceptedOn',
  'remark',
] as const satisfies readonly MineField[];

export type BulkField = (typeof BULK_FIELDS)[number];
