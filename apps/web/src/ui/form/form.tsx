import { createContext, useContext, useId, useRef, type ReactNode } from 'react';
import { FormProvider, useFormState, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import styles from './form.module.css';

const FormId = createContext('form');

/** The id of a field's control: the error summary links to it. */
export const useControlId = (name: string): string => `${useContext(FormId)}-${name.replaceAll('.', '-')}`;

interface FormProps<Values extends FieldValues, Ready> {
  /** From `useForm({ shouldFocusError: false })`: focus goes to the summary, not to the first field. */
  readonly form: UseFormReturn<Values, unknown, Ready>;
  readonly onSubmit: (values: Ready) => Promise<void> | void;
  /** Ctrl+Enter, where that does more than the button. */
  readonly onSaveKey?: (values: Ready) => Promise<void> | void;
  /** Words of each field, in the order of the form, for the summary. */
  readonly labels: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/**
 * A form whose errors are gathered on top: on a refused submit the summary takes focus, says how many, and links to
 * each field. Errors under `root` belong to the form as a whole.
 */
export const Form = <Values extends FieldValues, Ready>({
  form,
  onSubmit,
  onSaveKey = onSubmit,
  labels,
  children,
}: FormProps<Values, Ready>) => (
  <FormId.Provider value={useId()}>
    <FormProvider {...form}>
      {/* Ctrl+Enter is heard from every field, also where Enter alone is a new line. */}
      <form
        noValidate
        className={styles.form}
        onSubmit={form.handleSubmit((values) => onSubmit(values))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
          event.preventDefault();
          if (!form.formState.isSubmitting) void form.handleSubmit((values) => onSaveKey(values))();
        }}
      >
        <ErrorSummary labels={labels} />
        {children}
      </form>
    </FormProvider>
  </FormId.Provider>
);

const messageAt = (errors: unknown, path: string): string | null => {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      errors,
    );
  const message =
    typeof found === 'object' && found !== null ? (found as { message?: unknown }).message : null;
  return typeof message === 'string' && message !== '' ? message : null;
};

const ErrorSummary = ({ labels }: { readonly labels: Readonly<Record<string, string>> }) => {
  const { t } = useTranslation();
  const { errors, submitCount } = useFormState();
  const formId = useContext(FormId);
  // Focus once for each submit: not again when a field turns red while the person is typing.
  const focusedFor = useRef(0);

  const whole = messageAt(errors, 'root') ?? messageAt(errors, 'root.server');
  const items = Object.entries(labels).flatMap(([name, label]) => {
    const message = messageAt(errors, name);
    return message ? [{ name, label, message }] : [];
  });
  if (submitCount === 0 || (!whole && items.length === 0)) return null;

  const focusOnce = (element: HTMLElement | null) => {
    if (!element || focusedFor.current === submitCount) return;
    focusedFor.current = submitCount;
    element.focus();
  };

  return (
    <div ref={focusOnce} tabIndex={-1} role="alert" className={styles.summary}>
      <p className={styles.summaryTitle}>
        <Icon name="warning" />
        {whole ?? t('ui.form.problems', { count: items.length })}
      </p>
      {items.length > 0 && (
        <ul>
          {items.map(({ name, label, message }) => (
            <li key={name}>
              <a
                href={`#${formId}-${name.replaceAll('.', '-')}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(`${formId}-${name.replaceAll('.', '-')}`)?.focus();
                }}
              >
                {t('ui.form.problem', { label, message })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
