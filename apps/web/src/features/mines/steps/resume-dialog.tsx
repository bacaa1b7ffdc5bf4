import { stepRoutes, type MineView } from '@qingshan/contracts';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRules } from '../../../shell/forms';
import { useSession } from '../../../shell/session-context';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { tidyDay } from '../../../ui/form/day';
import { FormActions } from '../../../ui/form/field';
import { Form } from '../../../ui/form/form';
import { bodyResolver } from '../edit/resolver';
import { WhenFields } from '../edit/when-fields';
import { useResumeStage } from '../queries';
import { useClockAct } from './use-clock-act';

/** Lets the clock of the stage run again, from a day on. */
export const ResumeDialog = ({
  mine,
  onClose,
}: {
  readonly mine: MineView;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const resume = useResumeStage();
  const form = useForm({
    defaultValues: { effectiveOn: today, note: '' },
    shouldFocusError: false,
    resolver: bodyResolver(
      stepRoutes.resume.body,
      (values: { effectiveOn: string; note: string }) => ({
        version: mine.version,
        ...values,
        effectiveOn: tidyDay(values.effectiveOn),
      }),
      useRules(),
    ),
  });
  const run = useClockAct({
    mine,
    done: t('steps.resume.done'),
    onClose,
    onRefused: (message) => form.setError('root', { message }),
  });
  const words = { effectiveOn: t('steps.resume.effectiveOn'), words: t('steps.pause.note') };
  return (
    <Dialog open title={t('steps.resume.title')} onClose={onClose}>
      <Form
        form={form}
        labels={{ effectiveOn: words.effectiveOn, note: words.words }}
        onSubmit={(body) => run(() => resume.mutateAsync({ params: { id: mine.id }, body }))}
      >
        <WhenFields wordsName="note" labels={words} help={t('steps.resume.help')} min={mine.pause?.from} />
        <FormActions>
          <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
            {t('steps.resume.submit')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
