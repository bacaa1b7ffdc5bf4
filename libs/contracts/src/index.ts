export * from './bulk.contract';
export * from './corrections.contract';
export * from './delegations.contract';
export * from './documents.contract';
export * from './exports.contract';
export * from './figures.contract';
export * from './http/problem';
export * from './http/route';
export {
  FILE_REASONS,
  LARGEST_LEDGER_BYTES,
  LEDGER_ENCODINGS,
  LEDGER_NOTES,
  type FileReason,
  type ImportRowView,
  type ImportView,
} from './import-views';
export * from './imports.contract';
export * from './lookback.contract';
export * from './map.contract';
export * from './mine-filter';
export type { HistoryEntry, MinePage, MineRow, MineView, PastMineView, PatchView } from './mine-views';
export * from './mines.contract';
export * from './openapi';
export * from './people.contract';
export * from './regions.contract';
export * from './reminders.contract';
export * from './review-routes.contract';
export * from './reviews.contract';
export * from './routes';
export * from './session.contract';
export type { StepView } from './step-views';
export * from './steps.contract';
export * from './system.contract';
export * from './today.contract';
export * from './trail.contract';
export * from './views.contract';
