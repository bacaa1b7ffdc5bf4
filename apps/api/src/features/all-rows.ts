import { BulkEditRow } from './bulk/bulk.row';
import { CorrectionRow } from './corrections/correction.row';
import { DelegationRow } from './delegations/delegation.row';
import { DocumentRow } from './documents/document.row';
import { ExportRow } from './exports/exports.row';
import { LedgerImportRow } from './imports/imports.row';
import { MapSourceRow } from './map/map-sources.row';
import { MineRow, PatchRow } from './mines/mines.row';
import { PersonRow, SessionRow } from './people/people.row';
import { ReminderRow } from './reminders/reminders.row';
import { SubmissionEntity } from './reviews/submission.row';
import { SavedViewRow } from './views/views.row';

/** Every entity, by name: globs do not survive bundling. */
export const ROWS = [
  PersonRow,
  SessionRow,
  MineRow,
  PatchRow,
  CorrectionRow,
  DocumentRow,
  DelegationRow,
  SubmissionEntity,
  ReminderRow,
  BulkEditRow,
  SavedViewRow,
  MapSourceRow,
  ExportRow,
  LedgerImportRow,
];
