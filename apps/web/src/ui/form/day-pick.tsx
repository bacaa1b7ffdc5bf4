import { useState } from 'react';
import { shiftDay, tidyDay } from './day';
import { DayInput } from './day-input';

interface DayPickProps {
  readonly value: string;
  /** Told only once the text is a day within the bounds. */
  readonly onPick: (day: string) => void;
  readonly min?: string;
  readonly max?: string;
  /** Days worth one press: today, month's end. */
  readonly shortcuts?: readonly { readonly label: string; readonly day: string }[];
  readonly 'aria-label': string;
  readonly 'aria-describedby'?: string;
}

/** A day that takes effect at once, outside of a form: half of a typed day changes nothing and stays in the field. */
export const DayPick = ({ value, onPick, min, max, ...rest }: DayPickProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  const fits = (day: string) =>
    shiftDay(day, 0) === day && (min === undefined || day >= min) && (max === undefined || day <= max);

  const take = (text: string, done: boolean) => {
    const day = done || /^\d{8}$/.test(text) ? tidyDay(text) : text;
    setDraft(fits(day) ? null : text);
    if (fits(day) && day !== value) onPick(day);
  };
  return (
    <span
      onKeyDown={(event) => {
        if (event.key === 'Enter' && draft !== null) take(draft, true);
      }}
    >
      <DayInput
        {...rest}
        value={draft ?? value}
        min={min}
        max={max}
        aria-invalid={draft !== null && tidyDay(draft).length >= 10 && !fits(tidyDay(draft))}
        onChange={(text) => take(text, false)}
        onBlur={() => setDraft(null)}
      />
    </span>
  );
};
