import { isDialogOpen } from './top-dialog';

const TYPING = 'input, textarea, select, [contenteditable="true"], dialog';

const isFree = (event: KeyboardEvent): boolean =>
  !isDialogOpen() && !(event.target instanceof Element && event.target.closest(TYPING));

/** Whether a key is meant for the page: nobody types, no dialog asks, no shortcut of the browser. */
export const isForPage = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && isFree(event);

/** Whether somebody asks the page, and not a dialog, to save. */
export const asksToSave = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && event.key === 'Enter' && !event.repeat && isFree(event);

/** Whether somebody asks the page, and not a field, to take back what was done last. */
export const asksToUndo = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && isFree(event);
