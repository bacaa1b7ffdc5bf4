import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DecimalInput } from '../../ui/form/inputs';
import styles from './lookback.module.css';

interface DaysInputProps {
  readonly value: number;
  readonly onCommit: (days: number) => void;
}

const DAYS = /^\d{1,5}$/;
const MOST = 36_500;

/** How many days late still counts as in time. It takes effect on Enter and on leaving. */
export const DaysInput = ({ value, onCommit }: DaysInputProps) => {
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const fits = (text: string) => DAYS.test(text) && Number(text) <= MOST;
  const commit = () => {
    if (draft === null || !fits(draft.trim())) return;
    setDraft(null);
    if (Number(draft) !== value) onCommit(Number(draft));
  };
  const wrong = draft !== null && draft.trim() !== '' && !fits(draft.trim());
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{t('lookback.late.days')}</label>
      <span className={styles.days}>
        <DecimalInput
          id={id}
          value={draft ?? String(value)}
          maxLength={5}
          aria-invalid={wrong || undefined}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
          }}
        />
      </span>
      {wrong && <span role="alert">{t('lookback.late.daysWrong')}</span>}
    </div>
  );
};
