import type { DocumentList } from '@qingshan/contracts';
import { DOCUMENT_TYPES, LARGEST_DOCUMENT_BYTES, type DocumentType } from '@qingshan/domain';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../shell/format';
import { useLanguage } from '../../shell/i18n';
import { StageTag } from '../../shell/stage-tag';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Choose } from '../../ui/form/inputs';
import { Icon } from '../../ui/icon';
import { ProgressBar } from '../../ui/progress-bar';
import { toast } from '../../ui/toasts';
import styles from './documents.module.css';
import { useAddDocument } from './queries';
import { useDocumentRefusal } from './refusal-text';

interface AddDocumentDialogProps {
  readonly mineId: number;
  readonly list: DocumentList;
  /** What is to be added, where the gate asked for it. */
  readonly wanted: string | null;
  readonly onClose: () => void;
}

/** What it is, and the file: it goes out as soon as it is chosen. */
export const AddDocumentDialog = ({ mineId, list, wanted, onClose }: AddDocumentDialogProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const add = useAddDocument(mineId);
  const refusal = useDocumentRefusal();
  const input = useRef<HTMLInputElement>(null);
  const typeId = useId();
  const first = DOCUMENT_TYPES.find(({ code }) => code === wanted)?.code ?? list.wanted[0] ?? 'OTHER';
  const [type, setType] = useState<DocumentType>(first);
  const [sending, setSending] = useState<{ name: string; share: number; abort: AbortController } | null>(
    null,
  );
  const [refused, setRefused] = useState<string | null>(null);
  const isWanted = (code: DocumentType) => list.wanted.includes(code);
  const choice = ({ code, zh, en }: (typeof DOCUMENT_TYPES)[number]) => ({
    value: code,
    label: language === 'zh' ? zh : en,
  });

  const take = async (file: File | undefined) => {
    if (!file || sending) return;
    const abort = new AbortController();
    setRefused(null);
    setSending({ name: file.name, share: 0, abort });
    try {
      const onSent = (share: number) => setSending({ name: file.name, share, abort });
      await add.mutateAsync({ type, file, signal: abort.signal, onSent });
      toast(t('documents.added', { name: file.name }));
      onClose();
    } catch (error) {
      if (!abort.signal.aborted) setRefused(refusal(error));
      setSending(null);
    }
  };

  return (
    <Dialog
      open
      title={t('documents.add')}
      onClose={() => {
        sending?.abort.abort();
        onClose();
      }}
    >
      <div className={styles.form}>
        <p className={styles.forStage}>
          {t('documents.forStage')} <StageTag stage={list.stage} />
        </p>
        <div>
          <label htmlFor={typeId}>{t('documents.type')}</label>
          <Choose
            id={typeId}
            value={type}
            data-autofocus={wanted === '' || undefined}
            disabled={sending !== null}
            onChange={(event) => setType(event.target.value as DocumentType)}
            groups={[
              {
                label: t('documents.wanted'),
                choices: DOCUMENT_TYPES.filter(({ code }) => isWanted(code)).map(choice),
              },
              {
                label: t('documents.others'),
                choices: DOCUMENT_TYPES.filter(({ code }) => !isWanted(code)).map(choice),
              },
            ].filter(({ choices }) => choices.length > 0)}
          />
        </div>
        {sending ? (
          <div className={styles.sending}>
            <p role="status">{t('documents.sending', { name: sending.name })}</p>
            <ProgressBar
              label={t('documents.sending', { name: sending.name })}
              done={sending.share >= 1 ? null : sending.share}
            />
          </div>
        ) : (
          <p className={styles.help}>{t('documents.kinds', { size: formatBytes(LARGEST_DOCUMENT_BYTES) })}</p>
        )}
        {refused && (
          <p role="alert" className={styles.refused}>
            <Icon name="warning" /> {refused}
          </p>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".pdf,.jpg,.jpeg,.png"
          aria-label={t('documents.choose')}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <div className={styles.acts}>
          <Button
            look="primary"
            data-autofocus={wanted !== '' || undefined}
            busy={sending !== null}
            onClick={() => input.current?.click()}
          >
            {t('documents.choose')}
          </Button>
          <Button
            onClick={() => {
              sending?.abort.abort();
              onClose();
            }}
          >
            {t('ui.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
