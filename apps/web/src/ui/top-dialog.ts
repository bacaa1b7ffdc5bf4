import { useSyncExternalStore } from 'react';

/** Modal dialogs that stand open, the last one on top. What must be seen beside them has to be inside of them. */
let open: readonly HTMLDialogElement[] = [];
const listeners = new Set<() => void>();

const set = (next: readonly HTMLDialogElement[]) => {
  open = next;
  listeners.forEach((listener) => listener());
};

/** Told when a dialog opens; gives back what to call when it is gone. */
export const standsOpen = (dialog: HTMLDialogElement): (() => void) => {
  set([...open, dialog]);
  return () => set(open.filter((other) => other !== dialog));
};

/** Browsers shut a modal dialog for reasons of their own: it is shown again, and so is what stood on it. */
export const showAgain = (dialog: HTMLDialogElement): void => {
  for (const one of open.slice(open.indexOf(dialog))) {
    one.close();
    one.showModal();
  }
};

export const isDialogOpen = (): boolean => open.length > 0;

export const isOnTop = (dialog: HTMLDialogElement): boolean => open.at(-1) === dialog;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useTopDialog = (): HTMLDialogElement | undefined =>
  useSyncExternalStore(subscribe, () => open.at(-1));
