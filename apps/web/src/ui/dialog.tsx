import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './button';
import { classNames } from './class-names';
import styles from './dialog.module.css';
import { isOnTop, showAgain, standsOpen } from './top-dialog';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  /** Esc, the cross and the veil. Left out, the dialog must be answered. */
  readonly onClose?: () => void;
  readonly look?: 'centre' | 'side' | 'start';
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** The browser's own modal: focus stays inside and comes back to where it was, with nothing to maintain. */
export const Dialog = (props: DialogProps) => (props.open ? <OpenDialog {...props} /> : null);

const OpenDialog = ({ title, onClose, look = 'centre', footer, children }: DialogProps) => {
  const { t } = useTranslation();
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);

  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });

  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (!dialog) return undefined;
    if (!dialog.open) dialog.showModal();
    // The browser would take the first control there is, React's own autofocus comes before the dialog is open.
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    const isGone = standsOpen(dialog);
    // Esc is taken before the browser has it: that would shut what must be answered, and several dialogs at once.
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !isOnTop(dialog)) return;
      event.preventDefault();
      latest.current?.();
    };
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('keydown', onEscape);
      isGone();
      dialog.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      className={classNames(styles.dialog, styles[look])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={(event) => {
        if (event.target === event.currentTarget && !event.currentTarget.open) showAgain(event.currentTarget);
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose?.();
      }}
    >
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {onClose && <IconButton icon="close" label={t('ui.close')} onClick={onClose} />}
        </header>
        <div className={styles.body}>{children}</div>
        {footer && <footer className={styles.foot}>{footer}</footer>}
      </div>
    </dialog>
  );
};

interface ConfirmDialogProps {
  readonly title: string;
  readonly open: boolean;
  /** The verb on the button, never a bare “OK”. */
  readonly action: string;
  /** Words of the way back, where “cancel” could be misread. */
  readonly cancel?: string;
  readonly look?: 'primary' | 'danger';
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

export const ConfirmDialog = ({
  title,
  open,
  action,
  cancel,
  look = 'primary',
  busy = false,
  onConfirm,
  onCancel,
  children,
}: ConfirmDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      open={open}
      onClose={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>{cancel ?? t('ui.cancel')}</Button>
          <Button look={look} busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
};
