import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { classNames } from '../../../ui/class-names';
import { Radio } from '../../../ui/form/radio';
import styles from './apply.module.css';

interface ErrorChoiceProps {
  readonly errors: number;
  /** How many rows would be written without the wrong ones, as text. */
  readonly others: string;
  readonly leaveOut: boolean;
  readonly onChange: (leaveOut: boolean) => void;
}

/** All or nothing, or the right rows alone: nobody leaves rows out without having said so. */
export const ErrorChoice = ({ errors, others, leaveOut, onChange }: ErrorChoiceProps) => {
  const { t } = useTranslation();
  const name = useId();
  const ways = [
    {
      value: false,
      label: t('imports.apply.allOrNothing'),
      help: t(errors > 0 ? 'imports.apply.allOrNothingHelp' : 'imports.apply.takenBackHelp'),
    },
    {
      value: true,
      label: t('imports.apply.leaveOut', { value: others }),
      help: t('imports.apply.leaveOutHelp'),
    },
  ];
  return (
    <fieldset className={classNames(styles.choice, errors > 0 && styles.hasErrors)}>
      <legend className={styles.legend}>
        {errors > 0
          ? t('imports.apply.errors', { count: errors, value: formatCount(errors) })
          : t('imports.apply.conflicts')}
      </legend>
      {ways.map(({ value, label, help }) => (
        <Radio
          key={label}
          label={label}
          help={help}
          name={name}
          checked={leaveOut === value}
          onChange={() => onChange(value)}
        />
      ))}
    </fieldset>
  );
};
