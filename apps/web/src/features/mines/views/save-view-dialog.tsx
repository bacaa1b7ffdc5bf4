import { viewRoutes, type SavedView } from '@qingshan/contracts';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRules, useServerErrors } from '../../../shell/forms';
import { asProblem } from '../../../shell/problem';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field, FormActions } from '../../../ui/form/field';
import { Form } from '../../../ui/form/form';
import { Check, TextInput } from '../../../ui/form/inputs';
import { toast } from '../../../ui/toasts';
import { bodyResolver } from '../edit/resolver';
import type { View } from '../list/view-settings';
import type { MinesQuery } from '../queries';
import { useRemoveView, useSaveView, type ViewWords } from './queries';

interface SaveViewDialogProps {
  /** The view to change, or none to keep the filter as a new one. */
  readonly view: SavedView | undefined;
  readonly query: MinesQuery;
  /** The columns the page shows, where it shows any. */
  readonly columns: View | undefined;
  readonly onClose: () => void;
}

type Kept = Omit<ViewWords, 'layout'> & { readonly keepsColumns: boolean };

interface OptionProps {
  readonly label: string;
  readonly help: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

const Option = ({ label, help, on, onChange }: OptionProps) => (
  <div>
    <Check label={label} checked={on} onChange={({ target }) => onChange(target.checked)} />
    <p>{help}</p>
  </div>
);

/** Gives a filter a name, shares it or not, or takes the view away. */
export const SaveViewDialog = ({ view, query, columns, onClose }: SaveViewDialogProps) => {
  const { t } = useTranslation();
  const saveView = useSaveView();
  const removeView = useRemoveView();
  const showServerErrors = useServerErrors();
  const { page: _page, pageSize: _size, ...filter } = query;
  const form = useForm({
    defaultValues: {
      name: view?.name ?? '',
      shared: view?.shared ?? false,
      keepsColumns: view ? view.layout !== null : true,
    },
    shouldFocusError: false,
    resolver: bodyResolver(
      viewRoutes.save.body.pick({ name: true, shared: true }),
      ({ keepsColumns: _, ...words }: Kept) => words,
      useRules(),
    ),
  });
  const [shared, keepsColumns] = useWatch({ control: form.control, name: ['shared', 'keepsColumns'] });
  const layout = columns && (keepsColumns ? columns : null);
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      toast(done);
      onClose();
    } catch (error) {
      showServerErrors(form, error);
      if (asProblem(error).code === 'already-exists')
        form.setError('name', { message: t('mines.views.taken') });
    }
  };
  return (
    <Dialog
      open
      title={view ? t('mines.views.titleOf', { name: view.name }) : t('mines.views.title')}
      onClose={onClose}
    >
      <Form
        form={form}
        labels={{ name: t('mines.views.name') }}
        onSubmit={(words) =>
          attempt(
            () => saveView.mutateAsync({ ...words, layout, view, filter }),
            t('mines.views.saved', { name: words.name }),
          )
        }
      >
        <Field name="name" label={t('mines.views.name')} required>
          {(bound) => <TextInput {...bound} maxLength={40} autoFocus />}
        </Field>
        <Option
          label={t('mines.views.shared')}
          help={t('mines.views.sharedHelp')}
          on={shared}
          onChange={(on) => form.setValue('shared', on)}
        />
        {columns && (
          <Option
            label={t('mines.views.columns')}
            help={t('mines.views.columnsHelp')}
            on={keepsColumns}
            onChange={(on) => form.setValue('keepsColumns', on)}
          />
        )}
        <FormActions>
          <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
            {view ? t('mines.edit.save') : t('mines.views.save')}
          </Button>
          {view && (
            <Button
              look="danger"
              busy={removeView.isPending}
              onClick={() =>
                void attempt(
                  () => removeView.mutateAsync(view),
                  t('mines.views.removed', { name: view.name }),
                )
              }
            >
              {t('mines.views.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
