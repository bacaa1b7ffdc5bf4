import { BulkEditRow } from './bulk/bulk.row';
import { ExportRow } from './exports/exports.row';
import { LedgerImportRow } from './imports/imports.row';
import { MapSourceRow } from './map/map-sources.row';
import { MineRow, PatchRow } from './mines/mines.row';
import { PersonRow, SessionRow } from './people/people.row';
import { SavedViewRow } from './views/views.row';

/** Every entity, by name: globs do not survive bundling. */
export const ROWS = [
  PersonRow,
  SessionRow,
  MineRow,
  PatchRow,
  BulkEditRow,
  SavedViewRow,
  MapSourceRow,
  ExportRow,
  LedgerImportRow,
];
