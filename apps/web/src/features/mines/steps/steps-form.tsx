import type { MineView } from '@qingshan/contracts';
import { useEffect, useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../../shell/problem';
import { useSession } from '../../../shell/session-context';
import { Button } from '../../../ui/button';
import { tidyDay } from '../../../ui/form/day';
import { DayInput } from '../../../ui/form/day-input';
import { FormActions } from '../../../ui/form/field';
import { toast } from '../../../ui/toasts';
import { useChangedBy } from '../edit/changed-by';
import { useReloadMine, useWriteSteps } from '../queries';
import { useProblemText } from '../refusal-text';
import { changedDays, DAYS, daysOf, keyOf, notDays } from './step-days';
import styles from './steps.module.css';

interface StepsFormProps {
  readonly mine: MineView;
  readonly onClose: () => void;
}

/** All days of all steps at once, saved together; Ctrl+Enter saves. */
export const StepsForm = ({ mine, onClose }: StepsFormProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const formId = useId();
  const write = useWriteSteps();
  const reload = useReloadMine();
  const problemText = useProblemText();
  const changedBy = useChangedBy();
  const [days, setDays] = useState(() => daysOf(mine.steps));
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [whole, setWhole] = useState<string | null>(null);
  const changes = changedDays(mine.steps, days);

  // Whoever comes to say that something happened lands where it is said.
  const next =
    mine.steps.find(({ state }) => state === 'late' || state === 'soon') ??
    mine.steps.find(({ stage, actualOn }) => stage === mine.stage && actualOn === null);

  useEffect(() => {
    if (whole) document.getElementById(`${formId}whole`)?.focus();
  }, [whole, formId]);

  const save = async () => {
    if (write.isPending) return;
    setWhole(null);
    const wrong = notDays(days);
    setFaults(wrong);
    if (wrong.length > 0) {
      setWhole(t('ui.form.problems', { count: wrong.length }));
      return;
    }
    if (changes.length === 0) return onClose();
    try {
      await write.mutateAsync({
        params: { id: mine.id },
        body: { version: mine.version, remark: null, steps: changes },
      });
      toast(t('steps.saved'));
      onClose();
    } catch (error) {
      const problem = asProblem(error);
      const conflict = problem.code === 'version-conflict';
      // What was typed stays; the days beside it are the newest.
      if (conflict) await reload(mine.id);
      setWhole(conflict ? changedBy(problem) : problemText(error));
    }
  };

  return (
    <form
      noValidate
      className={styles.rows}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void save();
      }}
    >
      {whole && (
        <p id={`${formId}whole`} role="alert" tabIndex={-1} className={styles.fault}>
          {whole}
        </p>
      )}
      {mine.steps.map(({ step }) => (
        <fieldset key={step} className={styles.row}>
          <legend>{t(`steps.name.${step}`)}</legend>
          <div className={styles.days}>
            {DAYS.map((day) => {
              const key = keyOf(step, day);
              const fault = faults.includes(key);
              return (
                <div key={day} className={styles.day}>
                  <label htmlFor={`${formId}${key}`} className={styles.dayLabel}>
                    {t(`steps.${day}`)}
                  </label>
                  <DayInput
                    id={`${formId}${key}`}
                    name={key}
                    value={days[key] ?? ''}
                    autoFocus={step === next?.step && day === 'actualOn'}
                    max={day === 'actualOn' ? today : undefined}
                    shortcuts={day === 'actualOn' ? [{ label: t('format.today'), day: today }] : undefined}
                    aria-invalid={fault}
                    aria-describedby={fault ? `${formId}${key}-error` : undefined}
                    onChange={(typed) => setDays((all) => ({ ...all, [key]: typed }))}
                    onBlur={() => setDays((all) => ({ ...all, [key]: tidyDay(all[key] ?? '') }))}
                  />
                  {fault && (
                    <span id={`${formId}${key}-error`} className={styles.fault}>
                      {t('labels.rule.invalid_day')}
                    </span>
                  )}
                </div>
              );
            })}
          </div>
        </fieldset>
      ))}
      <FormActions>
        <Button look="primary" type="submit" busy={write.isPending} title={t('steps.keys')}>
          {t('steps.save')}
        </Button>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
      </FormActions>
    </form>
  );
};
