import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../shell/session-context';
import { DayInput } from '../../../ui/form/day-input';
import { Field } from '../../../ui/form/field';
import { TextArea } from '../../../ui/form/inputs';
import { tidyDay } from '../../../ui/form/day';
import styles from './edit.module.css';

interface WhenFieldsProps {
  /** Under which name the form holds the words. */
  readonly wordsName: 'note' | 'reason';
  readonly labels: { readonly effectiveOn: string; readonly words: string };
  readonly help: string;
  readonly wordsHelp?: string;
  readonly wordsRequired?: boolean;
  readonly min?: string;
}

/** When it happened and why: told of every change. A day before today makes the entry a late one, visibly. */
export const WhenFields = ({
  wordsName,
  labels,
  help,
  wordsHelp,
  wordsRequired = false,
  min,
}: WhenFieldsProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const { control } = useFormContext();
  const day = tidyDay(String(useWatch({ control, name: 'effectiveOn' }) ?? ''));
  const backdated = /^\d{4}-\d{2}-\d{2}$/.test(day) && day < today;
  return (
    <>
      <Field
        name="effectiveOn"
        label={labels.effectiveOn}
        required
        help={
          <>
            {help}
            {backdated && <strong className={styles.backdated}> {t('mines.move.backdated')}</strong>}
          </>
        }
      >
        {(bound) => (
          <DayInput {...bound} min={min} max={today} shortcuts={[{ label: t('format.today'), day: today }]} />
        )}
      </Field>
      <Field name={wordsName} label={labels.words} help={wordsHelp} required={wordsRequired}>
        {(bound) => <TextArea {...bound} rows={2} maxLength={2000} />}
      </Field>
    </>
  );
};
