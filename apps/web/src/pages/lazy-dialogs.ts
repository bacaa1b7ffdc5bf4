import { lazy } from 'react';

/** What the address says while a mine's stage is looked at over a list or a file. */
export const STAGE = 'stage';

const fetchEditing = () => import('../features/mines/edit/edit-mine');

/** Dialogs are fetched by those who open them; the one to edit with as soon as the page stands, for E is followed by typing. */
export const EditMine = lazy(async () => ({ default: (await fetchEditing()).EditMine }));
export const readyToEdit = (): void => void fetchEditing().catch(() => undefined);
export const StageDialog = lazy(async () => ({ default: (await import('./stage-dialog')).StageDialog }));
export const BulkDialog = lazy(async () => ({
  default: (await import('../features/mines/bulk/bulk-dialog')).BulkDialog,
}));
export const ExportDialog = lazy(async () => ({
  default: (await import('../features/exports/export-dialog')).ExportDialog,
}));
