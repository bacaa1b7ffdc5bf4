import { useCallback, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useBeforeUnload, useBlocker } from 'react-router';
import { ConfirmDialog } from '../ui/dialog';

interface LeaveGuard {
  /** Stands somewhere inside the form. */
  readonly guard: ReactNode;
  /** Goes away unasked: what was typed has been saved. */
  readonly leave: (go: () => void) => void;
}

/** Whoever leaves a form with changes in it is asked first. Every way out of a form is a change of the address. */
export const useLeaveGuard = (dirty: boolean): LeaveGuard => {
  const [saved, setSaved] = useState(false);
  return {
    guard: <Guard dirty={dirty && !saved} />,
    leave: (go) => {
      // The guard has to be down before the address changes.
      flushSync(() => setSaved(true));
      go();
    },
  };
};

const Guard = ({ dirty }: { readonly dirty: boolean }) => {
  const { t } = useTranslation();
  const blocker = useBlocker(dirty);
  useBeforeUnload(
    useCallback(
      (event) => {
        if (dirty) event.preventDefault();
      },
      [dirty],
    ),
  );
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={t('shell.leave.title')}
      action={t('shell.leave.go')}
      cancel={t('shell.leave.stay')}
      look="danger"
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      <p>{t('shell.leave.help')}</p>
    </ConfirmDialog>
  );
};
