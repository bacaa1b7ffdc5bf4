import type { SubmissionView } from '@qingshan/contracts';
import { FILE_PLACES, RETURN_REASONS, type FilePlace, type ReturnReason } from '@qingshan/domain';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shell/i18n';
import { asProblem, useSentence } from '../../shell/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Check, Choose, TextArea, TextInput } from '../../ui/form/inputs';
import { toast } from '../../ui/toasts';
import { useSendBack } from './queries';
import styles from './reviews.module.css';
import type { FieldWords } from './words';

interface ReturnDialogProps {
  readonly submission: SubmissionView;
  readonly words: FieldWords;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Reasons from the library, a note at the field that is meant, and what else there is to say. */
export const ReturnDialog = ({ submission, words, onClose, onDone }: ReturnDialogProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const sendBack = useSendBack();
  const sentence = useSentence();
  const noteId = useId();
  const [reasons, setReasons] = useState<readonly ReturnReason[]>([]);
  const [field, setField] = useState<FilePlace | ''>('');
  const [note, setNote] = useState('');
  const [remark, setRemark] = useState('');
  const [missing, setMissing] = useState<'reason' | 'note' | null>(null);

  const send = () => {
    if (reasons.length === 0) return setMissing('reason');
    if ((field === '') !== (note.trim() === '')) return setMissing('note');
    const fields = field === '' ? [] : [{ field, note: note.trim() }];
    sendBack.mutate(
      { seen: submission, said: { reasons: [...reasons], fields, remark: remark.trim() || null } },
      {
        onSuccess: () => {
          toast(t('reviews.returned', { name: submission.name }));
          onDone();
        },
      },
    );
  };
  return (
    <Dialog open title={t('reviews.returnTitle', { name: submission.name })} onClose={onClose}>
      <div className={styles.form}>
        <fieldset className={styles.reasons}>
          <legend>{t('reviews.reasons')}</legend>
          {RETURN_REASONS.map(({ code, zh, en }, index) => (
            <Check
              key={code}
              label={language === 'zh' ? zh : en}
              data-autofocus={index === 0 || undefined}
              checked={reasons.includes(code)}
              onChange={(event) =>
                setReasons(event.target.checked ? [...reasons, code] : reasons.filter((one) => one !== code))
              }
            />
          ))}
        </fieldset>
        <div>
          <label htmlFor={`${noteId}-field`}>{t('reviews.field')}</label>
          <Choose
            id={`${noteId}-field`}
            value={field}
            blank={t('reviews.noField')}
            choices={FILE_PLACES.map((one) => ({ value: one, label: words.label(one) }))}
            onChange={(event) => setField(event.target.value as FilePlace | '')}
          />
        </div>
        {field !== '' && (
          <div>
            <label htmlFor={`${noteId}-note`}>{t('reviews.note', { field: words.label(field) })}</label>
            <TextInput
              id={`${noteId}-note`}
              value={note}
              maxLength={300}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
        )}
        <div>
          <label htmlFor={`${noteId}-remark`}>{t('reviews.remark')}</label>
          <TextArea
            id={`${noteId}-remark`}
            value={remark}
            maxLength={2000}
            onChange={(event) => setRemark(event.target.value)}
          />
        </div>
        {missing && <p role="alert">{t(`reviews.missing.${missing}`)}</p>}
        {sendBack.error && <p role="alert">{sentence(asProblem(sendBack.error))}</p>}
        <div className={styles.acts}>
          <Button look="danger" busy={sendBack.isPending} onClick={send}>
            {t('reviews.return')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
};
