import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from './icon';
import styles from './toasts.module.css';
import { useTopDialog } from './top-dialog';

interface Toast {
  readonly id: number;
  readonly text: string;
}

const SHOWN_FOR_MS = 6000;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const set = (next: readonly Toast[]) => {
  toasts = next;
  listeners.forEach((listener) => listener());
};

/** Says that something was done. Never the only place of an error: those stay where they arose. */
export const toast = (text: string): void => {
  const id = (lastId += 1);
  set([...toasts.slice(-2), { id, text }]);
  setTimeout(() => set(toasts.filter((item) => item.id !== id)), SHOWN_FOR_MS);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const Toasts = () => {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  const host = useTopDialog();
  // A modal dialog veils the page and keeps it from being read out: what is said then is said inside of it.
  return createPortal(
    <div role="status" className={styles.toasts} data-print="no">
      {shown.map((item) => (
        <p key={item.id} className={styles.toast}>
          <Icon name="check" size={16} />
          {item.text}
        </p>
      ))}
    </div>,
    host ?? document.body,
  );
};
