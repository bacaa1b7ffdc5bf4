import { LARGEST_LEDGER_BYTES } from '@qingshan/contracts';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../shell/format';
import { Button } from '../../../ui/button';
import { classNames } from '../../../ui/class-names';
import { Icon } from '../../../ui/icon';
import { useUpload } from '../queries';
import { useFileRefusal } from '../refusal-text';
import { ProgressBar } from '../../../ui/progress-bar';
import styles from './drop-zone.module.css';
import { LEDGER_KINDS } from './ledger-kinds';
import { TemplateButton } from './template-button';

interface Sending {
  readonly name: string;
  readonly abort: AbortController;
}

/** Takes one file, shows it going out, and says what is wrong with one that is turned away. */
export const DropZone = ({ onUploaded }: { readonly onUploaded: (id: number) => void }) => {
  const { t } = useTranslation();
  const upload = useUpload();
  const refusal = useFileRefusal();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [share, setShare] = useState(0);
  const [refused, setRefused] = useState<{ readonly title: string; readonly text: string } | null>(null);

  const take = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file || sending) return;
    if (files.length > 1) return setRefused({ title: t('imports.drop.several'), text: '' });
    const abort = new AbortController();
    setRefused(null);
    setShare(0);
    setSending({ name: file.name, abort });
    try {
      const made = await upload.mutateAsync({ file, signal: abort.signal, onSent: setShare });
      onUploaded(made.id);
    } catch (error) {
      if (!abort.signal.aborted)
        setRefused({ title: t('imports.drop.refused', { file: file.name }), text: refusal(error) });
    } finally {
      setSending(null);
    }
  };

  const drag = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      void take(event.dataTransfer.files);
    },
  };

  return (
    <section
      className={classNames(styles.zone, over && styles.over)}
      aria-label={t('imports.drop.label')}
      {...drag}
    >
      {sending ? (
        <Progress name={sending.name} share={share} onCancel={() => sending.abort.abort()} />
      ) : (
        <>
          <span className={styles.badge}>
            <Icon name="upload" size={24} />
          </span>
          <p className={styles.title}>{t('imports.drop.title')}</p>
          <div className={styles.ways}>
            <Button look="primary" onClick={() => input.current?.click()}>
              {t('imports.drop.choose')}
            </Button>
            <TemplateButton />
          </div>
          <p className={styles.help}>
            {t('imports.drop.kinds', { size: formatBytes(LARGEST_LEDGER_BYTES) })}
          </p>
          <input
            ref={input}
            type="file"
            hidden
            accept={LEDGER_KINDS}
            aria-label={t('imports.drop.choose')}
            onChange={(event) => {
              void take(event.target.files);
              // The same file again, corrected, is a change too.
              event.target.value = '';
            }}
          />
        </>
      )}
      {refused && (
        <div role="alert" className={styles.refused}>
          <Icon name="warning" />
          <div>
            <strong>{refused.title}</strong>
            {refused.text && <p>{refused.text}</p>}
          </div>
        </div>
      )}
    </section>
  );
};

interface ProgressProps {
  readonly name: string;
  readonly share: number;
  readonly onCancel: () => void;
}

const Progress = ({ name, share, onCancel }: ProgressProps) => {
  const { t } = useTranslation();
  const reading = share >= 1;
  const words = t(reading ? 'imports.drop.reading' : 'imports.drop.sending', { file: name });
  return (
    <div className={styles.progress}>
      <p role="status" className={styles.title}>
        {words}
      </p>
      <ProgressBar label={words} done={reading ? null : share} />
      <p className={styles.help}>{reading ? t('imports.drop.readingHelp') : `${Math.floor(share * 100)}%`}</p>
      <Button onClick={onCancel}>{t('imports.drop.cancel')}</Button>
    </div>
  );
};
