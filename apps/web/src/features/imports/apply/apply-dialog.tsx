import { importRoutes, type BodyOf, type ImportView } from '@qingshan/contracts';
import { useState } from 'react';
import { useForm, type ResolverResult } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useServerErrors } from '../../../shell/forms';
import { formatCount } from '../../../shell/format';
import { useSession } from '../../../shell/session-context';
import { Button, ButtonLink } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { endOfLastMonth, tidyDay } from '../../../ui/form/day';
import { DayInput } from '../../../ui/form/day-input';
import { Field, FormActions } from '../../../ui/form/field';
import { Form } from '../../../ui/form/form';
import { useApply } from '../queries';
import { ErrorChoice } from './error-choice';
import styles from './apply.module.css';

type ApplyBody = BodyOf<typeof importRoutes.apply>;

interface Values {
  readonly effectiveOn: string;
}

interface ApplyDialogProps {
  readonly view: ImportView;
  readonly counts: NonNullable<ImportView['counts']>;
  readonly onClose: () => void;
}

/** The last word before anything is written: how much, from which day on, and what becomes of the wrong rows. */
export const ApplyDialog = ({ view, counts, onClose }: ApplyDialogProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const apply = useApply(view.id);
  const serverErrors = useServerErrors();
  const [leaveOut, setLeaveOut] = useState(false);
  const total = formatCount(counts.new + counts.changed);
  const resolve = ({ effectiveOn }: Values): ResolverResult<Values, ApplyBody> => {
    const given = { effectiveOn: tidyDay(effectiveOn), leaveOutErrors: leaveOut };
    const body = importRoutes.apply.body.safeParse(given);
    if (body.success) return { values: body.data, errors: {} };
    const rule = effectiveOn.trim() === '' ? 'required' : 'invalid_day';
    return { values: {}, errors: { effectiveOn: { type: rule, message: t(`labels.rule.${rule}`) } } };
  };
  const form = useForm<Values, unknown, ApplyBody>({
    defaultValues: { effectiveOn: today },
    shouldFocusError: false,
    resolver: resolve,
  });
  const submit = async (body: ApplyBody) => {
    try {
      await apply.mutateAsync(body);
      onClose();
    } catch (error) {
      serverErrors(form, error);
    }
  };
  return (
    <Dialog open title={t('imports.apply.title')} onClose={onClose}>
      <Form form={form} labels={{ effectiveOn: t('imports.apply.effectiveOn') }} onSubmit={submit}>
        <div className={styles.words}>
          <p>
            {t('imports.apply.will', {
              count: counts.new + counts.changed,
              value: total,
              fresh: formatCount(counts.new),
              changed: formatCount(counts.changed),
            })}
          </p>
          {counts.unassigned > 0 && (
            <p>
              {t('imports.apply.unassigned', {
                count: counts.unassigned,
                value: formatCount(counts.unassigned),
              })}
            </p>
          )}
        </div>
        <Field
          name="effectiveOn"
          label={t('imports.apply.effectiveOn')}
          help={t('imports.apply.effectiveHelp')}
          required
        >
          {(bound) => (
            <DayInput
              {...bound}
              autoFocus
              max={today}
              shortcuts={[
                { label: t('format.today'), day: today },
                { label: t('format.lastMonthEnd'), day: endOfLastMonth(today) },
              ]}
            />
          )}
        </Field>
        <ErrorChoice errors={counts.error} others={total} leaveOut={leaveOut} onChange={setLeaveOut} />
        <FormActions>
          {leaveOut || counts.error === 0 ? (
            <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
              {t('imports.apply.confirm')}
            </Button>
          ) : (
            <ButtonLink to="/imports" look="primary" icon="upload">
              {t('imports.apply.again')}
            </ButtonLink>
          )}
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
