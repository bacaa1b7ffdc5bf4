import { zodResolver } from '@hookform/resolvers/zod';
import { mapRoutes, type BodyOf, type MapSources } from '@qingshan/contracts';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRules, useServerErrors } from '../../shell/forms';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { tidyDay } from '../../ui/form/day';
import { Field } from '../../ui/form/field';
import { Form } from '../../ui/form/form';
import { TextInput } from '../../ui/form/inputs';
import { useSetBasemap } from './queries';
import { ReviewFields, useReviewLabels } from './review-fields';

interface BasemapDialogProps {
  readonly basemap: MapSources['basemap'];
  readonly onClose: () => void;
}

/** Names the one tile service that the map may load pictures from. */
export const BasemapDialog = ({ basemap, onClose }: BasemapDialogProps) => {
  const { t } = useTranslation();
  const set = useSetBasemap();
  const showErrors = useServerErrors();
  const review = useReviewLabels();
  const form = useForm({
    resolver: zodResolver(mapRoutes.setBasemap.body, useRules()),
    defaultValues: {
      url: basemap?.url ?? '',
      layer: basemap?.layer ?? 'vec',
      matrixSet: basemap?.matrixSet ?? 'w',
      reviewNumber: basemap?.reviewNumber ?? '',
      reviewedOn: basemap?.reviewedOn ?? '',
    },
    shouldFocusError: false,
  });
  const submit = async (body: BodyOf<typeof mapRoutes.setBasemap>) => {
    try {
      await set.mutateAsync(body);
      onClose();
    } catch (error) {
      showErrors(form, error);
    }
  };
  const send = () => {
    form.setValue('reviewedOn', tidyDay(form.getValues('reviewedOn')));
    void form.handleSubmit(submit)();
  };
  const labels = {
    url: t('system.map.url'),
    layer: t('system.map.layerName'),
    matrixSet: t('system.map.matrixSet'),
    ...review,
  };
  return (
    <Dialog
      open
      title={t('system.map.basemap.set')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" busy={form.formState.isSubmitting} onClick={send}>
            {t('system.map.save')}
          </Button>
        </>
      }
    >
      <Form form={form} labels={labels} onSubmit={submit}>
        <Field name="url" label={labels.url} help={t('system.map.urlHelp')} required>
          {(bound) => <TextInput {...bound} inputMode="url" spellCheck={false} maxLength={500} autoFocus />}
        </Field>
        <Field name="layer" label={labels.layer} required>
          {(bound) => <TextInput {...bound} spellCheck={false} maxLength={100} />}
        </Field>
        <Field name="matrixSet" label={labels.matrixSet} help={t('system.map.matrixHelp')} required>
          {(bound) => <TextInput {...bound} spellCheck={false} maxLength={100} />}
        </Field>
        <ReviewFields />
      </Form>
    </Dialog>
  );
};
