import { zodResolver } from '@hookform/resolvers/zod';
import { reviewRouteRoutes, type ReviewRouteView } from '@qingshan/contracts';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useRules, useServerErrors } from '../../shell/forms';
import { useRegions } from '../../shell/regions';
import { useSession } from '../../shell/session-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { tidyDay } from '../../ui/form/day';
import { DayInput } from '../../ui/form/day-input';
import { Field } from '../../ui/form/field';
import { Form } from '../../ui/form/form';
import { TextArea } from '../../ui/form/inputs';
import { toast } from '../../ui/toasts';
import { LevelChoice } from './level-choice';
import { useChangeRoute } from './use-change-route';
import { useRouteWords } from './words';

const schema = reviewRouteRoutes.set.body.pick({ effectiveOn: true, reason: true });

interface RouteDialogProps {
  readonly regionCode: string;
  readonly route: ReviewRouteView;
  readonly onClose: () => void;
}

/** Which levels review a stage in a division, from when, and why. */
export const RouteDialog = ({ regionCode, route, onClose }: RouteDialogProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const { today } = useSession();
  const words = useRouteWords();
  const showErrors = useServerErrors();
  const change = useChangeRoute(regionCode, route);
  const form = useForm({
    resolver: zodResolver(schema, useRules()),
    defaultValues: { effectiveOn: today, reason: '' },
    shouldFocusError: false,
  });
  const stage = t(`labels.stage.${route.stage}`);

  const submit = async (when: z.output<typeof schema>) => {
    try {
      if (!(await change.save(when))) return;
      toast(t('routes.dialog.saved', { stage }));
      onClose();
    } catch (error) {
      showErrors(form, error);
    }
  };
  const send = () => {
    form.setValue('effectiveOn', tidyDay(form.getValues('effectiveOn')));
    void form.handleSubmit(submit)();
  };
  const labels = { effectiveOn: t('routes.dialog.effectiveOn'), reason: t('routes.dialog.reason') };
  return (
    <Dialog
      open
      title={t('routes.dialog.title', { region: nameOf(regionCode), stage })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" busy={form.formState.isSubmitting} onClick={send}>
            {t('routes.dialog.save')}
          </Button>
        </>
      }
    >
      <Form form={form} labels={labels} onSubmit={submit}>
        <p>
          {t('routes.dialog.now', {
            levels: words.levels(route.levels),
            from: words.from(route, regionCode),
          })}
        </p>
        <LevelChoice
          levels={change.levels}
          mayFollow={route.changes.some(({ levels }) => levels !== null)}
          fault={change.fault}
          onChange={change.choose}
        />
        <Field name="effectiveOn" label={labels.effectiveOn} help={t('routes.dialog.effectiveHelp')} required>
          {(bound) => (
            <DayInput {...bound} min={today} shortcuts={[{ label: t('routes.dialog.today'), day: today }]} />
          )}
        </Field>
        <Field name="reason" label={labels.reason} required>
          {(bound) => <TextArea {...bound} maxLength={500} />}
        </Field>
      </Form>
    </Dialog>
  );
};
