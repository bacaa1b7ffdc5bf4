import { useRef, useState } from 'react';
import { Icon } from '../icon';
import { TextInput } from './inputs';
import styles from './inputs.module.css';

interface SearchInputProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

const PAUSE_MS = 250;

/** The page's search: `/` focuses it. Searches after a pause in typing, at once on Enter, never in mid-composition. */
export const SearchInput = ({ label, placeholder, value, onSearch }: SearchInputProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const composing = useRef(false);

  const search = (text: string) => {
    clearTimeout(pause.current);
    if (text.trim() !== value) onSearch(text.trim());
  };
  const later = (text: string) => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => search(text), PAUSE_MS);
  };

  return (
    <span className={styles.search} role="search">
      <Icon name="search" size={16} />
      <TextInput
        type="search"
        data-page-search
        aria-label={label}
        placeholder={placeholder ?? label}
        value={draft ?? value}
        onChange={(event) => {
          setDraft(event.target.value);
          if (!composing.current) later(event.target.value);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          later(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) search(event.currentTarget.value);
        }}
        onBlur={(event) => {
          search(event.currentTarget.value);
          setDraft(null);
        }}
      />
    </span>
  );
};
