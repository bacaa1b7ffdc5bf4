import { useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { toast } from '../../../ui/toasts';
import { useUpload } from '../queries';
import { useFileRefusal } from '../refusal-text';
import { LEDGER_KINDS } from './ledger-kinds';

interface ImportButtonProps {
  readonly onUploaded: (id: number) => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Takes one ledger from where one stands: a file chosen is a file on its way. */
export const ImportButton = ({ onUploaded, ref }: ImportButtonProps) => {
  const { t } = useTranslation();
  const upload = useUpload();
  const refusal = useFileRefusal();
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file || upload.isPending) return;
    try {
      const { id } = await upload.mutateAsync({
        file,
        signal: new AbortController().signal,
        onSent: () => undefined,
      });
      onUploaded(id);
    } catch (error) {
      toast(`${t('imports.drop.refused', { file: file.name })} ${refusal(error)}`, { failed: true });
    }
  };
  return (
    <>
      <Button ref={ref} icon="upload" busy={upload.isPending} onClick={() => input.current?.click()}>
        {t('imports.open')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={LEDGER_KINDS}
        aria-label={t('imports.drop.choose')}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
};
