import { documentRoutes, type DocumentView } from '@qingshan/contracts';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRules } from '../../shell/forms';
import { asProblem, useSentence } from '../../shell/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field, FormActions } from '../../ui/form/field';
import { Form } from '../../ui/form/form';
import { TextArea } from '../../ui/form/inputs';
import { toast } from '../../ui/toasts';
import { useRemoveDocument } from './queries';

interface RemoveDocumentDialogProps {
  readonly mineId: number;
  readonly document: DocumentView;
  readonly onClose: () => void;
}

/** Takes a document out of the file; why is asked, since it stays on record. */
export const RemoveDocumentDialog = ({ mineId, document, onClose }: RemoveDocumentDialogProps) => {
  const { t } = useTranslation();
  const remove = useRemoveDocument(mineId);
  const sentence = useSentence();
  const form = useForm({
    defaultValues: { reason: '' },
    shouldFocusError: false,
    resolver: zodResolver(documentRoutes.remove.body, useRules()),
  });
  return (
    <Dialog open title={t('documents.removeTitle', { name: document.fileName })} onClose={onClose}>
      <Form
        form={form}
        labels={{ reason: t('documents.reason') }}
        onSubmit={async ({ reason }) => {
          try {
            await remove.mutateAsync({ documentId: document.id, reason });
            toast(t('documents.removed', { name: document.fileName }));
            onClose();
          } catch (error) {
            form.setError('root', { message: sentence(asProblem(error)) });
          }
        }}
      >
        <Field name="reason" label={t('documents.reason')} help={t('documents.removeHelp')} required>
          {(bound) => <TextArea {...bound} maxLength={500} data-autofocus />}
        </Field>
        <FormActions>
          <Button look="danger" type="submit" busy={form.formState.isSubmitting}>
            {t('documents.remove')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
