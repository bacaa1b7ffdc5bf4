import { isDialogOpen } from './top-dialog';

const TYPING = 'input, textarea, select, [contenteditable="true"], dialog';

/** Whether a key is meant for the page: nobody types, no dialog asks, no shortcut of the browser. */
export const isForPage = (event: KeyboardEvent): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !isDialogOpen() &&
  !(event.target instanceof Element && event.target.closest(TYPING));
