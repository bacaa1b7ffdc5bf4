import { zodResolver } from '@hookform/resolvers/zod';
import { mapRoutes, type CallOf } from '@qingshan/contracts';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRules, useServerErrors } from '../../shell/forms';
import { asProblem } from '../../shell/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form } from '../../ui/form/form';
import { tidyDay } from '../../ui/form/day';
import styles from './map-sources.module.css';
import { useLoadBoundaries } from './queries';
import { useBoundaryRefusal } from './refusal-text';
import { ReviewFields, useReviewLabels } from './review-fields';

/** Loads an official boundary file with the number and day of its review. */
export const BoundariesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const load = useLoadBoundaries();
  const refusal = useBoundaryRefusal();
  const showErrors = useServerErrors();
  const labels = useReviewLabels();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [fileError, setFileError] = useState('');
  const form = useForm({
    resolver: zodResolver(mapRoutes.setBoundaries.query, useRules()),
    defaultValues: { reviewNumber: '', reviewedOn: '' },
    shouldFocusError: false,
  });
  const submit = async (given: CallOf<typeof mapRoutes.setBoundaries>['query']) => {
    if (!file) return setFileError(t('system.map.fileMissing'));
    try {
      await load.mutateAsync({ file, review: given });
      onClose();
    } catch (error) {
      if (asProblem(error).code === 'file-refused') setFileError(refusal(error));
      else showErrors(form, error);
    }
  };
  const send = () => {
    form.setValue('reviewedOn', tidyDay(form.getValues('reviewedOn')));
    void form.handleSubmit(submit)();
  };
  return (
    <Dialog
      open
      title={t('system.map.boundaries.set')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" busy={form.formState.isSubmitting} onClick={send}>
            {t('system.map.load')}
          </Button>
        </>
      }
    >
      <Form form={form} labels={labels} onSubmit={submit}>
        <div className={styles.file}>
          <label className={styles.label} htmlFor="boundary-file">
            {t('system.map.file')}
          </label>
          <p id="boundary-file-help" className={styles.help}>
            {t('system.map.fileHelp')}
          </p>
          <div className={styles.chosen}>
            <Button
              size="small"
              icon="upload"
              aria-describedby="boundary-file-help boundary-file-error"
              onClick={() => input.current?.click()}
            >
              {t('system.map.choose')}
            </Button>
            <span>{file ? file.name : t('system.map.noFile')}</span>
          </div>
          <input
            id="boundary-file"
            ref={input}
            hidden
            type="file"
            accept=".json,.geojson"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setFileError('');
            }}
          />
          <p id="boundary-file-error" role="alert" className={styles.error}>
            {fileError}
          </p>
        </div>
        <ReviewFields />
      </Form>
    </Dialog>
  );
};
