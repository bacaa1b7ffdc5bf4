import type { CorrectionView } from '@qingshan/contracts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, useSentence } from '../../../shell/problem';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { FormActions } from '../../../ui/form/field';
import { TextArea } from '../../../ui/form/inputs';
import { toast } from '../../../ui/toasts';
import styles from './corrections.module.css';
import { useDecideCorrection } from './queries';

interface RefuseDialogProps {
  readonly correction: CorrectionView;
  readonly onClose: () => void;
}

/** A correction is refused with words: who proposed it must know what to do. */
export const RefuseDialog = ({ correction, onClose }: RefuseDialogProps) => {
  const { t } = useTranslation();
  const id = useId();
  const sentence = useSentence();
  const decide = useDecideCorrection();
  const [remark, setRemark] = useState('');
  const [missing, setMissing] = useState(false);
  const send = () => {
    if (remark.trim() === '') return setMissing(true);
    decide.mutate(
      { correction, decision: 'refuse', remark: remark.trim() },
      {
        onSuccess: () => {
          toast(t('mines.corrections.done.refuse', { name: correction.name }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open title={t('mines.corrections.refuseTitle', { name: correction.name })} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label htmlFor={id}>{t('mines.corrections.why')}</label>
        <TextArea
          id={id}
          value={remark}
          maxLength={2000}
          autoFocus
          aria-invalid={missing || undefined}
          onChange={(event) => {
            setRemark(event.target.value);
            setMissing(false);
          }}
        />
        {missing && <p role="alert">{t('labels.refusal.reason-missing')}</p>}
        {decide.error && <p role="alert">{sentence(asProblem(decide.error))}</p>}
        <FormActions>
          <Button look="danger" type="submit" busy={decide.isPending}>
            {t('mines.corrections.refuse')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </form>
    </Dialog>
  );
};
