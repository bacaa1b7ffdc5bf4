import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from './icon';
import styles from './toasts.module.css';
import { useTopDialog } from './top-dialog';

/** What can still be done about it: by its button, or by Ctrl+Z while it is shown. */
interface ToastAct {
  readonly label: string;
  readonly run: () => void;
}

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly act?: ToastAct;
  readonly failed?: boolean;
}

const SHOWN_FOR_MS = 6000;
const SHOWN_WITH_ACT_MS = 20_000;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const set = (next: readonly Toast[]) => {
  toasts = next;
  listeners.forEach((listener) => listener());
};

/** Says that something was done, or that what its button was to do failed. Other errors stay where they arose. */
export const toast = (text: string, { act, failed }: Pick<Toast, 'act' | 'failed'> = {}): void => {
  const id = (lastId += 1);
  set([...toasts.slice(-2), { id, text, act, failed }]);
  setTimeout(() => dismiss(id), act ? SHOWN_WITH_ACT_MS : SHOWN_FOR_MS);
};

const dismiss = (id: number) => set(toasts.filter((item) => item.id !== id));

const take = ({ id, act }: Toast) => {
  dismiss(id);
  act?.run();
};

/** Takes the newest act that is still offered; says whether there was one. */
export const takeLastAct = (): boolean => {
  const last = toasts.filter(({ act }) => act).at(-1);
  if (last) take(last);
  return last !== undefined;
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
          <Icon name={item.failed ? 'warning' : 'check'} size={16} />
          {item.text}
          {item.act && (
            <button type="button" className={styles.act} onClick={() => take(item)}>
              {item.act.label}
            </button>
          )}
        </p>
      ))}
    </div>,
    host ?? document.body,
  );
};
