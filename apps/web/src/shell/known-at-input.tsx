import type { KnownMoment } from '@qingshan/domain';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../ui/form/inputs';
import { momentProblem, tidyMoment, writtenMoment } from './known-moment';
import styles from './past.module.css';
import { useSession } from './session-context';

interface KnownAtInputProps {
  /** Undefined is now. */
  readonly value: KnownMoment | undefined;
  readonly onPick: (moment: KnownMoment | undefined) => void;
}

/** Until when something had to be recorded to count: a day, or a day and a time. It takes effect on Enter and on leaving. */
export const KnownAtInput = ({ value, onPick }: KnownAtInputProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<ReturnType<typeof momentProblem>>(null);
  const written = value === undefined ? '' : writtenMoment(value);
  const commit = () => {
    if (draft === null) return;
    const moment = tidyMoment(draft);
    const why = moment === '' ? null : momentProblem(moment, today);
    setProblem(why);
    if (why) return;
    setDraft(null);
    // What is only written as it was stays as exact as it was.
    if (draft.trim() !== written) onPick(moment === '' ? undefined : moment);
  };
  return (
    <span className={styles.input}>
      <TextInput
        aria-label={t('past.knownAt')}
        aria-describedby={id}
        aria-invalid={problem !== null || undefined}
        placeholder={t('past.placeholder')}
        maxLength={32}
        value={draft ?? written}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
        }}
      />
      <span id={id} className={problem ? styles.problem : styles.hint} role={problem ? 'alert' : undefined}>
        {t(`past.${problem ?? 'hint'}`)}
      </span>
    </span>
  );
};
