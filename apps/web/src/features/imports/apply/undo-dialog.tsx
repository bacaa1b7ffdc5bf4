import type { ImportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { asProblem, useSentence } from '../../../shell/problem';
import { ConfirmDialog } from '../../../ui/dialog';
import { useUndo } from '../queries';

/** Asks once more before a whole import is taken back, and says what that can and cannot do. */
export const UndoDialog = ({
  view,
  onClose,
}: {
  readonly view: ImportView;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const undo = useUndo(view.id);
  return (
    <ConfirmDialog
      open
      title={t('imports.undo.title')}
      action={t('imports.undo.confirm')}
      cancel={t('ui.close')}
      look="danger"
      busy={undo.isPending}
      onConfirm={() => undo.mutate(undefined, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{t('imports.undo.help')}</p>
      {undo.error && <p role="alert">{sentence(asProblem(undo.error))}</p>}
    </ConfirmDialog>
  );
};
