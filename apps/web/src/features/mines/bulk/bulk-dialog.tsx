import { bulkRoutes, type BulkEditView, type CallOf } from '@qingshan/contracts';
import { BULK_FIELDS, type BulkField } from '@qingshan/domain';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useServerErrors } from '../../../shell/forms';
import { formatCount } from '../../../shell/format';
import { useSession } from '../../../shell/session-context';
import { Button, IconButton } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { tidyDay } from '../../../ui/form/day';
import { Field, FormActions } from '../../../ui/form/field';
import { Form } from '../../../ui/form/form';
import { Choose } from '../../../ui/form/inputs';
import { FieldControl } from '../edit/field-control';
import { textOf, valueOf, type MineText } from '../edit/form-text';
import { useFormLabels } from '../edit/mine-fields';
import { bodyResolver } from '../edit/resolver';
import { useMineRules } from '../edit/rules';
import { WhenFields } from '../edit/when-fields';
import { useProblemText } from '../refusal-text';
import styles from './bulk.module.css';
import { usePrepareBulk } from './queries';

type Body = CallOf<typeof bulkRoutes.prepare>['body'];

interface BulkDialogProps {
  readonly which: Body['which'];
  readonly count: number;
  /** A field to begin with, when one was pointed at. */
  readonly start?: string;
  readonly onPrepared: (edit: BulkEditView) => void;
  readonly onClose: () => void;
}

type Values = MineText & { effectiveOn: string; note: string };

/** Which facts the chosen mines get, from which day on. The next page shows every mine before anything is written. */
export const BulkDialog = ({ which, count, start, onPrepared, onClose }: BulkDialogProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const prepare = usePrepareBulk();
  const problemText = useProblemText();
  const showServerErrors = useServerErrors();
  const labels = useFormLabels();
  const [fields, setFields] = useState<readonly BulkField[]>(() =>
    BULK_FIELDS.filter((field) => field === start),
  );
  const form = useForm({
    defaultValues: { ...textOf({}), effectiveOn: today, note: '' },
    shouldFocusError: false,
    resolver: bodyResolver(
      bulkRoutes.prepare.body,
      ({ effectiveOn, note, ...typed }: Values) => ({
        which,
        changes: Object.fromEntries(fields.map((field) => [field, valueOf(field, typed[field])])),
        effectiveOn: tidyDay(effectiveOn),
        remark: note,
      }),
      useMineRules(),
    ),
  });
  const newest = fields.at(-1);
  const { setFocus } = form;
  useEffect(() => {
    if (newest) setFocus(newest);
  }, [newest, setFocus]);

  const submit = async (body: Body) => {
    try {
      onPrepared(await prepare.mutateAsync(body));
    } catch (error) {
      showServerErrors(form, error);
      form.setError('root', { message: problemText(error) });
    }
  };
  const left = BULK_FIELDS.filter((field) => !fields.includes(field));
  return (
    <Dialog open title={t('mines.bulk.title', { value: formatCount(count) })} onClose={onClose}>
      <Form form={form} labels={labels} onSubmit={submit}>
        {fields.map((field) => (
          <div key={field} className={styles.chosen}>
            <Field name={field} label={t(`labels.field.${field}`)} help={t('mines.bulk.empty')}>
              {(bound) => (
                <FieldControl
                  field={field}
                  label={t(`labels.field.${field}`)}
                  bound={bound}
                  mayPlace={false}
                />
              )}
            </Field>
            <IconButton
              icon="close"
              label={t('mines.bulk.remove', { field: t(`labels.field.${field}`) })}
              onClick={() => setFields(fields.filter((one) => one !== field))}
            />
          </div>
        ))}
        {left.length > 0 && (
          <label className={styles.choose}>
            <span>{t(fields.length === 0 ? 'mines.bulk.field' : 'mines.bulk.add')}</span>
            <Choose
              data-autofocus={fields.length === 0 || undefined}
              value=""
              blank={t('mines.bulk.noField')}
              choices={left.map((field) => ({ value: field, label: t(`labels.field.${field}`) }))}
              onChange={(event) => {
                const field = left.find((one) => one === event.target.value);
                if (field) setFields([...fields, field]);
              }}
            />
          </label>
        )}
        <WhenFields
          wordsName="note"
          labels={{ effectiveOn: t('mines.move.effectiveOn'), words: t('mines.edit.note') }}
          help={t('mines.move.effectivePlain')}
        />
        <FormActions>
          <Button
            look="primary"
            type="submit"
            disabled={fields.length === 0}
            busy={form.formState.isSubmitting}
          >
            {t('mines.bulk.preview')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
