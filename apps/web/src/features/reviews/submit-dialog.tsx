import { reviewRoutes, type MineView } from '@qingshan/contracts';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRules } from '../../shell/forms';
import { asProblem, useSentence } from '../../shell/problem';
import { useSession } from '../../shell/session-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { DayInput } from '../../ui/form/day-input';
import { Field, FormActions } from '../../ui/form/field';
import { Form } from '../../ui/form/form';
import { TextArea } from '../../ui/form/inputs';
import { toast } from '../../ui/toasts';
import { useSubmit } from './queries';

interface SubmitDialogProps {
  readonly mine: MineView;
  readonly onSubmitted?: () => void;
  readonly onClose: () => void;
}

/** The day the stage was done, and a word to the reviewers; from then on what they judge stays as it is. */
export const SubmitDialog = ({ mine, onSubmitted, onClose }: SubmitDialogProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const submit = useSubmit();
  const sentence = useSentence();
  const form = useForm({
    defaultValues: { effectiveOn: today, remark: '' },
    shouldFocusError: false,
    resolver: zodResolver(reviewRoutes.submit.body.pick({ effectiveOn: true, remark: true }), useRules()),
  });
  return (
    <Dialog open title={t('reviews.submitTitle', { name: mine.name })} onClose={onClose}>
      <Form
        form={form}
        labels={{ effectiveOn: t('mines.move.effectiveOn'), remark: t('reviews.remark') }}
        onSubmit={async ({ effectiveOn, remark }) => {
          try {
            await submit.mutateAsync({ mineId: mine.id, version: mine.version, effectiveOn, remark });
            toast(t('reviews.submitted', { name: mine.name }));
            onClose();
            onSubmitted?.();
          } catch (error) {
            form.setError('root', { message: sentence(asProblem(error)) });
          }
        }}
      >
        <Field
          name="effectiveOn"
          label={t('mines.move.effectiveOn')}
          help={t('mines.move.effectiveHelp', { since: mine.stageSince })}
          required
        >
          {(bound) => (
            <DayInput
              {...bound}
              autoFocus
              min={mine.stageSince}
              max={today}
              shortcuts={[{ label: t('format.today'), day: today }]}
            />
          )}
        </Field>
        <Field name="remark" label={t('reviews.remark')} help={t('reviews.frozenHelp')}>
          {(bound) => <TextArea {...bound} rows={2} maxLength={2000} />}
        </Field>
        <FormActions>
          <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
            {t('reviews.submit')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
