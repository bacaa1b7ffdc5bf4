import type { SubmissionView } from '@qingshan/contracts';
import { RETURN_REASONS, type ReturnReason } from '@qingshan/domain';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shell/i18n';
import { asProblem, useSentence } from '../../shell/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Check, TextArea } from '../../ui/form/inputs';
import { toast } from '../../ui/toasts';
import { FieldNotes, type FieldNote } from './field-notes';
import { useSendBack } from './queries';
import styles from './reviews.module.css';
import type { FieldWords } from './words';

interface ReturnDialogProps {
  readonly submission: SubmissionView;
  readonly words: FieldWords;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Reasons from the library, a note at each field that is meant, and what else there is to say. */
export const ReturnDialog = ({ submission, words, onClose, onDone }: ReturnDialogProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const sendBack = useSendBack();
  const sentence = useSentence();
  const id = useId();
  const [reasons, setReasons] = useState<readonly ReturnReason[]>([]);
  const [notes, setNotes] = useState<readonly FieldNote[]>([]);
  const [remark, setRemark] = useState('');
  const [missing, setMissing] = useState<'reason' | 'note' | null>(null);

  const firstReason = useRef<HTMLInputElement>(null);
  const lacksReason = missing === 'reason' && reasons.length === 0;

  const send = () => {
    if (reasons.length === 0) {
      firstReason.current?.focus();
      return setMissing('reason');
    }
    const fields = notes.map(({ field, note }) => ({ field, note: note.trim() }));
    if (fields.some(({ note }) => note === '')) return setMissing('note');
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
        <fieldset
          className={styles.reasons}
          aria-describedby={lacksReason ? `${id}-lacks-reason` : undefined}
        >
          <legend>{t('reviews.reasons')}</legend>
          {lacksReason && (
            <p id={`${id}-lacks-reason`} role="alert" className={styles.missing}>
              {t('reviews.missing.reason')}
            </p>
          )}
          {RETURN_REASONS.map(({ code, zh, en }, index) => (
            <Check
              key={code}
              ref={index === 0 ? firstReason : undefined}
              label={language === 'zh' ? zh : en}
              data-autofocus={index === 0 || undefined}
              checked={reasons.includes(code)}
              onChange={(event) =>
                setReasons(event.target.checked ? [...reasons, code] : reasons.filter((one) => one !== code))
              }
            />
          ))}
        </fieldset>
        <FieldNotes notes={notes} words={words} onChange={setNotes} />
        <div>
          <label htmlFor={`${id}-remark`}>{t('reviews.remark')}</label>
          <TextArea
            id={`${id}-remark`}
            value={remark}
            maxLength={2000}
            onChange={(event) => setRemark(event.target.value)}
          />
        </div>
        {missing === 'note' && (
          <p role="alert" className={styles.missing}>
            {t('reviews.missing.note')}
          </p>
        )}
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
