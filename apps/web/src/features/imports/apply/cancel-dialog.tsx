import { useTranslation } from 'react-i18next';
import { asProblem, useSentence } from '../../../shell/problem';
import { ConfirmDialog } from '../../../ui/dialog';
import { useCancel } from '../queries';

interface CancelDialogProps {
  readonly id: number;
  readonly title: string;
  readonly action: string;
  readonly onClose: () => void;
  /** What stays and what is lost. */
  readonly children: string;
}

/** Asks once more before an import is given up or stopped. */
export const CancelDialog = ({ id, title, action, onClose, children }: CancelDialogProps) => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const cancel = useCancel(id);
  return (
    <ConfirmDialog
      open
      title={title}
      action={action}
      cancel={t('ui.close')}
      look="danger"
      busy={cancel.isPending}
      onConfirm={() => cancel.mutate(undefined, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{children}</p>
      {cancel.error && <p role="alert">{sentence(asProblem(cancel.error))}</p>}
    </ConfirmDialog>
  );
};
