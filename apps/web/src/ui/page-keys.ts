import { isHeldBack, isSwitchedOff } from './single-keys';
import { isDialogOpen } from './top-dialog';

const TYPING = 'input, textarea, select, [contenteditable="true"], dialog';

const isFree = (event: KeyboardEvent): boolean =>
  !isDialogOpen() && !(event.target instanceof Element && event.target.closest(TYPING));

const isBare = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey;

const hasControl = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey;

/** Whether a key is meant for the page: nobody types, no dialog asks, no shortcut of the browser, no chord. */
export const isForPage = (event: KeyboardEvent): boolean =>
  isBare(event) && !isHeldBack(event) && isFree(event);

/** Whether a key may begin or end a chord, or is known on every page. */
export const isForHouse = (event: KeyboardEvent): boolean =>
  isBare(event) && !isSwitchedOff(event) && isFree(event);

/** Whether somebody asks the page, and not a dialog, to save. */
export const asksToSave = (event: KeyboardEvent): boolean =>
  hasControl(event) && event.key === 'Enter' && !event.repeat && isFree(event);

/** Whether somebody asks the page, and not a field, to take back what was done last. */
export const asksToUndo = (event: KeyboardEvent): boolean =>
  hasControl(event) && !event.shiftKey && event.key.toLowerCase() === 'z' && isFree(event);

/** Whether somebody asks for the quick find: also from within a field, but not over a dialog. */
export const asksToFind = (event: KeyboardEvent): boolean =>
  hasControl(event) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k' && !isDialogOpen();
