import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './chips.module.css';

interface ChipOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly mark?: ReactNode;
  /** How many rows it would leave, as text. */
  readonly count?: string;
}

interface ChipsProps<Value extends string> {
  readonly label: string;
  readonly options: readonly ChipOption<Value>[];
  readonly selected: readonly Value[];
  readonly onChange: (selected: Value[]) => void;
}

/** A filter as buttons that stay pressed; none pressed means no filter. */
export const Chips = <Value extends string>({ label, options, selected, onChange }: ChipsProps<Value>) => (
  <div role="group" aria-label={label} className={styles.chips}>
    {options.map(({ value, label: words, mark, count }) => {
      const pressed = selected.includes(value);
      return (
        <button
          key={value}
          type="button"
          aria-pressed={pressed}
          className={classNames(styles.chip, pressed && styles.pressed)}
          onClick={() =>
            onChange(pressed ? selected.filter((other) => other !== value) : [...selected, value])
          }
        >
          {pressed ? <Icon name="check" size={14} /> : mark}
          {words}
          {count && <span className={styles.count}>{count}</span>}
        </button>
      );
    })}
  </div>
);

interface FilterChipProps {
  /** What is filtered, in words: “county: Ganxian”. */
  readonly children: string;
  readonly onClear: () => void;
}

/** A filter in force, with a cross that lifts it. */
export const FilterChip = ({ children, onClear }: FilterChipProps) => {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classNames(styles.chip, styles.pressed)}
      aria-label={t('ui.clearFilter', { filter: children })}
      title={t('ui.clearFilter', { filter: children })}
      onClick={onClear}
    >
      {children}
      <Icon name="close" size={13} />
    </button>
  );
};

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few: count or area, table or chart. */
export const Segments = <Value extends string>({ label, options, value, onChange }: SegmentsProps<Value>) => (
  <div role="group" aria-label={label} className={styles.segments}>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        className={styles.segment}
        onClick={() => onChange(option.value)}
      >
        {option.label}
      </button>
    ))}
  </div>
);
