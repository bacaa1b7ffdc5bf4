import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { classNames } from './class-names';
import styles from './copy-text.module.css';

interface CopyTextProps {
  readonly text: string;
  /** Small where many stand under each other. */
  readonly size?: 'normal' | 'small';
}

/** A text to take along, with a button that copies it: also on plain HTTP, where a browser keeps its clipboard shut. */
export const CopyText = ({ text, size = 'normal' }: CopyTextProps) => {
  const { t } = useTranslation();
  const shown = useRef<HTMLElement>(null);
  const [result, setResult] = useState<'copied' | 'byHand' | null>(null);

  const copy = async () => {
    if (!shown.current) return;
    const selected = select(shown.current);
    setResult((await toClipboard(text)) || (selected && document.execCommand('copy')) ? 'copied' : 'byHand');
  };
  return (
    <div className={classNames(styles.copy, size === 'small' && styles.small)}>
      <code ref={shown} className={styles.text}>
        {text}
      </code>
      <Button icon="copy" look={size === 'small' ? 'quiet' : 'plain'} size={size} onClick={() => void copy()}>
        {t('ui.copy.button')}
      </Button>
      <p role="status" className={styles.result}>
        {result && t(`ui.copy.${result}`)}
      </p>
    </div>
  );
};

/** Left selected, so that where nothing else works two keys do. */
const select = (element: HTMLElement): boolean => {
  const selection = window.getSelection();
  if (!selection) return false;
  selection.selectAllChildren(element);
  return true;
};

/** Outside of HTTPS and this machine there is no such thing, whatever the types say. */
const toClipboard = async (text: string): Promise<boolean> => {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    await clipboard?.writeText(text);
    return clipboard !== undefined;
  } catch {
    return false;
  }
};
