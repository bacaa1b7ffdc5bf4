import { stepRoutes, type MineView } from '@qingshan/contracts';
import { PAUSE_REASONS } from '@qingshan/domain';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../../shell/codes';
import { useRules } from '../../../shell/forms';
import { useSession } from '../../../shell/session-context';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { tidyDay } from '../../../ui/form/day';
import { Field, FormActions } from '../../../ui/form/field';
import { Form } from '../../../ui/form/form';
import { Choose } from '../../../ui/form/inputs';
import { bodyResolver } from '../edit/resolver';
import { WhenFields } from '../edit/when-fields';
import { usePauseStage } from '../queries';
import { useClockAct } from './use-clock-act';

/** Stops the clock of the stage: why, and from which day. */
export const PauseDialog = ({ mine, onClose }: { readonly mine: MineView; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const code = useCodeName();
  const pause = usePauseStage();
  const form = useForm({
    defaultValues: { reason: '', effectiveOn: today, note: '' },
    shouldFocusError: false,
    resolver: bodyResolver(
      stepRoutes.pause.body,
      (values: { reason: string; effectiveOn: string; note: string }) => ({
        version: mine.version,
        ...values,
        reason: values.reason === '' ? undefined : values.reason,
        effectiveOn: tidyDay(values.effectiveOn),
      }),
      useRules(),
    ),
  });
  const run = useClockAct({
    mine,
    done: t('steps.pause.done'),
    onClose,
    onRefused: (message) => form.setError('root', { message }),
  });
  const words = { effectiveOn: t('steps.pause.effectiveOn'), words: t('steps.pause.note') };
  return (
    <Dialog open title={t('steps.pause.title')} onClose={onClose}>
      <Form
        form={form}
        labels={{ reason: t('steps.reason'), effectiveOn: words.effectiveOn, note: words.words }}
        onSubmit={(body) => run(() => pause.mutateAsync({ params: { id: mine.id }, body }))}
      >
        <Field name="reason" label={t('steps.reason')} required>
          {(bound) => (
            <Choose
              {...bound}
              blank={t('ui.choose')}
              choices={mine.pauseReasons.map((one) => ({ value: one, label: code(PAUSE_REASONS, one) }))}
            />
          )}
        </Field>
        <WhenFields
          wordsName="note"
          labels={words}
          help={t('steps.pause.help')}
          wordsHelp={t('steps.pause.noteHelp')}
          wordsRequired={form.watch('reason') === 'OTHER'}
          min={mine.stageSince}
        />
        <FormActions>
          <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
            {t('steps.pause.submit')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
