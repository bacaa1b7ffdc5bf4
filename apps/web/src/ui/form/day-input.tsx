import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { NARROW, useMedia } from '../use-media';
import { shiftDay, tidyDay } from './day';
import { TextInput } from './inputs';
import styles from './inputs.module.css';

interface DayInputProps {
  readonly id?: string;
  readonly name?: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly onBlur?: () => void;
  readonly ref?: Ref<HTMLElement>;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly min?: string;
  readonly max?: string;
  /** Days worth one press: today, month's end. */
  readonly shortcuts?: readonly { readonly label: string; readonly day: string }[];
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-required'?: boolean;
  readonly 'aria-describedby'?: string;
}

/** A day, typed: `2026-11-23`, also `20261123` or `2026/11/23`. Arrow up and down move a day. On a phone, its own picker. */
export const DayInput = ({ value, onChange, onBlur, shortcuts, min, max, ...rest }: DayInputProps) => {
  const { t } = useTranslation();
  const narrow = useMedia(NARROW);

  const onKeyDown = (event: KeyboardEvent) => {
    const days = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 }[event.key];
    const moved = days === undefined ? null : shiftDay(tidyDay(value), days);
    if (moved === null || (min && moved < min) || (max && moved > max)) return;
    event.preventDefault();
    onChange(moved);
  };

  const typed = (
    <TextInput
      {...rest}
      value={value}
      inputMode="numeric"
      maxLength={10}
      placeholder={t('ui.day.format')}
      onKeyDown={onKeyDown}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => {
        if (tidyDay(value) !== value) onChange(tidyDay(value));
        onBlur?.();
      }}
    />
  );

  return (
    <div className={styles.day}>
      {narrow ? (
        <TextInput
          {...rest}
          type="date"
          value={value}
          min={min}
          max={max}
          onBlur={onBlur}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        typed
      )}
      {shortcuts?.map(({ label, day }) => (
        <button
          key={label}
          type="button"
          className={styles.shortcut}
          title={day}
          aria-pressed={day === value}
          disabled={rest.disabled}
          onClick={() => onChange(day)}
        >
          {label}
        </button>
      ))}
    </div>
  );
};
