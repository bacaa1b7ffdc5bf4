import { zodResolver } from '@hookform/resolvers/zod';
import { delegationRoutes, type BodyOf, type Delegations } from '@qingshan/contracts';
import { DELEGATION_FAULTS, DELEGATION_MAX_DAYS } from '@qingshan/domain';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRules, useServerErrors } from '../../shell/forms';
import { asProblem } from '../../shell/problem';
import { useSession } from '../../shell/session-context';
import { Button } from '../../ui/button';
import { tidyDay } from '../../ui/form/day';
import { DayInput } from '../../ui/form/day-input';
import { Field, FieldRow, FormActions } from '../../ui/form/field';
import { Form } from '../../ui/form/form';
import { Choose, TextInput } from '../../ui/form/inputs';
import { toast } from '../../ui/toasts';
import { useMakeDelegation } from './queries';

const schema = delegationRoutes.make.body;

/** To whom, from when until when, and why. */
export const DelegationForm = ({ candidates }: Pick<Delegations, 'candidates'>) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const make = useMakeDelegation();
  const showErrors = useServerErrors();
  const resolve = zodResolver(schema, useRules());
  const empty = { delegateId: '' as unknown as number, startsOn: today, endsOn: '', reason: '' };
  const form = useForm({
    resolver: (values, context, options) =>
      resolve(
        {
          ...values,
          delegateId: String(values.delegateId) === '' ? (null as never) : Number(values.delegateId),
          startsOn: tidyDay(values.startsOn),
          endsOn: tidyDay(values.endsOn),
        },
        context,
        options,
      ),
    defaultValues: empty,
    shouldFocusError: false,
  });
  const submit = async (body: BodyOf<typeof delegationRoutes.make>) => {
    try {
      await make.mutateAsync(body);
      toast(t('delegations.made'));
      form.reset(empty);
    } catch (error) {
      showErrors(form, error);
      const why = DELEGATION_FAULTS.find((one) => one === asProblem(error).data.why);
      if (why)
        form.setError('root', { message: t(`delegations.fault.${why}`, { days: DELEGATION_MAX_DAYS }) });
    }
  };
  const labels = {
    delegateId: t('delegations.delegate'),
    startsOn: t('delegations.startsOn'),
    endsOn: t('delegations.endsOn'),
    reason: t('delegations.reason'),
  };
  return (
    <Form form={form} labels={labels} onSubmit={submit}>
      <Field name="delegateId" label={labels.delegateId} required>
        {(bound) => (
          <Choose
            {...bound}
            blank={t('ui.choose')}
            choices={candidates.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
      </Field>
      <FieldRow>
        <Field name="startsOn" label={labels.startsOn} required>
          {(bound) => <DayInput {...bound} min={today} />}
        </Field>
        <Field name="endsOn" label={labels.endsOn} required>
          {(bound) => <DayInput {...bound} min={today} />}
        </Field>
      </FieldRow>
      <Field name="reason" label={labels.reason} required>
        {(bound) => <TextInput {...bound} maxLength={300} />}
      </Field>
      <FormActions>
        <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
          {t('delegations.make')}
        </Button>
      </FormActions>
    </Form>
  );
};
