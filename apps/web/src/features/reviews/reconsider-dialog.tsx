import { reviewRoutes, type SubmissionView } from '@qingshan/contracts';
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
import { useReconsider } from './queries';

interface ReconsiderDialogProps {
  readonly submission: SubmissionView;
  readonly onClose: () => void;
}

/** Asks the level that returned it to look at the same again, and says why. */
export const ReconsiderDialog = ({ submission, onClose }: ReconsiderDialogProps) => {
  const { t } = useTranslation();
  const reconsider = useReconsider();
  const sentence = useSentence();
  const form = useForm({
    defaultValues: { remark: '' },
    shouldFocusError: false,
    resolver: zodResolver(reviewRoutes.reconsider.body.pick({ remark: true }), useRules()),
  });
  return (
    <Dialog open title={t('reviews.reconsider')} onClose={onClose}>
      <Form
        form={form}
        labels={{ remark: t('reviews.grounds') }}
        onSubmit={async ({ remark }) => {
          try {
            await reconsider.mutateAsync({ seen: submission, remark });
            toast(t('reviews.reconsidered', { name: submission.name }));
            onClose();
          } catch (error) {
            form.setError('root', { message: sentence(asProblem(error)) });
          }
        }}
      >
        <Field name="remark" label={t('reviews.grounds')} help={t('reviews.groundsHelp')} required>
          {(bound) => <TextArea {...bound} maxLength={2000} data-autofocus />}
        </Field>
        <FormActions>
          <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
            {t('reviews.reconsider')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
