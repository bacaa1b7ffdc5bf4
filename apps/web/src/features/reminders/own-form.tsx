import type { OwnReminders } from '@qingshan/contracts';
import { REMINDER_FREQUENCIES, type Language } from '@qingshan/domain';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, useSentence } from '../../shell/problem';
import { Button } from '../../ui/button';
import { Choose } from '../../ui/form/inputs';
import { Radio } from '../../ui/form/radio';
import { toast } from '../../ui/toasts';
import { useChangeReminders } from './queries';
import styles from './reminders.module.css';

const LANGUAGES = ['zh', 'en'] as const satisfies Language[];

/** How often, and in which language; where it goes is not one's own to say. */
export const OwnForm = ({ own }: { readonly own: OwnReminders }) => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const change = useChangeReminders();
  const id = useId();
  const [frequency, setFrequency] = useState(own.frequency);
  const [language, setLanguage] = useState(own.language);
  const failure = change.error && asProblem(change.error);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (change.isPending) return;
        change.mutate(
          { version: own.version, frequency, language },
          { onSuccess: () => toast(t('reminders.saved')) },
        );
      }}
    >
      {!own.mailing && <p className={styles.note}>{t('reminders.noServer')}</p>}
      <p>
        <strong>{t('reminders.address')}</strong> {own.email ?? t('reminders.noAddress')}
      </p>
      <fieldset className={styles.choice}>
        <legend>{t('reminders.frequency')}</legend>
        {REMINDER_FREQUENCIES.map((value) => (
          <Radio
            key={value}
            name={`${id}-frequency`}
            label={t(`reminders.how.${value}`)}
            help={t(`reminders.howHelp.${value}`)}
            checked={frequency === value}
            onChange={() => setFrequency(value)}
          />
        ))}
      </fieldset>
      <div>
        <label htmlFor={`${id}-language`}>{t('reminders.language')}</label>
        <Choose
          id={`${id}-language`}
          value={language}
          choices={LANGUAGES.map((value) => ({ value, label: t(`shell.language.${value}`) }))}
          onChange={(event) => setLanguage(event.target.value as Language)}
        />
      </div>
      {failure && (
        <p role="alert" className={styles.error}>
          {failure.code === 'version-conflict' ? t('reminders.stale') : sentence(failure)}
        </p>
      )}
      <div>
        <Button look="primary" type="submit" busy={change.isPending}>
          {t('reminders.save')}
        </Button>
      </div>
    </form>
  );
};
