import type { ReactNode, Ref } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import { useControlId } from './form';
import styles from './form.module.css';

/** What a control needs to belong to its field; spreads onto our inputs and onto antd's alike. */
export interface Bound {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly disabled: boolean | undefined;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
  readonly ref: Ref<HTMLElement>;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  /** Dotted path of the value in the form. */
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly unit?: string;
  readonly required?: boolean;
  readonly children: (bound: Bound) => ReactNode;
}

/** Label, help and error, wired to one control. */
export const Field = ({ name, label, help, unit, required = false, children }: FieldProps) => {
  const { t } = useTranslation();
  const { control } = useFormContext();
  const id = useControlId(name);
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState: { error } }) => {
        const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
        return (
          <div className={styles.field}>
            <label className={styles.label} htmlFor={id}>
              {label}
              {unit && <span className={styles.unit}>{t('ui.unitIn', { unit })}</span>}
              {!required && <span className={styles.optional}>{t('ui.form.optional')}</span>}
            </label>
            {children({
              ...field,
              id,
              value: field.value ?? '',
              disabled: field.disabled,
              'aria-invalid': error !== undefined,
              'aria-required': required,
              'aria-describedby': describedBy || undefined,
            })}
            {help && (
              <p id={`${id}-help`} className={styles.help}>
                {help}
              </p>
            )}
            {error && (
              <p id={`${id}-error`} className={styles.error}>
                <Icon name="warning" size={15} />
                {error.message}
              </p>
            )}
          </div>
        );
      }}
    />
  );
};

/** Fields side by side where there is room. */
export const FieldRow = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.fieldRow}>{children}</div>
);

/** The buttons that end a form. */
export const FormActions = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.actions}>{children}</div>
);
