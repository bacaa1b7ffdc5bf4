import type { InputHTMLAttributes, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { classNames } from '../class-names';
import styles from './inputs.module.css';

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'ref'> & { readonly ref?: Ref<HTMLElement> };

export const TextInput = ({ className, ref, ...rest }: InputProps) => (
  <input
    type="text"
    autoComplete="off"
    data-autofocus={rest.autoFocus || undefined}
    {...rest}
    ref={ref as Ref<HTMLInputElement>}
    className={classNames(styles.input, className)}
  />
);

/** Digits, a point, and nothing that a browser would round: stored values are decimal text. */
export const DecimalInput = (props: InputProps) => (
  <TextInput inputMode="decimal" {...props} className={classNames(styles.number, props.className)} />
);

type AreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'ref'> & {
  readonly ref?: Ref<HTMLElement>;
};

export const TextArea = ({ className, ref, rows = 3, ...rest }: AreaProps) => (
  <textarea
    {...rest}
    rows={rows}
    ref={ref as Ref<HTMLTextAreaElement>}
    className={classNames(styles.input, styles.area, className)}
  />
);

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'ref' | 'children'> & {
  readonly ref?: Ref<HTMLElement>;
  readonly choices?: readonly Choice[];
  /** Choices under a heading, after those that have none. */
  readonly groups?: readonly ChoiceGroup[];
  /** Words for “none chosen”; without them something is always chosen. */
  readonly blank?: string;
};

const optionOf = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
);

/** A short list of choices. Long lists that need a search take antd's Select. */
export const Choose = ({ choices, groups, blank, className, ref, ...rest }: SelectProps) => (
  <select {...rest} ref={ref as Ref<HTMLSelectElement>} className={classNames(styles.input, className)}>
    {blank !== undefined && <option value="">{blank}</option>}
    {choices?.map(optionOf)}
    {groups?.map(({ label, choices: within }) => (
      <optgroup key={label} label={label}>
        {within.map(optionOf)}
      </optgroup>
    ))}
  </select>
);

type CheckProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  readonly label: string;
  readonly ref?: Ref<HTMLInputElement>;
};

export const Check = ({ label, ...rest }: CheckProps) => (
  <label className={styles.check}>
    <input type="checkbox" {...rest} />
    <span>{label}</span>
  </label>
);
