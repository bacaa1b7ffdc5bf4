import { useState } from 'react';
import { classNames } from '../../../ui/class-names';
import { TextInput } from '../../../ui/form/inputs';
import styles from './filters.module.css';

interface CommitInputProps {
  readonly label: string;
  readonly placeholder: string;
  /** What stands in the address, as a person types it. */
  readonly value: string;
  /** Why the text is none, or null. */
  readonly refuse: (text: string) => string | null;
  /** Told on Enter and on leaving, never while somebody types. */
  readonly onCommit: (text: string) => void;
  readonly className?: string;
}

/** A small text that becomes a filter when it is finished. What is no such thing stays, says why, and filters nothing. */
export const CommitInput = ({ label, placeholder, value, refuse, onCommit, className }: CommitInputProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    const text = draft.normalize('NFKC').replaceAll(',', '').trim();
    const why = text === '' ? null : refuse(text);
    setProblem(why);
    if (why) return;
    setDraft(null);
    if (text !== value) onCommit(text);
  };
  return (
    <span className={classNames(styles.commit, className)}>
      <TextInput
        inputMode="decimal"
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        placeholder={placeholder}
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
        }}
      />
      {problem && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
};
